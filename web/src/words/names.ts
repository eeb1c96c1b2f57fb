// The names of what the API has codes for, and what is known of a person in a word or two.
import type { FactName, Person, PersonRef, Row, Rung } from '../api/types'
import { share } from './forms'
import { say } from './say'

export const place = (person: PersonRef) =>
  [person.company, person.city].filter((one): one is string => Boolean(one)).join(', ')

export const role = (person: PersonRef) =>
  [person.title, person.company].filter((one): one is string => Boolean(one)).join(', ')

export const rungs: Record<Rung, string> = {
  advocate: say('web.rung.advocate'),
  network: say('web.rung.network'),
  met: say('web.rung.met'),
  in_touch: say('web.rung.in-touch'),
  aware: say('web.rung.aware'),
  listed: say('web.rung.listed'),
}
export const rungOrder: Rung[] = ['advocate', 'network', 'met', 'in_touch', 'aware', 'listed']

export const factNames: FactName[] = ['talk', 'meet', 'help']
export const facts: Record<FactName, string> = {
  talk: say('web.fact.talk'),
  meet: say('web.fact.meet'),
  help: say('web.fact.help'),
}

const plays: Record<string, string> = {
  share: say('web.play.share'),
  talk: say('web.play.talk'),
  meet: say('web.play.meet'),
  help: say('web.play.help'),
  focus: say('web.play.focus'),
}
export const play = (code: string) => plays[code] ?? code

const topics: Record<string, string> = {
  owed: say('web.topic.owed'),
  dropped: say('web.topic.dropped'),
  quiet: say('web.topic.quiet'),
  due: say('web.topic.due'),
  'new-job': say('web.topic.new-job'),
  birthday: say('web.topic.birthday'),
  anniversary: say('web.topic.anniversary'),
  thanks: say('web.topic.thanks'),
  introduction: say('web.topic.introduction'),
  'no-help': say('web.topic.no-help'),
  'first-talk': say('web.topic.first-talk'),
  unspoken: say('web.topic.unspoken'),
  'how-did-it-go': say('web.topic.how-did-it-go'),
  'first-letter': say('web.topic.first-letter'),
}

export function topic(step: { topic: string; play: string; urgency?: number }): string {
  if (step.topic === 'owed' && step.urgency === 0) return say('web.topic.last-word')
  if (step.topic.startsWith('need-')) return say('web.topic.need')
  if (step.topic.startsWith('piece-')) return say('web.topic.piece')
  return topics[step.topic] ?? step.topic
}

const out: Record<string, string> = {
  wrote: say('web.row.out.wrote'),
  called: say('web.row.out.called'),
  invited: say('web.row.out.invited'),
  introduced: say('web.row.out.introduced'),
  recommended: say('web.row.out.recommended'),
  endorsed: say('web.row.out.endorsed'),
  helped: say('web.row.out.helped'),
  asked: say('web.row.out.asked'),
  referred: say('web.row.out.referred'),
  thanked: say('web.row.out.thanked'),
  shared: say('web.row.out.shared'),
  engaged: say('web.row.out.engaged'),
}
const incoming: Record<string, string> = {
  wrote: say('web.row.in.wrote'),
  called: say('web.row.in.called'),
  invited: say('web.row.in.invited'),
  introduced: say('web.row.in.introduced'),
  recommended: say('web.row.in.recommended'),
  endorsed: say('web.row.in.endorsed'),
  helped: say('web.row.in.helped'),
  asked: say('web.row.in.asked'),
  referred: say('web.row.in.referred'),
  thanked: say('web.row.in.thanked'),
  shared: say('web.row.in.shared'),
  engaged: say('web.row.in.engaged'),
}
/** Of a kind that has no direction, or where it is not known. */
export const rowKinds: Record<string, string> = {
  met: say('web.row.met'),
  called: say('web.row.called'),
  crossed: say('web.row.crossed'),
  listed: say('web.row.listed'),
  wrote: say('web.row.wrote'),
  noted: say('web.row.noted'),
}

/** One row of evidence in words: 'wrote to you: “Lunch?”'. */
export function rowWords(row: Row): string {
  const table = row.direction === 'in' ? incoming : row.direction === 'out' ? out : rowKinds
  const what = table[row.kind] ?? rowKinds[row.kind] ?? row.kind
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

const addressBook = say('web.source.address-book')
const callLog = say('web.source.call-log')
const sources: Record<string, string> = {
  linkedin: 'LinkedIn',
  whatsapp: 'WhatsApp',
  vcard: addressBook,
  contacts: addressBook,
  contacts_csv: addressBook,
  google_contacts: say('web.source.google'),
  outlook_contacts: say('web.source.outlook'),
  thunderbird_contacts: say('web.source.thunderbird'),
  telegram: 'Telegram',
  signal: 'Signal',
  messenger: 'Messenger',
  sms: 'SMS',
  mail: say('web.source.mail'),
  calendar: say('web.source.calendar'),
  call: callLog,
  calls: callLog,
  import: say('web.source.import'),
  you: say('web.source.you'),
}
export const sourceName = (name: string) => sources[name] ?? name

export function rowSource(row: Row): string {
  const source = sourceName(row.source)
  if (row.confidence >= 1) return source
  return say('web.source.inferred', { source, share: share(row.confidence) })
}

/** What cannot be known yet, by the kinds of file that were read; null when enough can. */
export function ignorance(kinds: Set<string | null>): string | null {
  if (kinds.has('calendar') || kinds.has('calls')) return null
  return say('web.standing.ignorance')
}

/** Where somebody stands, in one word or two. */
export function standingWord(person: Person): string {
  if (person.let_go) return say('web.standing.let-go')
  if (person.exempt) return say('web.standing.exempt')
  if (person.standing === 'network')
    return person.quiet ? say('web.standing.quiet') : rungs[person.rung]
  return person.one_step_away ? say('web.standing.one-step') : rungs[person.rung]
}
