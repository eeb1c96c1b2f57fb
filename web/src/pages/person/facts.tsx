// What is known of a person: facts, who else knows them, the owner's notes.
import type { ReactNode } from 'react'
import { useBrief, usePath } from '../../api/queries'
import type { FactFrom, PersonRef, Show } from '../../api/types'
import { webLink } from '../../kit/links'
import { PersonChip } from '../../kit/mark'
import { Link } from '../../kit/router'
import { birthday, day, say, sourceName } from '../../words'
import { Tellers } from './tellers'

function facts(person: Show): [string, ReactNode][] {
  const profile = webLink(person.linkedin)
  const change = person.job_change
  const told = (fact: FactFrom['fact'], shown: ReactNode, value?: string) => (
    <span className="plain" key={value}>
      {shown}
      <Tellers person={person} fact={fact} value={value} />
    </span>
  )
  const all: [string, ReactNode][] = [
    [say('web.person.works-at'), person.company && told('company', person.company)],
    [say('web.person.as'), person.title && told('title', person.title)],
    [
      say('web.person.new-job'),
      change &&
        say('web.person.new-job-when', {
          job: [change.title, change.company].filter(Boolean).join(', '),
          after: day(change.after),
          by: day(change.by),
        }),
    ],
    [
      say('web.person.mail'),
      person.emails.map((mail) => told('email', <MailLink mail={mail} />, mail)),
    ],
    [say('web.person.phone'), person.phones.map((phone) => told('phone', phone, phone))],
    [
      'LinkedIn',
      profile &&
        told(
          'linkedin',
          <a href={profile} target="_blank" rel="noreferrer">
            {profile.replace(/^https?:\/\/(www\.)?/, '')}
          </a>,
          profile,
        ),
    ],
    [say('web.person.city'), person.city && told('city', person.city)],
    [say('web.person.birthday'), person.birthday && told('birthday', birthday(person.birthday))],
    [say('web.person.name'), told('name', person.name, person.name)],
    [say('web.person.also'), person.names.map((name) => told('name', name, name))],
    [say('web.person.tags'), person.tags.length > 0 && <Tags tags={person.tags} />],
  ]
  return all.filter(([, value]) => value && (!Array.isArray(value) || value.length > 0))
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="tagged">
      {tags.map((tag) => (
        <Link className="chip t" key={tag} to={`/people?tag=${encodeURIComponent(tag)}`}>
          {tag}
        </Link>
      ))}
    </span>
  )
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
    <aside className="aside" aria-label={say('web.person.aside')}>
      {known.length > 0 && (
        <>
          <h2 className="h">{say('web.person.facts')}</h2>
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
      <Chips title={say('web.person.who-else')} people={knowers} />
      <Chips
        title={
          person.company
            ? say('web.person.others-at', { company: person.company })
            : say('web.person.others')
        }
        people={colleagues.slice(0, 6)}
      />
      {person.noted.length > 0 && (
        <>
          <h2 className="h">{say('web.person.notes')}</h2>
          {person.noted.map((note) => (
            <p className="note" key={note.text}>
              {note.text}
              <small title={note.file ?? undefined}>
                {sourceName(note.source)}
                {note.at && `, ${day(note.at)}`}
              </small>
            </p>
          ))}
        </>
      )}
      <h2 className="h">{say('web.person.how-strength')}</h2>
      <ul className="rows single">
        {person.strength_reasons.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {person.strength_reasons.length === 0 && <li>{say('web.person.no-strength')}</li>}
      </ul>
    </aside>
  )
}
