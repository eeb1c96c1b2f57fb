// Review: is this one person, did you meet, was this help? One question at a time, by key.
import { useState } from 'react'
import { client, ask, useReview } from '../api/queries'
import { record } from '../api/record'
import type { Person, Question } from '../api/types'
import { useKeys } from '../kit/keys'
import { Lamps } from '../kit/lamps'
import { Mark, PersonLink } from '../kit/mark'
import { useTitle } from '../kit/router'
import { Answer, Empty } from '../kit/states'
import { day, list, role, rungs, say, sentence, standingWord } from '../words'

type Said = 'yes' | 'no' | 'later'

const words: Record<Said, string> = {
  yes: say('web.act.yes'),
  no: say('web.act.no'),
  later: say('web.act.later'),
}

/** What two people agree or differ in, by the API's names for it. */
const traits: Record<string, string> = {
  name: say('web.trait.name'),
  company: say('web.trait.company'),
  town: say('web.trait.town'),
  title: say('web.trait.title'),
  birthday: say('web.trait.birthday'),
  'domain of mail': say('web.trait.mail-domain'),
  'LinkedIn profile': say('web.trait.linkedin'),
}
const traitWords = (names: string[]) => list(names.map((one) => traits[one] ?? one))

function questionWords(question: Question): string {
  if (question.b) return say('web.review.one-person')
  if (question.meeting) return say('web.review.did-meet', { name: question.a.name })
  if (question.letter?.kind === 'introduced') return say('web.review.was-introduction')
  return say('web.review.was-help')
}

function Side({ person, differ }: { person: Person; differ: string[] }) {
  const letters = person.counts.wrote_in + person.counts.wrote_out
  /** The trait of two that it shows, its name, and its value. */
  const rows: [string, string, string][] = [
    ['company', say('web.trait.company'), role(person)],
    ['town', say('web.review.city'), person.city ?? ''],
    ['', say('web.review.mail'), person.emails.join(', ')],
    ['', say('web.review.phone'), person.phones.join(', ')],
    ['', 'LinkedIn', (person.linkedin ?? '').replace(/^https?:\/\/(www\.)?/, '')],
    ['', say('web.review.exchanged'), say('web.review.letters', { n: letters })],
    ['', say('web.review.last'), person.last_two_way ? day(person.last_two_way) : ''],
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
          .filter(([, , value]) => value !== '')
          .map(([trait, name, value]) => (
            <div key={name} className={differ.includes(trait) ? 'differs' : ''}>
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
          {[
            question.agree &&
              question.agree.length > 0 &&
              say('web.review.agrees', { what: traitWords(question.agree) }),
            question.differ &&
              question.differ.length > 0 &&
              say('web.review.differs', { what: traitWords(question.differ) }),
            question.rung_if_yes && say('web.review.as-one', { rung: rungs[question.rung_if_yes] }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <div className="acts">
        <button className="btn" onClick={() => onSay('yes')}>
          {say('web.act.yes')} <kbd>y</kbd>
        </button>
        <button className="btn" onClick={() => onSay('no')}>
          {say('web.act.no')} <kbd>n</kbd>
        </button>
        <span className="gap" />
        <button className="btn plain" onClick={() => onSay('later')}>
          {say('web.act.later')} <kbd>l</kbd>
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
    said.length > later && say('web.review.answered', { n: said.length - later }),
    later > 0 && say('web.review.put-off', { n: later }),
  ].filter((one) => one !== false)
  const words =
    left > 0
      ? say('web.review.these-done')
      : later > 0
        ? say('web.review.nothing-else')
        : say('web.review.nothing')
  return (
    <Empty words={words}>
      <p>
        {told.length > 0 && `${say('web.review.just-now', { what: list(told) })} `}
        {left === 0 && say('web.review.with-imports')}
      </p>
      {left > 0 && (
        <button className="btn" onClick={onNext}>
          {say('web.review.next')}
        </button>
      )}
    </Empty>
  )
}

export default function Review() {
  useTitle(say('web.page.review'))
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
    const name = question.a.name
    const told = question.b
      ? say('web.review.told-twice', { answer: words[what], name })
      : say('web.review.told', { answer: words[what], name })
    const parts = { question: question.key }
    void record({ path: '/review/{question}', parts, body: { answer: what }, told, show })
  }
  const now = open[0]
  const rest = () => void client.invalidateQueries(ask('/review', { query: { limit: 50 } }))
  return (
    <>
      <p className="kicker">{say('web.page.review')}</p>
      <h1 className="smaller">{say('web.review.head')}</h1>
      <Answer of={review} lines={8}>
        {({ total, questions }) => {
          const left = total - (questions.length - open.length)
          return (
            <section className="reviewing" aria-label={say('web.review.in-hand')}>
              <p className="muted small num" aria-live="polite">
                {say('web.review.open', { n: left })}
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
