// What goes wrong around the app: a reload in mid-import, a server killed and restarted, two tabs with one person, names that
// try to inject, nothing but a keyboard.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Served, choose, closeBrowser, eventually, signedIn } from './served.mjs'

describe('robust', () => {
  let served

  before(async () => {
    served = await Served.with(120)
  })
  after(async () => {
    await closeBrowser()
    await served.close()
  })

  /** A file of mail from 50 people that takes a while to read. */
  function manyLetters() {
    const mail = join(served.folder, 'many.mbox')
    const letters = []
    for (let i = 0; i < 150_000; ++i)
      letters.push(
        `From x Mon Nov  2 10:00:00 2026\nFrom: <many${i % 50}@letters.example>\nTo: <mara@lindqvist.example>\nSubject: s\nMessage-ID: <${i}@letters.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nhello\n`
      )
    writeFileSync(mail, letters.join('\n'))
    return mail
  }

  it('an import that is cancelled leaves nothing', async () => {
    const page = await signedIn(served)
    await page.goto(`${served.origin}/sources`)
    const { length } = served.json('history').changes
    await choose(page, 'Choose files', manyLetters())
    await page.getByRole('region', { name: 'Import under way' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled. Nothing of it is kept.').waitFor()
    await eventually(async () => (await imports(page))[0].state === 'cancelled')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    assert.equal(served.json('history').changes.length, length)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('a reload in the middle of an import finds it again', async () => {
    const page = await signedIn(served)
    await page.goto(`${served.origin}/sources`)
    await choose(page, 'Choose files', manyLetters())
    await eventually(async () => ['running', 'done'].includes((await imports(page))[0]?.state))
    await page.reload()
    await page.getByText('many.mbox').first().waitFor()
    await eventually(async () => (await imports(page))[0].state === 'done', 60)
    assert.equal(served.json('people', 'letters.example').total, 50)
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
    const who = served.json('people', '--missing', 'help', '--limit', '1').people[0]
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
        .map((name, i) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nORG:Works of ${name}\r\nNOTE:${name}\r\nURL:javascript:alert(1)\r\nEMAIL:evil${i}@inject.example\r\nEND:VCARD\r\n`)
        .join('')
    )
    served.cli('import', file)
    const page = await signedIn(served)
    await page.goto(`${served.origin}/people?q=inject.example`)
    await page.getByText('<img src=x onerror=window.broken=1>').first().waitFor()
    for (const { id } of served.json('people', 'inject.example').people) {
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
        // A text within a box shows it by the box.
        const box = one.closest('.draft')
        const ringed = box !== null && getComputedStyle(box).boxShadow !== 'none'
        return { words: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40), outlined: ringed || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'), tag: one.tagName }
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
    const steps = () => served.json('history').changes.filter(one => ['done', 'skip', 'later'].includes(one.command)).length
    const before = steps()
    await page.keyboard.press('Control+k')
    // Typed on at once, before the box is there: no letter is lost, and none acts on the plan behind it.
    await page.keyboard.type('insights')
    assert.equal(await page.getByRole('textbox', { name: /^Find a person/ }).inputValue(), 'insights')
    await page.getByRole('option', { name: /^Insights/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/insights')
    assert.equal(steps(), before)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('from Today to a person, a word logged and taken back, without a mouse', async () => {
    const page = await signedIn(served)
    const key = async (...keys) => {
      for (const one of keys) await page.keyboard.press(one)
    }
    /** Goes on by Tab to what holds in the page. */
    const tabTo = async (holds, word) => {
      for (let i = 0; i < 80; ++i) {
        await key('Tab')
        if (await page.evaluate(holds, word)) return
      }
      assert.fail(`Tab does not lead to ${word}`)
    }
    await page.getByRole('heading', { name: /^You know/ }).waitFor()
    await page.locator('li.step').first().waitFor()
    await tabTo(() => document.activeElement.matches('li.step .who a'), 'a person in the plan')
    const name = await page.evaluate(() => document.activeElement.textContent)
    await key('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    const changes = served.json('history').changes.length
    await tabTo(() => document.activeElement.matches('.logbox input'), 'the log box')
    await page.keyboard.type('coffee by the canal')
    await key('Enter')
    await eventually(() => served.json('history').changes.length === changes + 1)
    await page.getByText('coffee by the canal').first().waitFor()
    await key('Tab')
    await key('u')
    await eventually(() => served.json('history').changes.at(-1).undoes !== null)
    await eventually(async () => (await page.getByText('coffee by the canal').count()) === 0)
    assert.deepEqual(page.wrong, [])
    await page.context().close()
  })

  it('a passphrase opens it, the right one alone', async () => {
    served.told('an otter in the reeds\nan otter in the reeds\n', 'serve', '--passphrase')
    try {
      await served.stop()
      await served.start(served.port)
      const page = await signedIn(served)
      await page.context().clearCookies()
      await page.goto(served.origin)
      const box = page.getByLabel('Or say your passphrase')
      await box.fill('a badger')
      await key(page, 'Enter')
      await page.getByRole('alert').waitFor()
      await box.fill('an otter in the reeds')
      await key(page, 'Enter')
      await page.getByRole('heading', { name: /^You know/ }).waitFor()
      assert.deepEqual(page.wrong, [])
      await page.context().close()
    } finally {
      served.told('\n', 'serve', '--passphrase')
    }
  })

  const key = (page, one) => page.keyboard.press(one)
  const imports = page =>
    page.evaluate(async () => (await (await fetch('/api/v1/imports', { headers: { 'wellmet-key': localStorage.getItem('wellmet.key') } })).json()).imports)
})
