// A wellmet that serves, and a browser that looks at it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'

export const wellmet = process.env.WELLMET
export const today = '2026-11-22'
if (!wellmet) throw new Error('say which wellmet: WELLMET=build/release/wellmet node --test tests/browser')

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
    return execFileSync(wellmet, ['--db', this.database, '--as-of', today, ...words], { encoding: 'utf8' })
  }

  async start(port) {
    this.process = spawn(wellmet, ['--db', this.database, '--as-of', today, 'serve', '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    this.ended = new Promise(done => this.process.on('exit', done))
    const lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
    this.origin = (await lines.next()).value.split(' ').at(-1)
    this.link = (await lines.next()).value.split(' ').at(-1)
    this.port = Number(new URL(this.origin).port)
  }

  freshLink() {
    return this.cli('serve', '--link', '--port', String(this.port)).trim()
  }

  async stop(signal = 'SIGTERM') {
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
