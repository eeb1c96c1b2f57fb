// What lies over a page: it comes at once, also without the server; it has all keys while it is there or on its way; Escape closes
// it; and where it cannot be had, the page stays.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Served, closeBrowser, eventually, signedIn } from './served.mjs'

describe('what lies over a page', () => {
  let served, someone

  before(async () => {
    served = await Served.with(120)
    // Somebody who is asked about on their own page, where one key answers.
    someone = served.json('people', '--rung', 'met', '--limit', '1').people[0]
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })

  const changes = () => served.json('history').changes.length
  const dialog = page => page.getByRole('dialog')
  const box = page => page.getByRole('textbox', { name: /^Find a person/ })
  const key = (page, ...keys) => keys.reduce((before, one) => before.then(() => page.keyboard.press(one)), Promise.resolve())
  const gone = async page => assert.equal(await dialog(page).count(), 0)

  /** The dialog of a key that could not be had before; pressed once more where the page had to be loaded anew for it. */
  async function comes(page, one) {
    const here = dialog(page).waitFor()
    const anew = page.waitForEvent('load', { timeout: 10_000 }).then(() => true, () => here.then(() => false))
    await key(page, one)
    if (await Promise.race([anew, here.then(() => false)])) {
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await key(page, one)
    }
    await here
  }

  /** On the page of somebody whom a key would answer for. */
  async function onPerson(page) {
    await page.goto(`${served.origin}/people/${someone.id}`)
    await page.getByRole('heading', { level: 1, name: someone.name }).waitFor()
  }

  /** What the code of the dialogs waits for: calling it lets it come. */
  async function held(page) {
    let release
    const free = new Promise(done => (release = done))
    await page.route(/assets\/overlays[^/]*\.js$/, async route => {
      await free
      await route.continue()
    })
    return release
  }

  it('comes without the server, in a tab that never opened it', async () => {
    const page = await signedIn(served)
    const asked = page.waitForResponse(/assets\/overlays[^/]*\.js$/, { timeout: 15_000 }).catch(() => null)
    await page.goto(`${served.origin}/people`)
    await page.getByRole('row').nth(2).waitFor()
    assert.ok(await asked, 'the code of the dialogs is here once the page is idle')
    await page.waitForTimeout(500)
    await served.stop('SIGKILL')
    for (const open of ['?', 'Control+k']) {
      await key(page, open)
      await dialog(page).waitFor()
      await key(page, 'Escape')
      await gone(page)
    }
    await page.getByRole('row').nth(2).waitFor()
    await served.start(served.port)
    await page.context().close()
  })

  it('leaves the page as it is where it cannot be had, and comes once it can', async () => {
    const page = await signedIn(served)
    const parts = /assets\/(overlays|mantine)[^/]*$/
    await page.route(parts, route => route.abort())
    await onPerson(page)
    for (const open of ['?', 'Control+k']) {
      await key(page, open)
      await page.getByRole('status').getByText('wellmet does not answer').waitFor()
      await page.getByRole('button', { name: 'Close this line' }).click()
      await page.getByRole('heading', { level: 1, name: someone.name }).waitFor()
      await gone(page)
    }
    const before = changes()
    await page.unroute(parts)
    await comes(page, '?')
    // With its looks, which could not be had either.
    const styles = await page.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].map(one => [one.href, one.sheet !== null]))
    assert.ok(styles.some(([href]) => /mantine/.test(href)), styles.join())
    assert.ok(styles.every(([, there]) => there), styles.join())
    await key(page, 'Escape')
    await gone(page)
    assert.equal(changes(), before)
    await page.context().close()
  })

  it('has all keys while it is on its way, and while it is there', async () => {
    const page = await signedIn(served)
    const release = await held(page)
    await onPerson(page)
    const before = changes()
    await key(page, '?', 's', 'y', 'n', 'h', 'd', 'l', 'u')
    await page.waitForTimeout(500)
    assert.equal(changes(), before, 'a key went through to the page while the dialog was on its way')
    await key(page, 'Escape')
    await key(page, 'Control+k')
    await page.keyboard.type('syn')
    await page.waitForTimeout(300)
    assert.equal(changes(), before)
    release()
    await box(page).waitFor()
    await eventually(async () => (await box(page).inputValue()) === 'syn')
    await page.keyboard.type('h')
    assert.equal(await box(page).inputValue(), 'synh')
    // Whatever has the focus.
    await page.mouse.click(5, 450)
    if ((await dialog(page).count()) === 0) await key(page, 'Control+k')
    await dialog(page).waitFor()
    await page.evaluate(() => document.activeElement.blur())
    await key(page, 's', 'y')
    await page.waitForTimeout(300)
    assert.equal(changes(), before, 'a key went through to the page behind the box')
    await key(page, 'Escape')
    await gone(page)
    // The menu of a person lies over the page too.
    await page.getByRole('button', { name: `More about ${someone.name}` }).click()
    await page.getByRole('menu').waitFor()
    await key(page, 's', 'y')
    await page.waitForTimeout(300)
    assert.equal(changes(), before, 'a key went through to the page behind the menu')
    await key(page, 'Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
    // And with nothing over it the page has its keys again.
    await key(page, 's')
    await eventually(() => served.json('show', someone.id).answer === 'stranger')
    assert.equal(changes(), before + 1)
    served.cli('undo')
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('closes by one Escape, at once, wherever the focus is', async () => {
    const page = await signedIn(served)
    await onPerson(page)
    const before = changes()
    for (const text of ['', 'ada', 'nobody goes by this']) {
      await key(page, 'Control+k')
      await box(page).waitFor()
      await page.keyboard.type(text)
      await key(page, 'Escape')
      await gone(page)
    }
    for (const open of ['?', 'Control+k']) {
      await key(page, open)
      await key(page, 'Escape')
      await page.waitForTimeout(400)
      await gone(page)
    }
    assert.equal(changes(), before)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('a dialog of a page that cannot be had leaves the page too', async () => {
    const page = await signedIn(served)
    await page.route(/assets\/(tag-dialog|rule-editor)[^/]*$/, route => route.abort())
    await onPerson(page)
    await page.getByRole('button', { name: `More about ${someone.name}` }).click()
    await page.getByRole('menuitem', { name: 'Tag' }).click()
    await page.getByRole('status').getByText('wellmet does not answer').waitFor()
    await page.getByRole('heading', { level: 1, name: someone.name }).waitFor()
    await page.goto(`${served.origin}/focus`)
    await page.getByRole('heading', { name: 'A first market' }).waitFor()
    await key(page, 'e')
    await page.getByRole('status').getByText('wellmet does not answer').waitFor()
    await page.getByRole('heading', { name: 'A first market' }).waitFor()
    await page.unroute(/assets\/(tag-dialog|rule-editor)[^/]*$/)
    await comes(page, 'e')
    await page.context().close()
  })
})
