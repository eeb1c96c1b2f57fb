// How wellmet says things: numbers, days, counts, and the names of what it knows.
import type { FactName, Person, PersonRef, Row, Rung } from './api/types'

const locale = navigator.languages as string[]
const whole = new Intl.NumberFormat(locale)
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const hundredths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const dayForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const longForm = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const monthForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
const momentForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

export const num = (n: number) => whole.format(n)
export const decimal = (n: number) => oneDecimal.format(n)
export const share = (n: number) => hundredths.format(n)
export const inHundred = (n: number) => `${whole.format(Math.round(n * 100))} in 100`

const countries = new Intl.DisplayNames(locale, { type: 'region' })
/** Of a code of two letters. */
export const country = (code: string) =>
  /^[a-z]{2}$/i.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code

/** "+6", "−3", "0". */
export function signed(n: number): string {
  if (n === 0) return '0'
  return (n > 0 ? '+' : '−') + whole.format(Math.abs(n))
}

export const count = (n: number, one: string, many = `${one}s`) =>
  `${num(n)} ${n === 1 ? one : many}`
export const people = (n: number) => count(n, 'person', 'people')

const small = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')
/** At the head of a sentence: "Five", "18". */
export const spelled = (n: number) => small[n] ?? num(n)
export const spelledSmall = (n: number) => spelled(n).toLowerCase()

/** "once", "twice", "three times", "39 times". */
export const times = (n: number) =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${spelledSmall(n)} times`

/** A day stays that day in every time zone: its words are read at noon, local time. */
const asDate = (iso: string) => new Date(iso.length === 10 ? `${iso}T12:00:00` : iso)
export const day = (iso: string) => dayForm.format(asDate(iso))
export const longDay = (iso: string) => longForm.format(asDate(iso)).replace(',', '')
export const dayOfYear = (iso: string) => monthForm.format(asDate(iso))
export const moment = (iso: string) => momentForm.format(asDate(iso))

/** A minute of the day as "14:05". */
export const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':')

/** A birthday, whether its year is known ("1980-12-03") or not ("--12-03"). */
export function birthday(text: string): string {
  const found = /^(?:\d{4}|-)-(\d{2})-?(\d{2})$/.exec(text)
  return found ? dayOfYear(`2000-${found[1]}-${found[2]}`) : text
}

export function daysSince(iso: string, today: string): number {
  return Math.round((asDate(today).getTime() - asDate(iso.slice(0, 10)).getTime()) / 86_400_000)
}

/** "yesterday", "3 days ago"; the day itself when that is more than 60 days ago. */
export function ago(iso: string, today: string): string {
  const days = daysSince(iso, today)
  if (days < 0 || days > 60) return day(iso)
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}

/** "Later" without a day is a week from now. */
export function inAWeek(): string {
  const then = new Date(Date.now() + 7 * 86_400_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`
}

export function bytes(n: number): string {
  if (n < 1000) return `${num(n)} bytes`
  if (n < 1_000_000) return `${decimal(n / 1000)} kB`
  if (n < 1_000_000_000) return `${decimal(n / 1_000_000)} MB`
  return `${decimal(n / 1_000_000_000)} GB`
}

export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A phrase of the program as a sentence: capital, full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' ? '' : upper(trimmed) + (/[.?!”]$/.test(trimmed) ? '' : '.')
}

/** The first word of a name, to speak of somebody. */
export const given = (name: string) =>
  name.includes('@') ? name : (name.split(/[\s,]+/)[0] ?? name)

export function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word))
  const first = Array.from(words[0] ?? name)[0] ?? '·'
  const last = words.length > 1 ? Array.from(words[words.length - 1] ?? '')[0] : ''
  return (first + (last ?? '')).toUpperCase()
}

export const list = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export const place = (person: PersonRef) =>
  [person.company, person.city].filter((one): one is string => Boolean(one)).join(', ')

export const role = (person: PersonRef) =>
  [person.title, person.company].filter((one): one is string => Boolean(one)).join(', ')

export const rungs: Record<Rung, string> = {
  advocate: 'advocate',
  network: 'network',
  met: 'met',
  in_touch: 'in touch',
  aware: 'aware',
  listed: 'listed',
}
export const rungOrder: Rung[] = ['advocate', 'network', 'met', 'in_touch', 'aware', 'listed']
export const factNames: FactName[] = ['talk', 'meet', 'help']

