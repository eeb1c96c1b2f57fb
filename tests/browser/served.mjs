// A wellmet that serves, and a browser that looks at it.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

export const wellmet = process.env.WELLMET
export const today = '2026-11-22'
if (!wellmet) throw new Error('say which wellmet: WELLMET=build/release/wellmet node --test tests/browser')

/** SLOW=2 doubles every limit of time, for a machine that does other work besides. */
export const slow = Number(process.env.SLOW) || 1

export class Served {
  /** With a life of so many invented people; 0: an empty file. */
  static async with(people) {
    const served = new Served()
    served.folder = mkdtempSync(join(tmpdir(), 'wellmet-browser-'))
    served.database = join(served.folder, 'wellmet.db')
    if (people > 0) {
      served.makeLife(people)
      served.cli('import', served.life)
    }
    await served.start(0)
    return served
  }

  get life() {
    return join(this.folder, 'life')
  }

  makeLife(people) {
    this.cli('demo', this.life, '--people', String(people))
    rmSync(join(this.life, 'truth.json'))
  }

  cli(...words) {
    return this.told('', ...words)
  }

  /** As on another day. */
  on(day, ...words) {
    return execFileSync(wellmet, ['--db', this.database, '--as-of', day, ...words], { encoding: 'utf8' })
  }

  /** With something to read where it asks. */
  told(input, ...words) {
    return execFileSync(wellmet, ['--db', this.database, '--as-of', today, ...words], { encoding: 'utf8', input })
  }

  json(...words) {
    return JSON.parse(this.cli(...words, '--json'))
  }

  async start(port) {
    this.process = spawn(wellmet, ['--db', this.database, '--as-of', today, 'serve', '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    this.ended = new Promise(done => this.process.on('exit', done))
    this.running = true
    const lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
    this.origin = (await lines.next()).value.split(' ').at(-1)
    this.link = (await lines.next()).value.split(' ').at(-1)
    this.port = Number(new URL(this.origin).port)
  }

  freshLink() {
    return this.cli('serve', '--link', '--port', String(this.port)).trim()
  }

  async stop(signal = 'SIGTERM') {
    if (!this.running) return
    this.running = false
    this.process.kill(signal)
    await this.ended
  }

  async close() {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

let browser
export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-swiftshader'
    ]
  })
  return browser
}

export async function closeBrowser() {
  await browser?.close()
  browser = undefined
}

export const wide = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

/** A page that is signed in, and keeps what went wrong in it: `page.wrong`. */
export async function signedIn(served, { viewport = wide, colorScheme = 'light', ...more } = {}) {
  const context = await (await openBrowser()).newContext({
    viewport,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    ...more
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.wrong = []
  page.on('pageerror', error => page.wrong.push(`error: ${error.message}`))
  page.on('console', message => {
    // A request that the page itself answers for in words (404, 422, no server) is told by the browser too.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) page.wrong.push(message.text())
  })
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.origin !== served.origin && url.protocol !== 'data:' && url.protocol !== 'blob:') page.wrong.push(`asks elsewhere: ${url}`)
  })
  await page.goto(served.freshLink())
  return page
}

/** Holds at last, within so many seconds. */
export async function eventually(holds, seconds = 15) {
  const end = Date.now() + seconds * 1000 * slow
  while (Date.now() < end) {
    if (await holds()) return
    await new Promise(done => setTimeout(done, 100))
  }
  assert.fail(`not within ${seconds * slow} s: ${holds}`)
}

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
export const containing = text => new RegExp(escaped(text))

/** Chooses a person in a field that finds people. */
export async function pick(page, label, person) {
  await page.getByRole('textbox', { name: label }).fill(person.name)
  await page.getByRole('option', { name: containing(person.name) }).first().click()
}

/** Gives files to the system's own choice, opened by a button. */
export async function choose(page, button, files) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).first().click()])
  await chooser.setFiles(files)
}

/** Lets go of a file over the page, as a hand would. */
export async function drop(page, name, text) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name))
      return data
    },
    [name, text]
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: data })
}
