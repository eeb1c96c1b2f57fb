// Who is let in: a browser holds two secrets, of which other servers of this machine see one; it stays let in, and is let out.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { Served, closeBrowser, eventually, signedIn } from './served.mjs'

describe('sessions', () => {
  let served

  before(async () => {
    served = await Served.with(60)
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })

  const home = page => page.getByRole('heading', { name: /^You know/ }).waitFor()
  const locked = page => page.getByRole('heading', { name: 'This browser has not been let in yet.' }).waitFor()

  it('another server of this machine that receives the cookie can do nothing with it', async () => {
    const seen = []
    const thief = createServer((request, response) => {
      seen.push(request.headers)
      response.setHeader('Content-Type', 'text/html')
      response.end('<title>Another one</title>')
    })
    await new Promise(done => thief.listen(0, '127.0.0.1', done))
    const page = await signedIn(served)
    await home(page)
    assert.equal(new URL(page.url()).hash, '', 'the address bar keeps no key')
    const other = await page.context().newPage()
    await other.goto(`http://127.0.0.1:${thief.address().port}/`)
    const cookie = seen[0].cookie
    assert.match(cookie, /^wellmet_session=[^;]+$/, 'a browser does send it there')
    assert.ok(!JSON.stringify(seen).includes(await page.evaluate(() => localStorage.getItem('wellmet.key'))))
    for (const path of ['/status', '/people', '/backup', '/export?format=jsonl', '/sessions']) {
      const answer = await fetch(`${served.origin}/api/v1${path}`, { headers: { cookie, origin: served.origin } })
      assert.equal(answer.status, 401, path)
    }
    // Nor can a page of it, which the browser sends the cookie for: the key is not among what it may read.
    assert.equal(await other.evaluate(() => localStorage.getItem('wellmet.key')), null)
    assert.equal(await other.evaluate(origin => fetch(`${origin}/api/v1/status`, { credentials: 'include' }).then(answer => answer.status, () => 'refused'), served.origin), 'refused')
    thief.close()
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('a reload, a second tab and a server that was started anew find it signed in', async () => {
    const page = await signedIn(served)
    await home(page)
    await page.reload()
    await home(page)
    const second = await page.context().newPage()
    await second.goto(`${served.origin}/people`)
    await second.getByRole('row').nth(2).waitFor()
    await served.stop()
    await served.start(served.port)
    await page.reload()
    await home(page)
    // What is said elsewhere comes to both, by the stream that has to begin anew.
    const offers = second.getByText('said after the start').first()
    await second.goto(`${served.origin}/help`)
    await second.getByRole('heading', { level: 1 }).waitFor()
    served.cli('offer', 'said after the start')
    await offers.waitFor()
    assert.deepEqual(page.wrong.filter(text => !/ERR_|Failed to fetch/.test(text)), [])
    await page.context().close()
  })

  it('Sources lists who has access, and shuts them out', async () => {
    served.cli('serve', '--token', 'nightly backup', '--scope', 'backup')
    const page = await signedIn(served)
    const other = await signedIn(served)
    await home(other)
    await page.goto(`${served.origin}/sources`)
    const list = page.getByRole('region', { name: 'Who has access' })
    await list.getByText('nightly backup').first().waitFor()
    await list.getByText('A program that may take backups and exports', { exact: false }).waitFor()
    await list.getByText('Chrome on Linux, this one').waitFor()
    await list.getByRole('button', { name: /^Revoke ?: nightly backup/ }).click()
    await list.getByText('nightly backup').first().waitFor({ state: 'detached' })
    assert.match(served.cli('serve', '--tokens'), /There are no tokens/)
    // The other browser is told at once, wherever it is.
    for (let left = await list.getByRole('button', { name: /^Sign out ?: Chrome/ }).count(); left > 0; --left) {
      await list.getByRole('button', { name: /^Sign out ?: Chrome/ }).first().click()
      await eventually(async () => (await list.getByRole('button', { name: /^Sign out ?: Chrome/ }).count()) === left - 1)
    }
    await locked(other)
    const headers = { cookie: (await page.context().cookies()).map(one => `${one.name}=${one.value}`).join('; '), 'wellmet-key': await page.evaluate(() => localStorage.getItem('wellmet.key')) }
    const status = () => fetch(`${served.origin}/api/v1/status`, { headers }).then(answer => answer.status)
    assert.equal(await status(), 200)
    await list.getByRole('button', { name: 'Sign out', exact: true }).click()
    await locked(page)
    assert.equal(await status(), 401)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
    await other.context().close()
  })
})