const topics: Record<string, string> = {
  owed: 'owed answer',
  dropped: 'let drop',
  quiet: 'network gone quiet',
  due: 'due',
  'new-job': 'new job',
  birthday: 'birthday',
  anniversary: 'anniversary',
  thanks: 'thanks',
  introduction: 'introduction',
  'no-help': 'one step away',
  'first-talk': 'never spoken',
  unspoken: 'one step away',
  'how-did-it-go': 'how did it go?',
  'first-letter': 'your market',
}

export function topic(step: { topic: string; play: string; urgency?: number }): string {
  if (step.topic === 'owed' && step.urgency === 0) return 'the last word is theirs'
  if (step.topic.startsWith('need-')) return 'a need you can meet'
  if (step.topic.startsWith('piece-')) return 'a piece for them'
  return topics[step.topic] ?? step.topic.replaceAll('-', ' ')
}

/** The same without the commands that only a terminal has. */
export const withoutCommands = (text: string) =>
  text
    .replace(/\? wellmet log [^;]*; if not/, '? If not')
    .replace(/(; once done|\b(see|for instance|first))?:? ?\(?\bwellmet (?!serve)[a-z].*$/, '')

const out: Record<string, string> = {
  wrote: 'you wrote',
  called: 'you called',
  invited: 'you invited them to connect',
  introduced: 'you introduced them',
  recommended: 'you recommended them',
  endorsed: 'you endorsed them',
  helped: 'you helped',
  asked: 'you asked them',
  referred: 'you referred them',
  thanked: 'you thanked them',
  shared: 'you shared',
  engaged: 'you answered a piece of theirs',
}
const incoming: Record<string, string> = {
  wrote: 'wrote to you',
  called: 'called you',
  invited: 'invited you to connect',
  introduced: 'introduced you',
  recommended: 'recommended you',
  endorsed: 'endorsed you',
  helped: 'helped you',
  asked: 'asked you',
  referred: 'referred you',
  thanked: 'thanked you',
  shared: 'shared with you',
  engaged: 'answered a piece of yours',
}
const both: Record<string, string> = {
  met: 'met',
  called: 'called',
  crossed: 'crossed paths',
  listed: 'listed',
  wrote: 'wrote',
  noted: 'your note',
}

/** One row of evidence in words: 'wrote to you: “Lunch?”'. */
export function rowWords(row: Row): string {
  const table = row.direction === 'in' ? incoming : row.direction === 'out' ? out : both
  const what = both[row.kind] && !table[row.kind] ? both[row.kind] : (table[row.kind] ?? row.kind)
  const note = row.note ? `: “${row.note}”` : ''
  return `${what}${note}${row.place ? `, ${row.place}` : ''}`
}

export const arrow = (row: Row) =>
  ['listed', 'crossed', 'noted'].includes(row.kind)
    ? '·'
    : row.direction === 'in'
      ? '←'
      : row.direction === 'out'
        ? '→'
        : '⇄'

const sources: Record<string, string> = {
  linkedin: 'LinkedIn',
  whatsapp: 'WhatsApp',
  vcard: 'address book',
  contacts: 'address book',
  contacts_csv: 'address book',
  google_contacts: 'Google contacts',
  outlook_contacts: 'Outlook contacts',
  thunderbird_contacts: 'Thunderbird contacts',
  telegram: 'Telegram',
  signal: 'Signal',
  messenger: 'Messenger',
  sms: 'SMS',
  call: 'call log',
  calls: 'call log',
  import: 'one of your files',
  you: 'your word',
}
export const sourceName = (name: string) => sources[name] ?? name

export function rowSource(row: Row): string {
  const name = sourceName(row.source)
  return row.confidence < 1 ? `${name}, inferred, confidence ${share(row.confidence)}` : name
}

/** What cannot be known yet, by the kinds of file that were read; null when enough can. */
export function ignorance(kinds: Set<string | null>): string | null {
  if (kinds.has('calendar') || kinds.has('calls')) return null
  return 'No calendar and no call log was imported, so whom you have met is not known yet.'
}

/** Where somebody stands, in one word or two. */
export function standingWord(person: Person): string {
  if (person.let_go) return 'let go'
  if (person.exempt) return 'exempt'
  if (person.standing === 'network') return person.quiet ? 'network, quiet' : rungs[person.rung]
  return person.one_step_away ? 'one step away' : rungs[person.rung]
}
