// Introductions on their way: both are asked before the two are brought together.
import { type FormEvent, useState } from 'react'
import type { Request } from '../../api/client'
import { useIntroductions, usePerson } from '../../api/queries'
import { record } from '../../api/record'
import type { Introduction, PersonRef } from '../../api/types'
import { DraftBox, useDraft } from '../../kit/draft'
import { mailto } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { PickPerson } from '../../kit/pick-person'
import { useSearch } from '../../kit/router'
import { Answer } from '../../kit/states'
import { day, given, rich, say } from '../../words'

const stages: Record<string, string> = {
  asking: say('web.help.stage-asking'),
  agreed: say('web.help.stage-agreed'),
  made: say('web.help.stage-made'),
  declined: say('web.help.stage-declined'),
  closed: say('web.help.stage-closed'),
}

/** Who is to be asked next, and on which day they were. */
const turn = (one: Introduction) =>
  one.agreed[0]
    ? { person: one.second, asked: one.asked[1] }
    : { person: one.first, asked: one.asked[0] }

function soFar(one: Introduction): string {
  const since = say('web.help.since', { day: day(one.since) })
  const { person, asked } = turn(one)
  if (one.stage !== 'asking' || !asked) return since
  return `${since} · ${say('web.help.was-asked', { name: given(person.name), day: day(asked) })}`
}

function Answers({ one }: { one: Introduction }) {
  const sides = [one.first, one.second].filter((_, i) => !one.agreed[i])
  const move = (body: Request<'POST', '/introductions/{n}'>['body']) =>
    void record({ path: '/introductions/{n}', parts: { n: one.n }, body })
  const [came, setCame] = useState('')
  if (one.stage === 'made') {
    return (
      <form
        className="inline section-s"
        onSubmit={(event) => {
          event.preventDefault()
          move({ how: 'came', text: came.trim() })
        }}
      >
        <input
          className="field"
          aria-label={say('web.help.came')}
          placeholder={say('web.help.came')}
          value={came}
          onChange={(event) => setCame(event.target.value)}
        />
        <button className="btn" disabled={came.trim() === ''}>
          {say('web.act.keep')}
        </button>
      </form>
    )
  }
  if (sides.length === 0) {
    return (
      <button className="btn" onClick={() => move({ how: 'made' })}>
        {say('web.help.in-one-letter')}
      </button>
    )
  }
  return sides.map((person) => (
    <span key={person.id} className="acts inlineacts">
      {person === turn(one).person && !turn(one).asked && (
        <button className="btn" onClick={() => move({ how: 'asked', person: person.id })}>
          {say('web.help.have-asked', { name: given(person.name) })}
        </button>
      )}
      <button className="btn" onClick={() => move({ how: 'agreed', person: person.id })}>
        {say('web.help.said-yes', { name: given(person.name) })}
      </button>
      <button className="btn plain" onClick={() => move({ how: 'declined', person: person.id })}>
        {say('web.help.rather-not', { name: given(person.name) })}
      </button>
    </span>
  ))
}

function Item({ one }: { one: Introduction }) {
  const { draft, write } = useDraft(`introduction-${one.n}-${one.agreed.join()}`, one.draft)
  const over = one.stage === 'declined' || one.came !== null
  return (
    <li className="need">
      <span className="stackmark">
        <Mark person={one.first} />
        <Mark person={one.second} />
      </span>
      <div>
        <p className="who">
          {rich('web.help.pair', {
            first: <PersonLink key="first" person={one.first} />,
            second: <PersonLink key="second" person={one.second} />,
          })}{' '}
          <span className="muted small">{stages[one.stage] ?? one.stage}</span>
        </p>
        {one.why && <p className="reason">{one.why}</p>}
        <p className="ev">{soFar(one)}</p>
        {one.came && <p className="reason">{say('web.help.came-of-it', { came: one.came })}</p>}
        {!over && draft && (
          <>
            <DraftBox draft={draft} name={one.first.name} onWrite={write} />
            <div className="acts">
              <a className="btn primary" href={mailto(draft)}>
                {say('web.act.open-mail')}
              </a>
            </div>
          </>
        )}
        {!over && (
          <div className="acts">
            <Answers one={one} />
          </div>
        )}
      </div>
    </li>
  )
}

function Introduce() {
  const asked = useSearch().get('introduce') ?? ''
  const from = usePerson(asked, asked !== '')
  const [first, setFirst] = useState<PersonRef | null>(null)
  const [second, setSecond] = useState<PersonRef | null>(null)
  const [why, setWhy] = useState('')
  const one = first ?? from.data ?? null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!one || !second) return
    const body = { first: one.id, second: second.id, why: why.trim() }
    if (await record({ path: '/introductions', body })) {
      setFirst(null)
      setSecond(null)
      setWhy('')
    }
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void submit(event)}>
      <PickPerson label={say('web.help.ask-first')} person={one} onPick={setFirst} />
      <PickPerson label={say('web.help.they-meet')} person={second} onPick={setSecond} />
      <input
        className="field"
        aria-label={say('web.help.each-other')}
        placeholder={say('web.help.each-other')}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <button className="btn" disabled={!one || !second}>
        {say('web.help.begin')}
      </button>
    </form>
  )
}

export function Introductions() {
  const introductions = useIntroductions()
  return (
    <section className="section" aria-labelledby="introductions">
      <h2 className="h" id="introductions">
        {say('web.help.introductions')}
      </h2>
      <p className="muted small section-s">{say('web.help.nothing-sent')}</p>
      <Introduce />
      <Answer of={introductions} lines={4}>
        {({ introductions: all }) => (
          <ul>
            {all.map((one) => (
              <Item key={one.n} one={one} />
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}
