// From an empty file to a plan, through every play and out again, as somebody would who has never seen it.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Served, choose, closeBrowser, containing, drop, eventually, phone, pick, signedIn, today } from './served.mjs'

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
  const json = (...words) => served.json(...words)
  const cardName = () => page.getByRole('article').getByRole('heading').first().textContent()

  it('looks around with an invented life, and leaves it', async () => {
    await page.getByLabel('How many people the invented life has').selectOption('150')
    await page.getByRole('button', { name: 'Look around with an invented life' }).click()
    const life = page.getByRole('heading', { name: /^You know \d/ })
    await life.waitFor({ timeout: 60_000 })
    assert.ok(Number((await life.textContent()).match(/\d+/)[0]) < 300)
    await page.getByText('An invented life;').waitFor()
    assert.equal(json('status').people, 0, 'the owner\'s own file is not touched')
    await page.getByRole('button', { name: 'Leave it' }).click()
    await page.getByText('Drop your LinkedIn export here').waitFor()
  })

  it('imports what is chosen, says who the owner is, and comes to a first plan', async () => {
    await choose(page, 'Choose files', readdirSync(served.life).map(name => join(served.life, name)))
    await page.getByRole('button', { name: 'Go on' }).click({ timeout: 60_000 })
    await page.getByRole('heading', { name: 'Are you Mara Lindqvist?' }).waitFor()
    await page.getByText('mara@lindqvist.example').first().waitFor()
    await page.getByRole('textbox', { name: 'Another address, number or profile of yours' }).fill('mara@elsewhere.example')
    await page.keyboard.press('Enter')
    await page.getByText('mara@elsewhere.example', { exact: true }).waitFor()
    assert.ok(json('me').handles.includes('mara@elsewhere.example'))
    await page.getByRole('button', { name: 'Yes, that is me' }).click()
    await page.getByRole('heading', { name: /^You know \d/ }).waitFor()
    await page.getByRole('button', { name: 'Ten cards' }).click()
    for (const key of ['y', 'n', 'h']) {
      const name = await cardName()
      await page.keyboard.press(key)
      await eventually(async () => (await cardName()) !== name)
    }
    await page.getByRole('button', { name: 'To the first plan' }).click()
    await page.getByRole('heading', { name: /steps? for the next/ }).waitFor()
    const status = json('status')
    assert.ok(status.people > 150)
    await page.getByRole('heading', { level: 1, name: containing(`You know ${status.people} people. ${status.network} are your network.`) }).waitFor()
  })

  it('tells how the quarter went', async () => {
    const sign = n => (n === 0 ? '0' : n > 0 ? `+${n}` : `−${-n}`)
    const moved = () => json('status').network - json('report', '--quarters', '1').quarters[0].network
    const told = page.getByRole('row', { name: /^network/ }).getByRole('cell').last()
    await eventually(async () => (await told.textContent()) === sign(moved()))
  })

  it('does, puts off, skips and takes back steps by key', async () => {
    await at('/')
    const steps = page.locator('ol > li').filter({ has: page.getByRole('button', { name: /^Done/ }) })
    await steps.first().waitFor()
    const plan = () => json('today').steps
    const before = plan()
    for (const [key, command] of [['d', 'done'], ['l', 'later'], ['s', 'skip']]) {
      await steps.first().focus()
      await page.keyboard.press(key)
      await eventually(() => json('history').changes.at(-1).command === command)
      assert.ok(!plan().some(one => one.key === before[0].key), command)
      await page.getByRole('heading', { name: command === 'done' ? /^(\w+ steps? left|Done for today)$/ : /steps? for the next/ }).waitFor()
      if (command === 'done') {
        const told = page.getByText(/^One done today, about \d+ minutes?\./)
        await told.waitFor()
        // What was done has used up some of the half hour: nothing takes its place.
        const minutes = async where => [...(await where.allTextContents()).join(' ').matchAll(/(\d+) min/g)].reduce((sum, [, n]) => sum + Number(n), 0)
        await eventually(async () => (await minutes(steps)) + (await minutes(told)) <= 30)
      }
      await page.keyboard.press('u')
      await eventually(() => plan().some(one => one.key === before[0].key))
      await page.locator(`[data-key="${before[0].key}"]`).waitFor()
    }
    assert.equal(plan().length, before.length)
  })

  it('keeps a draft that was written, to open in mail', async () => {
    await at('/?minutes=60')
    const step = page.locator('li.step').filter({ has: page.locator('a[href^="mailto:"]') }).first()
    await step.focus()
    await step.getByRole('textbox').fill('Shall we meet?\nMara')
    const href = new URL(await step.getByRole('link', { name: /Open in mail/ }).getAttribute('href'))
    assert.equal(href.searchParams.get('body'), 'Shall we meet?\r\nMara')
  })

  it('has a letter for each step, and times to propose for those to meet', async () => {
    await at('/?minutes=60')
    const steps = json('today', '--minutes', '60').steps
    assert.ok(steps.length > 3)
    for (const step of steps) {
      const card = page.locator(`[data-key="${step.key}"]`)
      await card.focus()
      assert.equal(await card.getByRole('textbox', { name: /^Draft to/ }).inputValue(), step.draft.body.trimEnd())
      assert.ok(step.draft.body.split('\n').length > 4, step.draft.body)
    }
    const meet = json('today', '--minutes', '480').steps.find(one => one.play === 'meet')
    await at(`/people/${meet.person.id}`)
    await page.getByRole('link', { name: 'Propose times' }).click()
    await page.waitForURL('**/meet?with=*')
    await page.getByRole('button', { name: `Take away ${meet.person.name}` }).waitFor()
    const when = page.getByLabel('When, by your clock')
    await eventually(() => when.evaluate(field => field === document.activeElement))
    await page.getByRole('button', { name: /^Take away/ }).click()
    await page.getByRole('button', { name: /^Take away/ }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Invite / }).first().click()
    await eventually(() => when.evaluate(field => field === document.activeElement))
    await pick(page, 'Whom to invite', meet.person)
    await pick(page, 'Whom to invite', meet.person)
    assert.equal(await page.getByRole('button', { name: `Take away ${meet.person.name}` }).count(), 1)
  })

  it('tells where facts and notes come from', async () => {
    const who = json('people', '--limit', '1').people[0]
    served.cli('log', 'note', who.id, 'keeps bees')
    await at(`/people/${who.id}`)
    const facts = page.getByRole('complementary', { name: 'Facts and notes' })
    await facts.getByText(/keeps bees/).waitFor()
    await facts.getByText(/^your word, /).first().waitFor()
    await facts.getByText(/LinkedIn, as of |address book, imported /).first().waitFor()
    served.cli('undo')
  })

  it('finds somebody, logs help and lights the lamp', async () => {
    const who = json('people', '--missing', 'help', '--one-step', '--limit', '1').people[0]
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(who.name)
    await page.getByRole('option', { name: containing(who.name) }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/people/${who.id}`)
    await page.getByRole('heading', { name: 'Help, not yet' }).waitFor()
    await page.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'I helped' })
    await page.getByRole('textbox', { name: /^Log something about/ }).fill('found a tax adviser')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Help, yes' }).waitFor()
    assert.equal(json('show', who.id).standing, 'network')
  })

  it('answers the referral test and takes an answer back', async () => {
    await at('/triage')
    const name = await cardName()
    await page.keyboard.press('y')
    await eventually(async () => (await cardName()) !== name)
    await eventually(() => json('show', name).answer === 'yes')
    await page.keyboard.press('u')
    await eventually(() => json('show', name).answer === null)
  })

  it('reviews: two are one person, and two again; a no is a no', async () => {
    await at('/review')
    const { total, questions } = json('review')
    const same = questions.findIndex(one => one.b)
    assert.ok(same >= 0, 'the invented life has somebody twice')
    const { a, b } = questions[same]
    const asked = page.getByRole('article').getByRole('heading').first()
    await asked.waitFor()
    for (let i = 0; i < same; ++i) {
      await page.keyboard.press('n')
      await eventually(() => json('review').total === total - i - 1)
    }
    await page.getByRole('heading', { name: 'Is this one person?' }).waitFor()
    const people = json('status').people
    await page.keyboard.press('y')
    await eventually(() => json('status').people === people - 1)
    assert.equal(json('show', a.id).id, json('show', b.id).id)
    await page.keyboard.press('u')
    await eventually(() => json('status').people === people)
    await page.getByRole('heading', { name: 'Is this one person?' }).waitFor()
    const open = json('review').total
    const left = n => page.getByText(containing(`${n} ${n === 1 ? 'question' : 'questions'} open.`)).waitFor()
    await page.keyboard.press('n')
    for (let n = open - 1; n > 0; --n) {
      await eventually(() => json('review').total === n)
      await left(n)
      await page.keyboard.press('l')
    }
    await left(0)
    assert.equal(await page.getByRole('article').count(), 0)
    if (open > 1) await page.getByText(containing(` and ${open - 1} put off just now.`)).waitFor()
  })

  it('offers, notes a need and meets it, and brings two together', async () => {
    await at('/help')
    await page.getByRole('textbox', { name: 'Something that you can do for others' }).fill('reading contracts')
    await page.getByRole('button', { name: 'Offer', exact: true }).click()
    await eventually(() => json('offer').offers.length === 1)
    const [a, b] = json('people', '--standing', 'network', '--limit', '2').people
    await pick(page, 'Who needs something', a)
    await page.getByRole('textbox', { name: 'What they need' }).fill('data engineers')
    await page.getByRole('button', { name: 'Note it' }).click()
    await eventually(() => json('need').needs.length === 1)
    await page.getByRole('button', { name: /^I helped/ }).click()
    await eventually(() => json('need').needs.length === 0)
    await pick(page, 'Whom you ask first', a)
    await pick(page, 'Whom they are to meet', b)
    await page.getByRole('textbox', { name: 'What they have of each other' }).fill('both build engines')
    await page.getByRole('button', { name: 'Begin' }).click()
    const introduction = () => json('intro').introductions[0]
    await eventually(() => introduction()?.why === 'both build engines')
    await page.getByRole('button', { name: /^I have asked / }).click()
    await eventually(() => introduction().asked[0] === today)
    await page.getByText(/was asked on .*, no word yet/).waitFor()
    for (const agreed of [1, 2]) {
      await page.getByRole('button', { name: /said yes$/ }).first().click()
      await eventually(() => introduction().agreed.filter(Boolean).length === agreed)
    }
    await page.getByRole('button', { name: 'They are in one letter' }).click()
    await eventually(() => introduction().stage === 'made')
  })

  it('shares a piece with somebody whom it serves', async () => {
    await at('/content')
    await page.getByRole('textbox', { name: /Title of a piece/ }).fill('How engineers meet founders')
    await page.getByRole('textbox', { name: 'What it is about' }).fill('engineering, founders, data')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: /^Write to/ }).first().click()
    await page.getByRole('link', { name: 'Open in mail' }).first().waitFor()
    await page.getByRole('textbox', { name: /^Draft to/ }).first().waitFor()
    assert.equal(json('piece').pieces[0].sent.length, 0, 'a draft is no letter that went out')
    const sent = () => json('piece').pieces[0].sent.length
    await page.getByRole('button', { name: /^Sent to/ }).first().click()
    await eventually(() => sent() === 1)
    await page.getByRole('heading', { name: 'What came of it' }).waitFor()
    await page.keyboard.press('u')
    await eventually(() => sent() === 0)
    await page.getByRole('button', { name: /^Write to/ }).first().waitFor()
  })

  it('looks who is where, and invites', async () => {
    await at('/meet')
    await page.getByRole('textbox', { name: 'Where to' }).fill('Berlin')
    await page.getByLabel('from').fill('2026-12-07')
    await page.getByRole('button', { name: 'Who is there?' }).click()
    await page.getByText(/within \d+ km of Berlin/).waitFor()
    const somebody = json('people', '--standing', 'network', '--limit', '1').people[0]
    await pick(page, 'Whom to invite', somebody)
    await page.getByLabel('When, by your clock').fill('2026-12-08T10:00')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Write the invitation' }).click()])
    const text = readFileSync(await file.path(), 'utf8')
    assert.match(text, /METHOD:REQUEST/)
    assert.match(text, /DTSTART[^\r\n]*20261208T/)
    assert.deepEqual(json('invite').invitations, [])
    await page.getByRole('button', { name: 'I have sent it' }).click()
    await page.getByRole('heading', { name: 'Invitations sent' }).waitFor()
    assert.equal(json('invite').invitations[0].from, '2026-12-08T09:00:00Z')
    assert.equal(await page.getByRole('button', { name: /^Take away/ }).count(), 0)
    assert.equal(await page.getByLabel('When, by your clock').inputValue(), '')
    await page.getByRole('button', { name: /^Called off/ }).click()
    // What stood above the button goes: a click before that would hit what has moved under it.
    await page.getByRole('heading', { name: 'Invitations sent' }).waitFor({ state: 'detached' })
    assert.deepEqual(json('invite').invitations, [])
    await choose(page, 'Choose a calendar', { name: 'empty.ics', mimeType: 'text/calendar', buffer: Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n') })
    await page.getByRole('button', { name: /^Take \d/ }).first().click()
    assert.match(await page.getByLabel('When, by your clock').inputValue(), /^2026-11-\d\dT09:00$/)
  })

  it('asks how it went, and whether help flowed', async () => {
    const [a, b] = json('people', '--standing', 'network', '--limit', '4').people.slice(2)
    for (const [one, hour] of [[a, 10], [b, 11]]) served.on('2026-11-18', 'invite', one.id, '--at', `20 Nov 2026 ${hour}:00`, '--zone', 'Stockholm', '--sent')
    await at('/?minutes=60')
    const asks = page.locator('li.step').filter({ has: page.getByRole('button', { name: /^Say how/ }) })
    const about = (await asks.first().getByRole('link').first().textContent()).split(' ')[0]
    await asks.first().getByRole('button', { name: /^Say how/ }).click()
    const entry = page.getByRole('textbox', { name: containing(`A word about it: ${about}`) })
    await eventually(() => entry.evaluate(field => field === document.activeElement))
    const counts = () => json('show', a.id).counts
    const before = counts()
    await page.getByRole('heading', { name: 'How did it go?' }).waitFor()
    await page.getByRole('textbox', { name: containing(`A word about it: ${a.name.split(' ')[0]}`) }).first().fill('by the canal')
    await page.keyboard.press('Enter')
    await eventually(() => counts().met === before.met + 1)
    await page.getByRole('textbox', { name: 'With what' }).fill('a name at Fjord')
    await page.getByRole('button', { name: 'Log it' }).click()
    await eventually(() => counts().help_in === before.help_in + 1)
    await page.getByRole('combobox', { name: 'Which way' }).selectOption({ label: `I helped ${a.name.split(' ')[0]}` })
    await page.getByRole('textbox', { name: 'With what' }).fill('a word at Zephyr')
    await page.getByRole('button', { name: 'Log another' }).click()
    await eventually(() => counts().help_out === before.help_out + 1)
    await page.getByRole('button', { name: 'That is all' }).click()
    await page.getByRole('button', { name: /^It did not happen/ }).click()
    await eventually(() => json('invite').invitations.length === 0)
    await page.getByRole('heading', { name: 'How did it go?' }).waitFor({ state: 'detached' })
  })

  it('describes a market, lets people go and takes them back', async () => {
    await at('/focus')
    await page.getByRole('button', { name: /^Describe one/ }).first().click()
    await page.getByRole('textbox', { name: 'What you call it' }).fill('makers')
    await page.getByRole('textbox', { name: 'Words for title' }).fill('founder, engineer')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'makers' }).waitFor()
    assert.deepEqual(json('market').markets.map(one => one.name), ['makers'])
    const before = json('status')
    await page.getByRole('button', { name: /^Let \d+ go$/ }).click()
    await eventually(() => json('status').let_go > 0)
    assert.equal(json('status').network, before.network)
    await page.keyboard.press('u')
    await eventually(() => json('status').let_go === 0)
  })

  it('filters in the address bar, and the address bar filters', async () => {
    await at('/people?standing=network')
    const network = json('status').network
    await page.getByRole('table', { name: 'People' }).waitFor()
    assert.equal(await page.getByRole('table', { name: 'People' }).getAttribute('aria-rowcount'), String(network + 1))
    await page.getByRole('checkbox', { name: /^gone quiet/ }).check()
    await page.waitForURL(/quiet=1/)
    await page.getByRole('checkbox', { name: /^gone quiet/ }).uncheck()
    await page.getByRole('searchbox').fill('zzzzzz')
    await page.waitForURL(/q=zzzzzz/)
    await page.getByText('Nobody fits all of that').waitFor()
  })

  it('ticks several values of a facet, and counts what else could be ticked', async () => {
    await at('/people')
    const table = page.getByRole('table', { name: 'People' })
    const rows = async () => Number(await table.getAttribute('aria-rowcount')) - 1
    const tick = name => page.getByRole('group', { name: 'City' }).getByRole('checkbox').nth(name)
    await tick(0).waitFor()
    const [one, other] = await page.getByRole('group', { name: 'City' }).getByRole('checkbox').evaluateAll(boxes =>
      boxes.slice(0, 2).map(box => box.parentElement.querySelector('.cut').textContent)
    )
    const living = (...cities) => json('people', ...cities.flatMap(city => ['--city', city]), '--limit', '1').total
    await tick(0).check()
    await eventually(async () => (await rows()) === living(one))
    await tick(1).check()
    await eventually(async () => (await rows()) === living(one, other))
    assert.deepEqual(new URL(page.url()).searchParams.getAll('city'), [one, other])
  })

  it('tags some, adds them to a market by hand, and takes both back', async () => {
    await at('/people?rung=listed')
    const boxes = page.getByRole('checkbox', { name: /^Select / })
    await boxes.nth(1).check()
    await boxes.nth(2).check()
    const toolbar = page.getByRole('toolbar')
    await toolbar.getByRole('button', { name: 'Tag' }).click()
    await page.getByRole('textbox', { name: 'Tag' }).fill('sailing')
    await page.keyboard.press('Enter')
    await eventually(() => json('people', '--tag', 'sailing').total === 2)
    await page.getByRole('group', { name: 'Tag' }).getByRole('checkbox', { name: /^sailing/ }).waitFor()
    const fits = () => json('people', '--market', 'makers').total
    const before = fits()
    await toolbar.getByRole('button', { name: 'Add to makers' }).click()
    await eventually(() => fits() > before)
    await page.keyboard.press('u')
    await eventually(() => fits() === before)
    await at('/people?tag=sailing')
    await boxes.nth(1).check()
    await toolbar.getByRole('button', { name: 'Tag' }).click()
    await page.getByRole('button', { name: 'Take off sailing' }).click()
    await eventually(() => json('people', '--tag', 'sailing').total === 1)
  })

  it('tags somebody on their page, and shows their tags there', async () => {
    const who = json('people', '--limit', '1').people[0]
    const tags = () => json('show', who.id).tags
    await at(`/people/${who.id}`)
    const more = page.getByRole('button', { name: `More about ${who.name}` })
    await more.click()
    await page.getByRole('menuitem', { name: 'Tag', exact: true }).click()
    await page.getByRole('button', { name: 'sailing', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => more.evaluate(button => button === document.activeElement))
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Tag', exact: true }).click()
    await page.getByRole('textbox', { name: 'Tag' }).fill('oslo crowd')
    await page.keyboard.press('Enter')
    await eventually(() => tags().includes('oslo crowd'))
    await page.getByRole('complementary', { name: 'Facts and notes' }).getByRole('link', { name: 'oslo crowd' }).click()
    await page.waitForURL('**/people?tag=oslo%20crowd')
    await page.getByRole('link', { name: who.name }).waitFor()
    await page.keyboard.press('u')
    await eventually(() => !tags().includes('oslo crowd'))
  })

  it('calls organisations organisations', async () => {
    await at('/people?organisations=1')
    await page.getByRole('columnheader', { name: 'Organisation' }).waitFor()
    await page.getByText(/^\d+ organisations?$/).waitFor()
    assert.equal(await page.getByRole('group', { name: 'Standing' }).count(), 0)
  })

  it('ticks no column for which the window has no room', async () => {
    const column = name => page.getByRole('menuitemcheckbox', { name: containing(name) })
    const before = page.viewportSize()
    await page.setViewportSize({ width: 1200, height: 800 })
    await at('/people')
    await page.getByRole('columnheader', { name: 'Strength' }).waitFor()
    assert.equal(await page.getByRole('columnheader', { name: 'City' }).count(), 0)
    await page.getByRole('button', { name: 'Columns' }).click()
    await column('City').and(page.getByRole('menuitemcheckbox', { checked: false })).waitFor()
    await column('Strength').and(page.getByRole('menuitemcheckbox', { checked: true })).waitFor()
    await page.keyboard.press('Escape')
    await page.setViewportSize(before)
    await page.getByRole('columnheader', { name: 'City' }).waitFor()
  })

  it('selects some, lets them go, and takes them back', async () => {
    await at('/people')
    const boxes = page.getByRole('checkbox', { name: /^Select / })
    await boxes.nth(2).check()
    await boxes.nth(3).check()
    await page.getByRole('toolbar').getByRole('button', { name: 'Let go' }).click()
    await eventually(() => json('status').let_go === 2)
    await page.keyboard.press('u')
    await eventually(() => json('status').let_go === 0)
  })

  it('tells organisations from people, and back', async () => {
    const someone = json('people', '--standing', 'contact', '--limit', '1').people[0]
    const people = () => json('status').people
    const before = people()
    await at(`/people/${someone.id}`)
    await page.getByRole('button', { name: `More about ${someone.name}` }).click()
    await page.getByRole('menuitem', { name: /^No person/ }).click()
    await eventually(() => people() === before - 1)
    await at('/people')
    await page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: /^Organisations/ }).click()
    await page.getByRole('checkbox', { name: `Select ${someone.name}` }).check()
    await page.getByRole('toolbar').getByRole('button', { name: 'A person after all' }).click()
    await eventually(() => people() === before)
  })

  it('finds a path on the map, and has a list beside it', async () => {
    await at('/map')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const someone = json('people', '--limit', '1').people[0]
    await at(`/map?to=${someone.id}`)
    await page.getByRole('region', { name: 'Path' }).getByText(someone.name).first().waitFor()
  })

  it('takes a file that is dropped on any page, and takes it back', async () => {
    await at('/help')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await drop(page, 'one.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ottilie Dropped\r\nEMAIL:ottilie@dropped.example\r\nEND:VCARD\r\n')
    await page.waitForURL('**/sources')
    await page.getByText('1 new', { exact: false }).first().waitFor()
    assert.equal(json('people', 'dropped.example').total, 1)
    const { people } = json('status')
    await page.getByRole('button', { name: 'Take this import back' }).click()
    await eventually(() => json('status').people === people - 1)
  })

  it('tells whether it works', async () => {
    await at('/insights')
    await page.getByRole('heading', { name: 'The ladder' }).waitFor()
    const moved = json('report').moved[0]
    await page.getByRole('region', { name: 'Who came into the network' }).getByRole('link', { name: moved.name }).first().waitFor()
    const { written_to: wrote, answered } = json('report').foretold[0]
    await page.getByRole('region', { name: 'Did it foretell?' }).getByText(containing(`you wrote to ${wrote} people whom you knew by then; ${answered} answered within two weeks`)).first().waitFor()
  })

  it('gives everything out again', async () => {
    await at('/sources')
    await page.getByText(/^Import of [^/]+ new\.$/).first().waitFor()
    for (const [link, name] of [
      ['Everything, as JSON lines', 'wellmet.jsonl'],
      ['People as vCards', 'wellmet.vcf'],
      ['People as JSContact', 'wellmet.json'],
      ['People as a table', 'wellmet.csv']
    ]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
      assert.equal(download.suggestedFilename(), name)
      assert.ok(readFileSync(await download.path(), 'utf8').includes('lindqvist') || !link.startsWith('Everything'))
    }
  })

  it('brings a backup back, once it has asked', async () => {
    const backup = join(served.folder, 'backup.db')
    served.cli('backup', backup)
    const offers = () => json('offer').offers.length
    const before = offers()
    served.cli('offer', 'what came since')
    await at('/sources')
    await choose(page, 'Bring a backup back', backup)
    await page.getByRole('button', { name: 'Leave all as it is' }).click()
    assert.equal(offers(), before + 1)
    await choose(page, 'Bring a backup back', { name: 'cards.db', mimeType: 'application/vnd.sqlite3', buffer: Buffer.from('BEGIN:VCARD') })
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByText('no wellmet data file').waitFor()
    assert.equal(offers(), before + 1)
    await choose(page, 'Bring a backup back', backup)
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByText('Everything is as it was in that file.').waitFor()
    assert.equal(offers(), before)
    await at('/help')
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.equal(await page.getByText('what came since').count(), 0)
  })

  it('is done with a phone, too', async () => {
    const small = await signedIn(served, { viewport: phone, hasTouch: true, isMobile: true })
    await small.getByRole('heading', { name: /^You know \d/ }).waitFor()
    await small.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'People' }).tap()
    await small.waitForURL('**/people')
    await small.getByRole('row').nth(3).getByRole('link').first().tap()
    await small.waitForURL('**/people/*')
    await small.getByRole('textbox', { name: /^Log something about/ }).fill('coffee')
    await small.getByRole('button', { name: /^Log/ }).tap()
    await small.getByRole('button', { name: /^Take back/ }).tap()
    await small.getByRole('button', { name: 'More', exact: true }).last().tap()
    await small.getByRole('dialog').getByText('Insights').tap()
    await small.waitForURL('**/insights')
    assert.deepEqual(small.wrong, [])
    await small.context().close()
  })

  it('had nothing go wrong in the page', () => assert.deepEqual(page.wrong, []))
})
