// Every page: without violations that axe knows, light and dark, wide and phone; nothing wrong in the console, nothing asked of
// anybody else, nothing wider than the screen. SCREENS=DIR keeps a picture of each, in three looks.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import { small } from './png.mjs'
import { Served, closeBrowser, openBrowser, phone, signedIn, wide } from './served.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screens = process.env.SCREENS
const names = ['', 'people', 'person', 'triage', 'map', 'content', 'meet', 'help', 'focus', 'insights', 'review', 'sources']
const desk = screens ? { width: 1200, height: 760 } : wide
const looks = [
  ['wide', desk, 'light'],
  ['dark', desk, 'dark'],
  ['phone', phone, 'light'],
  ['phone-dark', phone, 'dark']
]

/** What the page fetches once it stands, so that dialogs open without a server: their code, and Mantine. */
const ahead = /(overlays|dialog|mantine|Popover|found-people|Menu)-/

/** What axe finds against WCAG 2.2 AA, in words. */
async function violations(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  )
  return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
}

async function picture(page, name) {
  if (!screens || name.endsWith('phone-dark')) return
  mkdirSync(screens, { recursive: true })
  const picture = await page.screenshot({ scale: 'css', animations: 'disabled' })
  writeFileSync(`${screens}/${name}.png`, small(picture))
}

/** All of a page is there: nothing waits for an answer any more. */
async function whole(page, more = 0) {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(350 + more)
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .coming') === null)
}

/** A context whose policy lets axe in; the app's own pages are asked with theirs in journey.test.mjs. */
async function look(served, viewport, colorScheme) {
  return signedIn(served, { viewport, colorScheme, bypassCSP: true })
}

describe('pages', () => {
  let served, someone

  before(async () => {
    served = await Served.with(300)
    someone = JSON.parse(served.cli('people', '--json', '--limit', '8')).people.at(-1).id
    const [a, b] = JSON.parse(served.cli('people', '--json', '--standing', 'network', '--limit', '2')).people.map(one => one.id)
    const unmet = JSON.parse(served.cli('people', '--json', '--missing', 'meet', '--limit', '20')).people.filter(one => one.emails.length > 0)
    served.on('2026-11-18', 'invite', unmet[0].id, unmet[1].id, '--at', '20 Nov 2026 10:00', '--zone', 'Stockholm', '--title', 'Coffee by the canal', '--sent')
    served.cli('invite', a, '--at', '3 Dec 2026 15:30', '--zone', 'London', '--sent')
    served.cli('offer', 'reading contracts')
    served.cli('need', someone, 'data engineers for a pilot')
    served.cli('intro', a, b, 'both build engines')
    served.cli('market', 'add', 'makers', 'title:founder,engineer')
    served.cli('piece', 'add', 'How we halved our build times', '--text', 'caching, engineering, data')
    served.cli('log', 'note', someone, 'thinks in pictures, hates slide decks')
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })

  for (const [look_name, viewport, scheme] of looks) {
    it(`are as they should be: ${look_name}`, async () => {
      const page = await look(served, viewport, scheme)
      for (const name of names) {
        await page.goto(`${served.origin}/${name === 'person' ? `people/${someone}` : name}`)
        await whole(page, name === 'map' ? 1500 : 0)
        if (name === '') await page.waitForFunction(() => document.querySelector('.movekey td:last-child')?.textContent !== '')
        await picture(page, `${name || 'today'}-${look_name}`)
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(over <= 0, `${name || 'today'} is ${over} pixels too wide`)
        assert.deepEqual(await violations(page), [], name || 'today')
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, `${name || 'today'} has one title`)
      }
      assert.deepEqual(page.wrong, [])
      await page.context().close()
    })
  }

  it('weigh at most 350 kB until the plan of today stands', async () => {
    const context = await (await openBrowser()).newContext({ viewport: wide, locale: 'en-GB' })
    const page = await context.newPage()
    const finished = []
    page.on('requestfinished', request => finished.push(request))
    await page.goto(served.freshLink())
    await page.locator('.step').first().waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(3000)
    const weight = {}
    for (const request of finished) {
      const path = new URL(request.url()).pathname
      const sizes = await request.sizes()
      const kind = /(cyrillic|greek|vietnamese|-ext)-/.test(path)
        ? 'other scripts'
        : path.endsWith('.woff2')
          ? 'fonts'
          : path.startsWith('/api/')
            ? 'answers'
            : ahead.test(path)
              ? 'ahead'
              : 'code'
      weight[kind] = (weight[kind] ?? 0) + (sizes.responseBodySize + sizes.responseHeadersSize) / 1000
    }
    console.log(`first load, kB: ${Object.entries(weight).map(([kind, kb]) => `${kind} ${kb.toFixed(0)}`).join(', ')}`)
    assert.ok(weight.code > 80 && weight.fonts > 150 && weight.ahead > 30, JSON.stringify(weight))
    assert.ok(weight.code + weight.fonts + weight.answers <= 350, JSON.stringify(weight))
    await context.close()
  })

  it('say so where there is nothing, and where nothing can be had', async () => {
    const empty = await Served.with(0)
    for (const [look_name, viewport, scheme] of looks) {
      const page = await look(empty, viewport, scheme)
      await page.getByText('Drop your LinkedIn export here').waitFor()
      await page.waitForTimeout(300)
      await picture(page, `welcome-${look_name}`)
      assert.deepEqual(await violations(page), [], look_name)
      assert.deepEqual(page.wrong, [])
      await page.context().close()
    }
    await empty.close()
    const page = await look(served, wide, 'light')
    await page.goto(`${served.origin}/no-such-page`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.deepEqual(await violations(page), [])
    await page.context().close()
  })

  it('ask who is not signed in to sign in, and tell how', async () => {
    served.told('an otter in the reeds\nan otter in the reeds\n', 'serve', '--passphrase')
    await served.stop()
    await served.start(served.port)
    for (const [look_name, viewport, scheme] of looks) {
      const page = await look(served, viewport, scheme)
      await page.context().clearCookies()
      await page.goto(served.origin)
      await page.getByText('wellmet serve --link').waitFor()
      await page.getByLabel('Or say your passphrase').waitFor()
      await picture(page, `sign-in-${look_name}`)
      assert.deepEqual(await violations(page), [], look_name)
      await page.context().close()
    }
  })
})
