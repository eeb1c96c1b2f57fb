// Review: is this one person, did you meet, was this help? One question at a time, by key.
import { useState } from 'react'
import { client, ask, useReview } from '../api/queries'
import { say } from '../api/say'
import type { Person, Question } from '../api/types'
import { useKeys } from '../kit/keys'
import { Lamps } from '../kit/lamps'
import { Mark, PersonLink } from '../kit/mark'
import { useTitle } from '../kit/router'
import { Answer, Empty } from '../kit/states'
import { count, day, list, num, role, rungs, sentence, standingWord } from '../words'

type Said = 'yes' | 'no' | 'later'

const words: Record<Said, string> = { yes: 'Yes', no: 'No', later: 'Later' }

function questionWords(question: Question): string {
  if (question.b) return 'Is this one person?'
  if (question.meeting) return `Did you and ${question.a.name} meet?`
  if (question.question === 'help?') return 'Was this help?'
  return 'Was this an introduction?'
}

function Side({ person, differ }: { person: Person; differ: string[] }) {
  const rows: [string, string][] = [
    ['company', role(person)],
    ['city', person.city ?? ''],
    ['mail', person.emails.join(', ')],
    ['phone', person.phones.join(', ')],
    ['LinkedIn', (person.linkedin ?? '').replace(/^https?:\/\/(www\.)?/, '')],
    ['exchanged', count(person.counts.wrote_in + person.counts.wrote_out, 'letter')],
    ['last', person.last_two_way ? day(person.last_two_way) : ''],
  ]
  return (
    <div className="side">
      <header>
        <Mark person={person} />
        <div>
          <h3 className="h">
            <PersonLink person={person} />
          </h3>
          <p className="muted small">
            {standingWord(person)} <Lamps facts={person.facts} />
          </p>
        </div>
      </header>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className={differ.includes(name) ? 'differs' : ''}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

function Card({ question, onSay }: { question: Question; onSay: (what: Said) => void }) {
  useKeys({ y: () => onSay('yes'), n: () => onSay('no'), l: () => onSay('later') })
  const event = question.meeting ?? question.letter
  return (
    <article className="card" aria-live="polite">
      <h2 className="h">{questionWords(question)}</h2>
      <p className="reason">{sentence(question.why)}</p>
      {event && (
        <p className="ev">
          {day(event.at)}
          {event.note && `, “${event.note}”`}
        </p>
      )}
      <div className={question.b ? 'sides' : 'sides one'}>
        <Side person={question.a} differ={question.differ ?? []} />
        {question.b && <Side person={question.b} differ={question.differ ?? []} />}
      </div>
      {question.b && (
        <p className="muted small section-s">
          {question.agree && question.agree.length > 0 && `Agrees: ${list(question.agree)}. `}
          {question.differ && question.differ.length > 0 && `Differs: ${list(question.differ)}. `}
          {question.rung_if_yes && `As one they would be ${rungs[question.rung_if_yes]}.`}
        </p>
      )}
      <div className="acts">
        <button className="btn" onClick={() => onSay('yes')}>
          Yes <kbd>y</kbd>
        </button>
        <button className="btn" onClick={() => onSay('no')}>
          No <kbd>n</kbd>
        </button>
        <span className="gap" />
        <button className="btn plain" onClick={() => onSay('later')}>
          Later <kbd>l</kbd>
        </button>
      </div>
    </article>
  )
}

interface EndProps {
  said: Said[]
  left: number
  onNext: () => void
}

function End({ said, left, onNext }: EndProps) {
  const later = said.filter((what) => what === 'later').length
  const told = [
    said.length > later && `${num(said.length - later)} answered`,
    later > 0 && `${num(later)} put off`,
  ].filter((one) => one !== false)
  const say = left > 0 ? 'These are done.' : `Nothing ${later > 0 ? 'else ' : ''}is in doubt.`
  return (
    <Empty say={say}>
      <p>
        {told.length > 0 && `${list(told)} just now. `}
        {left === 0 && 'Questions come with imports.'}
      </p>
      {left > 0 && (
        <button className="btn" onClick={onNext}>
          The next ones
        </button>
      )}
    </Empty>
  )
}

export default function Review() {
  useTitle('Review')
  const review = useReview(50)
  const [answered, setAnswered] = useState<ReadonlyMap<string, Said>>(new Map())
  const open = review.data?.questions.filter((one) => !answered.has(one.key)) ?? []
  const forget = (key: string) =>
    setAnswered((old) => new Map([...old].filter(([one]) => one !== key)))

  const answer = (question: Question, what: Said) => {
    const show = () => {
      setAnswered((old) => new Map(old).set(question.key, what))
      return () => forget(question.key)
    }
    const told = `${words[what]}: ${question.a.name}${question.b ? ' twice' : ''}.`
    const parts = { question: question.key }
    void say({ path: '/review/{question}', parts, body: { answer: what }, told, show })
  }
  const now = open[0]
  const rest = () => void client.invalidateQueries(ask('/review', { query: { limit: 50 } }))
  return (
    <>
      <p className="kicker">Review</p>
      <h1 className="smaller">What only you can tell</h1>
      <Answer of={review} lines={8}>
        {({ total, questions }) => {
          const left = total - (questions.length - open.length)
          return (
            <section className="reviewing" aria-label="The question in hand">
              <p className="muted small num" aria-live="polite">
                {count(left, 'question')} open. Whatever you answer can be taken back, and is
                remembered across every import.
              </p>
              {now ? (
                <Card key={now.key} question={now} onSay={(what) => answer(now, what)} />
              ) : (
                <End said={[...answered.values()]} left={left} onNext={rest} />
              )}
            </section>
          )
        }}
      </Answer>
    </>
  )
}
