// Nothing is said outside the catalogue: on a life in Cyrillic and Greek letters, in a browser that asks for `xx`, English in strange
// letters, each page, menu and dialog is searched for words in plain ones.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Served, closeBrowser, drop, phone, signedIn } from './served.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** Names, which are the same in every language. */
const names = ['wellmet', 'LinkedIn', 'WhatsApp', 'Telegram', 'Signal', 'Messenger', 'SMS', 'Chrome', 'Linux']

const strange = JSON.parse(readFileSync(join(here, '../../words/xx.json'), 'utf8'))

/** Of the life itself: subjects that answer or thank, and words of pieces, which are kept in Latin letters. */
const ofLife = ['Re', 'Danke', 'zavod', 'stroili', 'inzener', 'stanki']

/** Places as the list of the world's towns has them. */
const places = ['Moscow', 'Kazan', 'Tatarstan', 'Republic', 'Tula', 'Russia']

/** Lists as the browser joins them for xx. */
const ofLists = ['and', 'or']

/** SQLite's own words. */
const english = [/file is not a database/g]

/** What the page under test shows, each with the place where it stands. */
function shownWords() {
  const out = [['title', document.title]]
  const visible = element => element.checkVisibility({ visibilityProperty: true })
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement
    if (parent.closest('kbd, code, script, style, noscript, textarea')) continue
    if (parent.tagName !== 'OPTION' && !visible(parent)) continue
    out.push([parent.tagName.toLowerCase() + (parent.className ? `.${parent.getAttribute('class')}` : ''), node.data])
  }
  for (const attribute of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'])
    for (const element of document.querySelectorAll(`[${attribute}]`)) out.push([attribute, element.getAttribute(attribute)])
  return out
}

/** Days and months as the browser has them for xx: in English. */
const ofDates = Array.from({ length: 366 }, (_, i) => new Date(2024, 0, 1 + i)).flatMap(date =>
  ['short', 'long'].flatMap(form => [
    date.toLocaleDateString('en-GB', { month: form }),
    date.toLocaleDateString('en-GB', { weekday: form })
  ])
)
const plain = new Set([...names, ...ofLife, ...places, ...ofLists, ...ofDates])

/** Addresses, profiles, files, zones, fields of a letter: people's own, and not words. */
const addresses = /\S+@\S+|\{\{\w+\}\}|https?:\/\/\S+|linkedin\.com\/\S+|\b[\w-]+\.(vcf|ics|mbox|zip|csv|db|txt)\b|\b[A-Z][a-z]+\/[A-Z]\w+/g

const wordsIn = text =>
  (english.reduce((left, one) => left.replace(one, ''), text.replace(addresses, '')).match(/[A-Za-z]{2,}/g) ?? []).filter(
    word => !plain.has(word)
  )

const found = []

/** Remembers the plain words of what is shown now. */
async function look(page, where) {
  await page.waitForFunction(() => document.body.innerText.includes('⟦'))
  await page.waitForTimeout(250)
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .coming') === null)
  for (const [place, text] of await page.evaluate(shownWords)) {
    const words = wordsIn(text)
    if (words.length > 0) found.push(`${where}: ${place}: ${text.trim()} (${words.join(' ')})`)
  }
}

/** All that unfolds by a click is unfolded. */
async function unfold(page) {
  for (const one of await page.locator('summary:visible, main button[aria-expanded=false]:not([aria-haspopup]):visible').all())
    await one.click({ timeout: 1000 }).catch(() => undefined)
}

