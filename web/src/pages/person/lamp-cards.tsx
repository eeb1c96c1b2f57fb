// The three lamps, each with the rows that lit it, or with what would tell.
import { useState } from 'react'
import { useReview } from '../../api/queries'
import { record } from '../../api/record'
import type { FactName, Question, Row, Show } from '../../api/types'
import { BigLamp, spoken as factWords } from '../../kit/lamps'
import { useKeys } from '../../kit/keys'
import {
  ago,
  day,
  dayOrNone,
  factNames,
  facts,
  rowSource,
  rowWords,
  say,
  times,
  upper,
} from '../../words'

const kinds: Record<FactName, string[]> = {
  talk: ['wrote', 'called', 'met'],
  meet: ['met', 'called'],
  help: ['helped', 'asked', 'introduced', 'recommended', 'referred'],
}

const wouldTell: Record<FactName, string> = {
  talk: say('web.lamp.talk-unknown'),
  meet: say('web.lamp.meet-unknown'),
  help: say('web.lamp.help-unknown'),
}

export const rowsOf = (person: Show, name: FactName) =>
  person.timeline.filter((row) => kinds[name].includes(row.kind))

function headline(person: Show, name: FactName, rows: Row[], today: string | null): string {
  const { counts } = person
  const spoken = counts.met + counts.called
  if (name === 'talk' && counts.wrote_in + counts.wrote_out === 0)
    return spoken > 0 ? say('web.lamp.spoken', { times: times(spoken) }) : ''
  if (name === 'talk') return say('web.help.in-out', { in: counts.wrote_in, out: counts.wrote_out })
  if (name === 'meet') {
    if (spoken === 0) return ''
    const last = rows.find((row) => row.counts)?.at
    const often = upper(times(spoken))
    if (!last || !today) return often
    return say('web.lamp.often-last', {
      n: spoken,
      often,
      ago: ago(last, today),
    })
  }
  if (counts.help_in + counts.help_out > 0)
    return say('web.help.in-out', { in: counts.help_in, out: counts.help_out })
  return person.one_step_away ? say('web.lamp.missing') : ''
}

export function EvidenceRow({ row }: { row: Row }) {
  return (
    <li className={row.confidence < 0.9 || !row.counts ? 'maybe' : ''}>
      <time>{dayOrNone(row.at)}</time>
      <span>
        {rowWords(row)}
        <small>{rowSource(row)}</small>
      </span>
    </li>
  )
}

function Asked({ question }: { question: Question }) {
  const event = question.meeting ?? question.letter
  const answer = (what: 'yes' | 'no') =>
    void record({
      path: '/review/{question}',
      parts: { question: question.key },
      body: { answer: what },
    })
  useKeys({ y: () => answer('yes'), n: () => answer('no') })
  const words = question.meeting
    ? say('web.lamp.did-meet')
    : question.letter?.kind === 'introduced'
      ? say('web.review.was-introduction')
      : say('web.review.was-help')
  return (
    <>
      <ul className="rows">
        <li className="maybe">
          <time>{event ? day(event.at) : ''}</time>
          <span>
            {event?.note && `“${event.note}” `}
            <b>{words}</b>
            <small>{question.why}</small>
          </span>
        </li>
      </ul>
      <div className="acts">
        <button className="btn" onClick={() => answer('yes')}>
          {say('web.act.yes')} <kbd>y</kbd>
        </button>
        <button className="btn" onClick={() => answer('no')}>
          {say('web.act.no')} <kbd>n</kbd>
        </button>
      </div>
    </>
  )
}

interface CardProps {
  person: Show
  name: FactName
  question: Question | undefined
  today: string | null
}

function LampCard({ person, name, question, today }: CardProps) {
  const [all, setAll] = useState(false)
  const fact = person.facts[name]
  const rows = rowsOf(person, name)
  const shown = rows.slice(0, all ? 40 : 3)
  return (
    <div className="lampcard">
      <header>
        <BigLamp name={name} fact={fact} />
        <div>
          <h2>
            {upper(facts[name])}, {factWords[fact]}
          </h2>
          <p>{headline(person, name, rows, today)}</p>
        </div>
      </header>
      {fact === 'unknown' && <p className="tell">{wouldTell[name]}</p>}
      <ul className="rows">
        {shown.map((row, i) => (
          <EvidenceRow key={i} row={row} />
        ))}
      </ul>
      {rows.length > 3 && (
        <button className="linkish small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say('web.act.fewer') : say('web.lamp.all-rows', { n: rows.length })}
        </button>
      )}
      {question && <Asked question={question} />}
    </div>
  )
}

export function LampCards({ person, today }: { person: Show; today: string | null }) {
  const review = useReview(200)
  const asked = review.data?.questions.filter((one) => one.a.id === person.id && !one.b) ?? []
  const about = (name: FactName) => {
    if (name === 'meet') return asked.find((one) => one.meeting)
    return name === 'help' ? asked.find((one) => one.letter) : undefined
  }
  return (
    <section className="lampgrid" aria-label={say('web.lamp.section')}>
      {factNames.map((name) => (
        <LampCard key={name} person={person} name={name} question={about(name)} today={today} />
      ))}
    </section>
  )
}
