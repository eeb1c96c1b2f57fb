// From an empty file to a plan, through every play and out again, as somebody would who has never seen it.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Served, closeBrowser, phone, signedIn } from './served.mjs'

const json = (served, ...words) => JSON.parse(served.cli(...words, '--json'))

describe('the journey', () => {
  let served, page

  before(async () => {
    served = await Served.with(0)
    served.makeLife(200)
    page = await signedIn(served)
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })
  const at = path => page.goto(served.origin + path)

  it('looks around with an invented life, and leaves it', async () => {
    await page.getByRole('button', { name: 'Look around with an invented life' }).click()
    await page.getByRole('heading', { name: /^You know \d/ }).waitFor()
    await page.getByText('An invented life.').waitFor()
    assert.equal(json(served, 'status').people, 0, 'the owner\'s own file is not touched')
    await page.getByRole('button', { name: /Leave it/ }).click()
    await page.getByText('Drop your LinkedIn export here').waitFor()
  })

  it('imports what is dropped, says who the owner is, and comes to a first plan', async () => {
    const files = readdirSync(served.life).map(name => join(served.life, name))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()])
    await chooser.setFiles(files)
    await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 })
    await page.getByText('mara@lindqvist.example').first().waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: /^You know \d/ }).waitFor()
    await page.getByRole('button', { name: 'Ten cards' }).click()
    for (const key of ['y', 'n', 'h']) {
      const name = await page.getByRole('article').getByRole('heading').first().textContent()
      await page.keyboard.press(key)
      await assertEventually(async () => (await page.getByRole('article').getByRole('heading').first().textContent()) !== name)
    }
    await page.getByRole('button', { name: 'To the first plan' }).click()
    await page.getByRole('heading', { name: /steps? for the next/ }).waitFor()
    const status = json(served, 'status')
    assert.ok(status.people > 150)
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    assert.ok(title.includes(`${status.people} people`), title)
    assert.ok(title.includes(`${status.network} are your network`), title)
  })

  it('does, puts off, skips and takes back steps by key', async () => {
    await at('/')
    const steps = page.locator('ol > li, ul > li').filter({ has: page.getByRole('button', { name: /^Done/ }) })
    await steps.first().waitFor()
    const before = json(served, 'today').steps.map(one => one.key)
    await steps.first().focus()
    await page.keyboard.press('d')
    await page.getByText(/^Done/).first().waitFor()
    await assertEventually(() => !json(served, 'today').steps.some(one => one.key === before[0]))
    await page.keyboard.press('u')
    await assertEventually(() => json(served, 'today').steps.some(one => one.key === before[0]))
    await page.keyboard.press('s')
    await assertEventually(() => json(served, 'history').changes.at(-1).command === 'skip')
    await page.keyboard.press('u')
    await assertEventually(() => json(served, 'today').steps.length === before.length)
  })

  it('finds somebody, logs help and lights the lamp', async () => {
    const who = json(served, 'people', '--missing', 'help', '--one-step', '--limit', '1').people[0]
    await page.keyboard.press('Control+k')
    await page.keyboard.type(who.name)
    await page.getByRole('option', { name: new RegExp(escaped(who.name)) }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/people/${who.id}`)
    await page.getByRole('heading', { name: 'Help, not yet' }).waitFor()
    await page.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'I helped' })
    await page.getByRole('textbox', { name: /^Log something about/ }).fill('found a tax adviser')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Help, yes' }).waitFor()
    assert.equal(json(served, 'show', who.id).standing, 'network')
  })

  it('answers the referral test and takes an answer back', async () => {
    await at('/triage')
    const name = await page.getByRole('article').getByRole('heading').first().textContent()
    await page.keyboard.press('y')
    await assertEventually(async () => (await page.getByRole('article').getByRole('heading').first().textContent()) !== name)
    assert.equal(json(served, 'show', name).answer, 'yes')
    await page.keyboard.press('u')
    await assertEventually(() => json(served, 'show', name).answer === null)
  })

  it('reviews a question', async () => {
    await at('/review')
    const total = json(served, 'review').total
    await page.keyboard.press('n')
    await assertEventually(() => json(served, 'review').total === total - 1)
  })

  it('offers, notes a need, and begins an introduction', async () => {
    await at('/help')
    await page.getByRole('textbox', { name: 'Something that you can do for others' }).fill('reading contracts')
    await page.getByRole('button', { name: 'Offer', exact: true }).click()
    await assertEventually(() => json(served, 'offer').offers.length === 1)
    const [a, b] = json(served, 'people', '--standing', 'network', '--limit', '2').people
    await pick('Who needs something', a)
    await page.getByRole('textbox', { name: 'What they need' }).fill('data engineers')
    await page.getByRole('button', { name: 'Note it' }).click()
    await assertEventually(() => json(served, 'need').needs.length === 1)
    await pick('Whom you ask first', a)
    await pick('Whom they are to meet', b)
    await page.getByRole('textbox', { name: 'What they have of each other' }).fill('both build engines')
    await page.getByRole('button', { name: 'Begin' }).click()
    await assertEventually(() => json(served, 'intro').introductions.length === 1)
  })

  it('shares a piece with somebody whom it serves', async () => {
    await at('/content')
    await page.getByRole('textbox', { name: /Title of a piece/ }).fill('How engineers meet founders')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: /^Write to/ }).first().click()
    await assertEventually(() => json(served, 'piece').pieces[0].sent.length === 1)
  })

  it('looks who is where', async () => {
    await at('/meet')
    await page.getByRole('textbox', { name: 'Where to' }).fill('Berlin')
    await page.keyboard.press('Enter')
    await page.getByText(/Berlin/).first().waitFor()
  })

  it('describes a market, lets people go and takes them back', async () => {
    await at('/focus')
    served.cli('market', 'add', 'makers', 'title:founder,engineer')
    await page.reload()
    await page.getByRole('heading', { name: 'makers' }).waitFor()
    const before = json(served, 'status')
    await page.getByRole('button', { name: /^Let \d+ go$/ }).click()
    await assertEventually(() => json(served, 'status').let_go > 0)
    assert.equal(json(served, 'status').network, before.network)
    await page.keyboard.press('u')
    await assertEventually(() => json(served, 'status').let_go === 0)
  })

  it('filters in the address bar, and the address bar filters', async () => {
    await at('/people?standing=network')
    const network = json(served, 'status').network
    await page.getByRole('row').nth(network).waitFor()
    await page.getByRole('searchbox').fill('zzzzzz')
    await page.waitForURL(/q=zzzzzz/)
    await page.getByText(/[Nn]obody/).first().waitFor()
    await page.goBack().catch(() => undefined)
  })

  it('gives everything out again', async () => {
    await at('/sources')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Everything, as JSON lines' }).click()])
    assert.equal(download.suggestedFilename(), 'wellmet.jsonl')
  })

  it('is done with a phone, too', async () => {
    const small = await signedIn(served, { viewport: phone, hasTouch: true, isMobile: true })
    await small.getByRole('heading', { name: /^You know \d/ }).waitFor()
    await small.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'People' }).click()
    await small.waitForURL('**/people')
    await small.getByRole('button', { name: 'More' }).click()
    await small.getByRole('link', { name: /Insights/ }).click()
    await small.waitForURL('**/insights')
    assert.deepEqual(small.wrong, [])
    await small.context().close()
  })

  it('had nothing go wrong in the page', () => assert.deepEqual(page.wrong, []))

  async function pick(label, person) {
    await page.getByRole('textbox', { name: label }).fill(person.name)
    await page.getByRole('option', { name: new RegExp(escaped(person.name)) }).first().click()
  }
})

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

async function assertEventually(holds, seconds = 15) {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await holds()) return
    await new Promise(done => setTimeout(done, 100))
  }
  assert.fail(`not within ${seconds} s: ${holds}`)
}
