// What goes wrong around the app: a reload in mid-import, a server killed and restarted, two tabs with one person, names that
// try to inject, nothing but a keyboard.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Served, closeBrowser, signedIn } from './served.mjs'

const json = (served, ...words) => JSON.parse(served.cli(...words, '--json'))

async function assertEventually(holds, seconds = 20) {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await holds()) return
    await new Promise(done => setTimeout(done, 100))
  }
  assert.fail(`not within ${seconds} s: ${holds}`)
}

describe('robust', () => {
  let served

  before(async () => {
    served = await Served.with(120)
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })

  it('a reload in the middle of an import finds it again', async () => {
    const mail = join(served.folder, 'many.mbox')
    const letters = []
    for (let i = 0; i < 150_000; ++i)
      letters.push(
        `From x Mon Nov  2 10:00:00 2026\nFrom: <many${i % 50}@letters.example>\nTo: <mara@lindqvist.example>\nSubject: s\nMessage-ID: <${i}@letters.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nhello\n`
      )
    writeFileSync(mail, letters.join('\n'))
    const page = await signedIn(served)
    await page.goto(`${served.origin}/sources`)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).first().click()])
    await chooser.setFiles(mail)
    await assertEventually(async () => (await imports(page)).some(one => one.state === 'running' || one.state === 'done'))
    await page.reload()
    await page.getByText('many.mbox').first().waitFor()
    await assertEventually(async () => (await imports(page)).every(one => one.state === 'done'), 60)
    assert.equal(json(served, 'people', 'letters.example').total, 50)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('a server that is killed is told of, and taken up again once it is back', async () => {
    const page = await signedIn(served)
    await page.getByRole('heading', { name: /^You know/ }).waitFor()
    await served.stop('SIGKILL')
    await page.getByRole('link', { name: 'Review' }).first().click()
    await page.getByText('wellmet does not answer').first().waitFor()
    await served.start(served.port)
    await page.getByRole('button', { name: /again/i }).first().click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.goto(served.origin)
    await page.getByRole('heading', { name: /^You know/ }).waitFor()
    await page.context().close()
  })

  it('two tabs with one person agree', async () => {
    const one = await signedIn(served)
    const other = await one.context().newPage()
    const who = json(served, 'people', '--missing', 'help', '--limit', '1').people[0]
    await one.goto(`${served.origin}/people/${who.id}`)
    await other.goto(`${served.origin}/people/${who.id}`)
    await other.getByRole('heading', { name: 'Help, not yet' }).waitFor()
    await one.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'I helped' })
    await one.getByRole('textbox', { name: /^Log something about/ }).fill('in one tab')
    await one.keyboard.press('Enter')
    await other.getByRole('heading', { name: 'Help, yes' }).waitFor()
    served.cli('undo')
    await other.getByRole('heading', { name: 'Help, not yet' }).waitFor()
    await one.getByRole('heading', { name: 'Help, not yet' }).waitFor()
    await one.context().close()
  })

  it('names that try to inject are shown as names', async () => {
    const names = ['<img src=x onerror=window.broken=1>', '"><script>window.broken=1</script>', "javascript:window.broken=1//", '{{constructor.constructor("window.broken=1")()}}']
    const file = join(served.folder, 'evil.vcf')
    writeFileSync(
      file,
      names
        .map((name, i) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nORG:${name}\r\nNOTE:${name}\r\nURL:javascript:alert(1)\r\nEMAIL:evil${i}@inject.example\r\nEND:VCARD\r\n`)
        .join('')
    )
    served.cli('import', file)
    const page = await signedIn(served)
    await page.goto(`${served.origin}/people?q=inject.example`)
    await page.getByText('<img src=x onerror=window.broken=1>').first().waitFor()
    for (const { id } of json(served, 'people', 'inject.example').people) {
      await page.goto(`${served.origin}/people/${id}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      assert.deepEqual(await page.locator('a[href^="javascript:"]').count(), 0)
    }
    await page.goto(`${served.origin}/map`)
    await page.waitForTimeout(1000)
    assert.equal(await page.evaluate(() => window.broken), undefined)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('everything is reached by keyboard, and focus is seen', async () => {
    const page = await signedIn(served)
    await page.getByRole('heading', { name: /^You know/ }).waitFor()
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'To the content')
    const seen = new Set()
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const one = document.activeElement
        const style = getComputedStyle(one)
        return { words: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40), outlined: style.outlineStyle !== 'none' && style.outlineWidth !== '0px', tag: one.tagName }
      })
      if (at.tag === 'BODY') break
      seen.add(at.words)
      assert.ok(at.outlined, `${at.tag} ${at.words} shows no focus`)
    }
    for (const page_name of ['Today', 'Triage', 'Map', 'Content', 'Meet', 'Help', 'Focus', 'Insights', 'Sources']) assert.ok([...seen].some(words => words.startsWith(page_name)), page_name)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('insights')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/insights')
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  const imports = page => page.evaluate(async () => (await (await fetch('/api/v1/imports')).json()).imports)
})
