// What is known of a person: facts, who else knows them, the owner's notes.
import type { ReactNode } from 'react'
import { useBrief, usePath } from '../../api/queries'
import type { PersonRef, Show } from '../../api/types'
import { webLink } from '../../kit/links'
import { PersonChip } from '../../kit/mark'
import { birthday, day, list, role } from '../../words'

function facts(person: Show): [string, ReactNode][] {
  const profile = webLink(person.linkedin)
  const change = person.job_change
  const all: [string, ReactNode][] = [
    ['works at', role(person)],
    [
      'new job',
      change &&
        `${[change.title, change.company].filter(Boolean).join(', ')}, between ${day(change.after)} and ${day(change.by)}`,
    ],
    ['mail', person.emails.map((mail) => <MailLink key={mail} mail={mail} />)],
    [
      'phone',
      person.phones.map((phone) => (
        <div className="plain" key={phone}>
          {phone}
        </div>
      )),
    ],
    [
      'LinkedIn',
      profile && (
        <a href={profile} target="_blank" rel="noreferrer">
          {profile.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ),
    ],
    ['city', person.city],
    ['birthday', person.birthday && birthday(person.birthday)],
    ['also', list(person.names.filter((name) => name !== person.name))],
    ['labels', list(person.labels)],
  ]
  return all.filter(([, value]) => value && (!Array.isArray(value) || value.length > 0))
}

function MailLink({ mail }: { mail: string }) {
  return (
    <a className="plain" href={`mailto:${encodeURIComponent(mail).replace('%40', '@')}`}>
      {mail}
    </a>
  )
}

function Chips({ title, people }: { title: string; people: PersonRef[] }) {
  if (people.length === 0) return null
  return (
    <>
      <h2 className="h">{title}</h2>
      <div className="offer">
        {people.map((one) => (
          <PersonChip key={one.id} person={one} />
        ))}
      </div>
    </>
  )
}

export function FactsAside({ person }: { person: Show }) {
  const path = usePath(person.id)
  const brief = useBrief(person.id)
  const knowers = path.data?.introducers.map((one) => one.person).slice(0, 6) ?? []
  const colleagues =
    brief.data?.colleagues.filter((one) => !knowers.some((other) => other.id === one.id)) ?? []
  const known = facts(person)
  return (
    <aside className="aside" aria-label="Facts and notes">
      {known.length > 0 && (
        <>
          <h2 className="h">Facts</h2>
          <dl className="facts">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Chips title="Who else knows them" people={knowers} />
      <Chips
        title={`Others at ${person.company ?? 'the company'}`}
        people={colleagues.slice(0, 6)}
      />
      {person.notes.length > 0 && (
        <>
          <h2 className="h">Notes</h2>
          {person.notes.map((note, i) => (
            <p className="note" key={i}>
              {note}
            </p>
          ))}
        </>
      )}
      <h2 className="h">How strength comes about</h2>
      <ul className="rows single">
        {person.strength_reasons.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {person.strength_reasons.length === 0 && <li>Nothing has flowed yet.</li>}
      </ul>
    </aside>
  )
}
