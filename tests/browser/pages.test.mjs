// Every page: without violations that axe knows, light and dark, wide and phone; nothing wrong in the console, nothing asked of
// anybody else, nothing wider than the screen. SCREENS=DIR keeps a picture of each.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import { Served, closeBrowser, phone, signedIn, wide } from './served.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screens = process.env.SCREENS
const names = ['', 'people', 'person', 'triage', 'map', 'content', 'meet', 'help', 'focus', 'insights', 'review', 'sources']
const looks = [
  ['wide', wide, 'light'],
  ['dark', wide, 'dark'],
  ['phone', phone, 'light'],
  ['phone-dark', phone, 'dark']
]

/** What axe finds against WCAG 2.2 AA, in words. */
async function violations(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  )
  return found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
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
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle').catch(() => undefined)
        await page.waitForTimeout(name === 'map' ? 1500 : 300)
        if (screens) {
          mkdirSync(screens, { recursive: true })
          await page.screenshot({ path: `${screens}/${name || 'today'}-${look_name}.png` })
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(over <= 0, `${name || 'today'} is ${over} pixels too wide`)
        assert.deepEqual(await violations(page), [], name || 'today')
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, `${name || 'today'} has one title`)
      }
      assert.deepEqual(page.wrong, [])
      await page.context().close()
    })
  }

  it('say so where there is nothing, and where nothing can be had', async () => {
    const empty = await Served.with(0)
    const page = await look(empty, wide, 'light')
    await page.getByText('Drop your LinkedIn export here').waitFor()
    if (screens) await page.screenshot({ path: `${screens}/welcome-wide.png` })
    assert.deepEqual(await violations(page), [])
    await empty.stop()
    await page.reload().catch(() => undefined)
    await empty.start(empty.port)
    await page.goto(`${empty.origin}/no-such-page`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.deepEqual(page.wrong, [])
    await page.context().close()
    await empty.close()
  })

  it('ask who is not signed in to sign in, and tell how', async () => {
    const page = await look(served, wide, 'light')
    await page.context().clearCookies()
    await page.goto(served.origin)
    await page.getByText('wellmet serve --link').waitFor()
    assert.deepEqual(await violations(page), [])
    await page.context().close()
  })
})