describe('words', () => {
  let served, people, page

  const visit = async (path, where = path) => {
    await page.goto(`${served.origin}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await look(page, where)
    await unfold(page)
    await look(page, where)
  }
  const button = (place, nth = 0) => page.locator(place).nth(nth)

  before(async () => {
    served = await Served.with(0)
    execFileSync('python3', [join(here, '../words/life.py'), served.life])
    writeFileSync(
      join(served.life, 'thanks.mbox'),
      'From x Tue Nov 10 10:00:00 2026\nFrom: mara@lindqvist.example\nTo: gleb@pole.example\nSubject: Danke\n' +
        'Date: Tue, 10 Nov 2026 10:00:00 +0000\nMessage-ID: <danke@pisma.example>\n\nСад.\n'
    )
    served.cli('import', served.life)
    people = Object.fromEntries(
      JSON.parse(served.cli('people', '--json', '--limit', '100')).people.map(one => [(one.emails[0] ?? one.name).split('@')[0], one.id])
    )
    served.on('2026-11-18', 'invite', people.eleni, '--at', '20 Nov 2026 10:00', '--zone', 'Stockholm', '--title', 'Кофе', '--sent')
    served.cli('invite', people.anna, '--at', '3 Dec 2026 15:30', '--zone', 'London', '--sent')
    served.cli('offer', 'чтение договоров')
    served.cli('need', people.boris, 'чтение договоров')
    served.cli('need', people.anna, 'инженер данных')
    served.cli('intro', people.anna, people.sofia, 'сад')
    served.cli('market', 'add', 'завод', 'title:инженер,директор')
    served.cli('market', 'add', 'море', 'company:порт no-city:Омск')
    served.cli('piece', 'add', 'Как мы строили завод', '--text', 'завод, инженер, станки')
    served.cli('log', 'note', people.anna, 'любит парус')
    served.cli('log', 'helped', people.anna, 'с договором')
    page = await signedIn(served, { locale: 'xx' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()  // Its language comes before its first words.
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'xx')
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })
  /** Whatever a part of the test has found is that part's. */
  const nothing = () => assert.deepEqual([...new Set(found.splice(0))], [])

  it('Today, and what lies over every page', async () => {
    for (const minutes of ['', '?minutes=15', '?minutes=60']) await visit(`/${minutes}`)
    await page.keyboard.press('l')
    await look(page, 'a step put off')
    await page.keyboard.press('u')
    await look(page, 'and taken back')
    await page.keyboard.press('u')
    await look(page, 'nothing to take back')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await look(page, 'keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await look(page, 'find')
    for (const typed of ['ан', 'ж', '⟦']) {
      await page.getByRole('dialog').locator('input').fill(typed)
      await look(page, `find ${typed}`)
    }
    await page.keyboard.press('Escape')
    nothing()
  })

  it('People, its views, menus and dialogs', async () => {
    for (const query of ['', '?standing=network', '?quiet=1', '?let_go=1', '?organisations=1', '?q=жжж', '?q=ан&rung=met&missing=help'])
      await visit(`/people${query}`)
    await page.locator('.tools button').first().waitFor()
    for (const nth of [0, 1]) {
      await button('.tools button', nth).click()
      await page.getByRole('menu').waitFor()
      await look(page, `menu ${nth}`)
      await page.keyboard.press('Escape')
    }
    await button('.tools button', 2).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'save a view')
    await page.getByRole('dialog').locator('input').fill('парус')
    await page.keyboard.press('Enter')
    await look(page, 'a view saved')
    await page.goto(`${served.origin}/people`)
    await button('[role=row] input[type=checkbox]', 1).check()
    await look(page, 'one selected')
    await button('.selbar button').click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'tag')
    await page.getByRole('dialog').locator('input').fill('парус')
    await page.keyboard.press('Enter')
    await look(page, 'tagged')
    nothing()
  })

  it('each person', async () => {
    for (const [key, id] of Object.entries(people)) await visit(`/people/${id}`, key)
    await visit(`/people/${people.anna}`, 'anna')
    const items = 8
    await button('.namerow button').click()
    await page.getByRole('menu').waitFor()
    await look(page, 'menu of a person')
    await page.keyboard.press('Escape')
    for (const nth of [3, items - 1, items]) {
      await button('.namerow button').click()
      await page.getByRole('menuitem').nth(nth).click()
      await page.getByRole('dialog').waitFor()
      await look(page, `dialog ${nth} of a person`)
      await page.keyboard.press('Escape')
    }
    for (const nth of [4, 5, 6]) {
      await button('.namerow button').click()
      await page.getByRole('menuitem').nth(nth).click()
      await look(page, `rule ${nth}`)
      await page.keyboard.press('u')
      await look(page, `rule ${nth} taken back`)
    }
    await page.locator('.logbox input').fill('парус')
    await page.keyboard.press('Enter')
    await look(page, 'logged')
    nothing()
  })

  it('Triage and Review', async () => {
    await visit('/triage')
    await page.keyboard.press('h')
    await look(page, 'a card answered')
    await visit('/review')
    for (const key of ['l', 'y', 'n']) {
      if (key === 'l') await page.getByText(strange['web.review.was-help']).first().waitFor({ state: 'attached' })
      await page.keyboard.press(key)
      await look(page, `review ${key}`)
    }
    nothing()
  })

  it('Map', async () => {
    await visit('/map')
    await visit(`/map?to=${people.darja}`)
    await visit(`/map?to=${people.anna}`)
    nothing()
  })

  it('Content and Meet', async () => {
    await visit('/content')
    await button('.plainlist .btn').click()
    await look(page, 'a letter with a piece')
    await button('article .rowhead .btn').click()
    await look(page, 'a piece taken away')
    await page.keyboard.press('u')
    await look(page, 'and brought back')
    await visit('/meet')
    await visit('/meet?place=Москва&from=2026-12-01&to=2026-12-03', 'a trip')
    await button('.how form .btn').click()
    await look(page, 'met')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('aside .section .acts .btn').last().click()])
    await chooser.setFiles(join(served.life, 'calendar.ics'))
    await look(page, 'free hours')
    nothing()
  })

  it('Help, Focus and Insights', async () => {
    await visit('/help')
    await visit('/help?about=договоров', 'whom to ask')
    await visit(`/help?introduce=${people.boris}`, 'whom to introduce')
    await visit('/focus')
    await button('.market .edit').click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'rules')
    await page.keyboard.press('Escape')
    await button('.propose input').uncheck()
    await look(page, 'one kept')
    await page.locator('.decision .btn').click()
    await look(page, 'let go')
    await visit('/insights')
    nothing()
  })

  it('Sources', async () => {
    await visit('/sources')
    await page.locator('.linkrow button').last().click()
    await look(page, 'checked')
    writeFileSync(join(served.folder, 'a.db'), 'ж')
    await page.locator('input[type=file]').setInputFiles(join(served.folder, 'a.db'))
    await page.getByRole('dialog').waitFor()
    await look(page, 'a backup to bring back')
    await page.locator('[role=dialog] .btn.primary').click()
    await look(page, 'no backup')
    await drop(page, 'a.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ёж Ёлкин\r\nEMAIL:hedgehog@les.example\r\nEND:VCARD\r\n')
    await page.locator('.importing .plainlist').waitFor()
    await look(page, 'an import')
    nothing()
  })

  it('where there is no page, and nobody', async () => {
    await visit('/no-such-page')
    await page.goto(`${served.origin}/people/никто`)
    await page.locator('.trouble').waitFor()
    await look(page, 'nobody')
    nothing()
  })

  it('on a phone, signed out, and at the beginning', async () => {
    await page.context().close()
    page = await signedIn(served, { locale: 'xx', viewport: phone })
    for (const path of ['/', '/people', '/triage', `/people/${people.sofia}`]) await visit(path, `phone ${path}`)
    await page.locator('.tabs button').click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'more')
    served.told('выдра в камышах у реки\nвыдра в камышах у реки\n', 'serve', '--passphrase')
    await served.stop()
    await page.getByRole('dialog').locator('a').first().click()
    await page.locator('.trouble').first().waitFor()
    await look(page, 'no server')
    await served.start(served.port)
    await page.context().clearCookies()
    await page.goto(served.origin)
    await page.locator('#passphrase').waitFor()
    await look(page, 'signed out')
    await page.locator('#passphrase').fill('нет')
    await page.keyboard.press('Enter')
    await page.locator('#wrong').waitFor()
    await look(page, 'a wrong passphrase')
    const empty = await Served.with(0)
    page = await signedIn(empty, { locale: 'xx' })
    await look(page, 'welcome')
    await drop(page, 'a.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ёж Ёлкин\r\nEMAIL:hedgehog@les.example\r\nEND:VCARD\r\n')
    for (const step of ['read', 'you', 'the circles']) {
      await look(page, step)
      await page.locator('.btn.primary').click()
    }
    await look(page, 'cards')
    await empty.close()
    nothing()
  })
})
