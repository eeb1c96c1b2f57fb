// What people need, who might help: the owner, or somebody that the owner knows.
import { type FormEvent, useState } from 'react'
import { useNeeds } from '../../api/queries'
import { say } from '../../api/say'
import type { Need, Needs as NeedsShape, PersonRef } from '../../api/types'
import { Mark, PersonChip, PersonLink } from '../../kit/mark'
import { PickPerson } from '../../kit/pick-person'
import { Answer, Empty } from '../../kit/states'
import { day, given, list } from '../../words'

function Noticed({ noticed }: { noticed: NeedsShape['noticed'] }) {
  if (noticed.length === 0) return null
  const answer = (need: string, yes: boolean) =>
    void say({
      path: '/needs/noticed/{need}',
      parts: { need },
      body: { answer: yes ? 'yes' : 'no' },
    })
  return (
    <ul className="rows" aria-label="Noticed, is it so?">
      {noticed.map((one) => (
        <li className="maybe" key={one.key}>
          <time>{one.day ? day(one.day) : ''}</time>
          <span>
            <PersonLink person={one.person} /> may need “{one.need}”.
            <small>noticed in {one.from}</small>
            <span className="acts">
              <button className="btn" onClick={() => answer(one.key, true)}>
                Yes
              </button>
              <button className="btn" onClick={() => answer(one.key, false)}>
                No
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
    void say({ path: '/needs/{n}', parts: { n: need.n }, body: { how } })
  return (
    <li className="need">
      <Mark person={need.person} />
      <div>
        <p className="who">
          <PersonLink person={need.person} /> needs <b>{need.need}</b>
        </p>
        <p className="ev">noted {day(need.since)}</p>
        {need.offers.length > 0 && (
          <p className="reason">You offer {list(need.offers.map((one) => `“${one.offer}”`))}.</p>
        )}
        {need.helpers.length > 0 && (
          <>
            <p className="muted small section-s">Who comes to mind:</p>
            <div className="offer">
              {need.helpers.map((one) => (
                <PersonChip key={one.person.id} person={one.person} />
              ))}
            </div>
          </>
        )}
        <div className="acts">
          <button className="btn" onClick={() => settle('helped')}>
            I helped {given(need.person.name)}
          </button>
          <button className="btn plain" onClick={() => settle('met')}>
            No longer needed
          </button>
          <button className="btn plain" onClick={() => settle('drop')}>
            It never was one
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
    if (await say({ path: '/needs', body: { person: person.id, text: text.trim() } })) {
      setText('')
      setPerson(null)
    }
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void submit(event)}>
      <PickPerson label="Who needs something" person={person} onPick={setPerson} />
      <input
        className="field"
        aria-label="What they need"
        placeholder="What they need"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={!person || text.trim() === ''}>
        Note it
      </button>
    </form>
  )
}

export function Needs() {
  const needs = useNeeds()
  return (
    <section aria-labelledby="needs">
      <h2 className="h" id="needs">
        What people need
      </h2>
      <NoteNeed />
      <Answer of={needs} lines={5}>
        {(known) => (
          <>
            <Noticed noticed={known.noticed} />
            {known.needs.length === 0 && known.noticed.length === 0 && (
              <Empty say="No need is noted.">
                <p>
                  Whenever somebody says what they look for, note it here: then you know what to
                  give.
                </p>
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
