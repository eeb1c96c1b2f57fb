// The three lamps, each with the rows that lit it, or with what would tell.
import { useState } from 'react'
import { useReview } from '../../api/queries'
import { say } from '../../api/say'
import type { Fact, FactName, Question, Row, Show } from '../../api/types'
import { BigLamp } from '../../kit/lamps'
import { useKeys } from '../../kit/keys'
import { ago, day, factNames, rowSource, rowWords, times, upper } from '../../words'

const kinds: Record<FactName, string[]> = {
  talk: ['wrote', 'called', 'met'],
  meet: ['met', 'called'],
  help: ['helped', 'asked', 'introduced', 'recommended', 'referred'],
}

const said: Record<Fact, string> = { yes: 'yes', no: 'not yet', unknown: 'not known' }

const wouldTell: Record<FactName, string> = {
  talk: 'No file that was imported could show it. Mail or a messenger’s archive would tell.',
  meet: 'No calendar and no call log was imported. Either would tell; so would a word in the box above.',
  help: 'No file that was imported could show it. A word in the box above would tell.',
}

export const rowsOf = (person: Show, name: FactName) =>
  person.timeline.filter((row) => kinds[name].includes(row.kind))

function headline(person: Show, name: FactName, rows: Row[], today: string | null): string {
  const { counts } = person
  const spoken = counts.met + counts.called
  if (name === 'talk' && counts.wrote_in + counts.wrote_out === 0)
    return spoken > 0 ? `No letters; spoken ${times(spoken)}` : ''
  if (name === 'talk') return `${counts.wrote_in} to you, ${counts.wrote_out} from you`
  if (name === 'meet') {
    if (spoken === 0) return ''
    const last = rows.find((row) => row.counts)?.at
    const when = last && today ? `, ${spoken > 1 ? 'last ' : ''}${ago(last, today)}` : ''
    return upper(times(spoken)) + when
  }
  if (counts.help_in + counts.help_out > 0)
    return `${counts.help_in} to you, ${counts.help_out} from you`
  return person.one_step_away ? 'What is missing to make this network' : ''
}

export function EvidenceRow({ row }: { row: Row }) {
  return (
    <li className={row.confidence < 0.9 || !row.counts ? 'maybe' : ''}>
      <time>{row.at ? day(row.at) : 'no date'}</time>
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
    void say({
      path: '/review/{question}',
      parts: { question: question.key },
      body: { answer: what },
    })
  useKeys({ y: () => answer('yes'), n: () => answer('no') })
  const words = question.meeting
    ? 'Did you meet?'
    : question.question === 'help?'
      ? 'Was this help?'
      : 'Was this an introduction?'
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
          Yes <kbd>y</kbd>
        </button>
        <button className="btn" onClick={() => answer('no')}>
          No <kbd>n</kbd>
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
            {upper(name)}, {said[fact]}
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
          {all ? 'Fewer' : `All ${rows.length} rows`}
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
    <section className="lampgrid" aria-label="Talk, meet, help">
      {factNames.map((name) => (
        <LampCard key={name} person={person} name={name} question={about(name)} today={today} />
      ))}
    </section>
  )
}
