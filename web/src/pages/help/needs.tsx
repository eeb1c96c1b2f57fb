// What people need, who might help: the owner, or somebody that the owner knows.
import { type FormEvent, useState } from 'react'
import { useNeeds } from '../../api/queries'
import { record } from '../../api/record'
import type { Need, Needs as NeedsShape, PersonRef } from '../../api/types'
import { Mark, PersonChip, PersonLink } from '../../kit/mark'
import { PickPerson } from '../../kit/pick-person'
import { Answer, Empty } from '../../kit/states'
import { bold, day, given, list, rich, say } from '../../words'

function Noticed({ noticed }: { noticed: NeedsShape['noticed'] }) {
  if (noticed.length === 0) return null
  const answer = (need: string, yes: boolean) =>
    void record({
      path: '/needs/noticed/{need}',
      parts: { need },
      body: { answer: yes ? 'yes' : 'no' },
    })
  return (
    <ul className="rows" aria-label={say('web.help.noticed')}>
      {noticed.map((one) => (
        <li className="maybe" key={one.key}>
          <time>{one.day ? day(one.day) : ''}</time>
          <span>
            {rich('web.help.may-need', {
              who: <PersonLink key="who" person={one.person} />,
              need: one.need,
            })}
            <small>{say('web.help.noticed-in', { from: one.from })}</small>
            <span className="acts">
              <button className="btn" onClick={() => answer(one.key, true)}>
                {say('web.act.yes')}
              </button>
              <button className="btn" onClick={() => answer(one.key, false)}>
                {say('web.act.no')}
              </button>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function NeedItem({ need }: { need: Need }) {
  const settle = (how: 'helped' | 'met' | 'drop') =>
    void record({ path: '/needs/{n}', parts: { n: need.n }, body: { how } })
  return (
    <li className="need">
      <Mark person={need.person} />
      <div>
        <p className="who">
          {rich('web.help.needs', {
            who: <PersonLink key="who" person={need.person} />,
            b: bold,
            need: need.need,
          })}
        </p>
        <p className="ev">{say('web.help.noted', { day: day(need.since) })}</p>
        {need.offers.length > 0 && (
          <p className="reason">
            {say('web.help.you-offer', {
              offers: list(need.offers.map((one) => `“${one.offer}”`)),
            })}
          </p>
        )}
        {need.helpers.length > 0 && (
          <>
            <p className="muted small section-s">{say('web.help.to-mind')}</p>
            <div className="offer">
              {need.helpers.map((one) => (
                <PersonChip key={one.person.id} person={one.person} />
              ))}
            </div>
          </>
        )}
        <div className="acts">
          <button className="btn" onClick={() => settle('helped')}>
            {say('web.help.i-helped', { name: given(need.person.name) })}
          </button>
          <button className="btn plain" onClick={() => settle('met')}>
            {say('web.help.no-longer')}
          </button>
          <button className="btn plain" onClick={() => settle('drop')}>
            {say('web.help.never-was')}
          </button>
        </div>
      </div>
    </li>
  )
}

function NoteNeed() {
  const [person, setPerson] = useState<PersonRef | null>(null)
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!person) return
    if (await record({ path: '/needs', body: { person: person.id, text: text.trim() } })) {
      setText('')
      setPerson(null)
    }
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void submit(event)}>
      <PickPerson label={say('web.help.who-needs')} person={person} onPick={setPerson} />
      <input
        className="field"
        aria-label={say('web.help.what-needed')}
        placeholder={say('web.help.what-needed')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={!person || text.trim() === ''}>
        {say('web.help.note-it')}
      </button>
    </form>
  )
}

export function Needs() {
  const needs = useNeeds()
  return (
    <section aria-labelledby="needs">
      <h2 className="h" id="needs">
        {say('web.help.people-need')}
      </h2>
      <NoteNeed />
      <Answer of={needs} lines={5}>
        {(known) => (
          <>
            <Noticed noticed={known.noticed} />
            {known.needs.length === 0 && known.noticed.length === 0 && (
              <Empty words={say('web.help.no-need')}>
                <p>{say('web.help.no-need-more')}</p>
              </Empty>
            )}
            <ul>
              {known.needs.map((need) => (
                <NeedItem key={need.n} need={need} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  )
}
