// The referral test, one card at a time: a key answers, `u` takes back, nothing waits for the server.
import { useEffect, useRef, useState } from 'react'
import { send } from '../api/client'
import { client, usePerson, useTriage } from '../api/queries'
import { takeBack } from '../api/record'
import type { Person, Referral } from '../api/types'
import { useKeys } from '../kit/keys'
import { Lamps } from '../kit/lamps'
import { Mark, PersonLink } from '../kit/mark'
import { Answer, Empty } from '../kit/states'
import { tell, tellProblem } from '../kit/told'
import { dayOrNone, given, role, rowWords, say, spelledSmall } from '../words'
import { answers } from './person/standing'
import { referrals } from './person/refer'

/** Answers are sent in the order given; the page has gone on to the next card already. */
function useCards(people: Person[]) {
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const queue = useRef(Promise.resolve())
  // The card in hand stays in hand, though the list behind it is asked for anew.
  const inHand = useRef<Person | null>(null)
  if (inHand.current && answered.has(inHand.current.id)) inHand.current = null
  const others = people.filter(
    (person) => !answered.has(person.id) && person.id !== inHand.current?.id,
  )
  inHand.current ??= others.shift() ?? null
  const left = inHand.current ? [inHand.current, ...others] : others
  const forget = (id: string) => setAnswered((old) => new Set([...old].filter((one) => one !== id)))

  const put = (person: Person, answer: Referral | null) => {
    setAnswered((old) => new Set(old).add(person.id))
    if (answer === null) return
    queue.current = queue.current.then(async () => {
      try {
        const said = await send('PUT', '/people/{person}/answer', {
          parts: { person: person.id },
          body: { answer },
        })
        tell(
          say('web.refer.told', { name: person.name, answer: answers[answer] ?? answer }),
          async () => {
            forget(person.id)
            await takeBack(said.change)
          },
        )
      } catch (error) {
        forget(person.id)
        tellProblem(error)
      }
    })
  }
  return { left, answered: answered.size, put }
}

function Evidence({ person }: { person: Person }) {
  const show = usePerson(person.id)
  const rows = (show.data?.timeline ?? []).slice(0, 4)
  return (
    <ul className="rows">
      {rows.map((row, i) => (
        <li key={i}>
          <time>{dayOrNone(row.at)}</time>
          <span>{rowWords(row)}</span>
        </li>
      ))}
      {show.data && rows.length === 0 && (
        <li className="single">{say('web.triage.nothing-between')}</li>
      )}
    </ul>
  )
}

function Card({ person, onPut }: { person: Person; onPut: (answer: Referral | null) => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [person.id])
  useKeys({
    y: () => onPut('yes'),
    h: () => onPut('hesitate'),
    n: () => onPut('no'),
    s: () => onPut('stranger'),
    l: () => onPut(null),
  })
  const name = given(person.name)
  return (
    <article className="card" aria-label={person.name}>
      <div className="cardhead">
        <Mark person={person} size="lg" />
        <div>
          <h2 className="h" ref={heading} tabIndex={-1}>
            <PersonLink person={person} />
          </h2>
          <p className="muted">{[role(person), person.city].filter(Boolean).join(' · ')}</p>
          <p className="lampline">
            <Lamps facts={person.facts} />
            <span className="muted small">{say('web.triage.lamps')}</span>
          </p>
        </div>
      </div>
      <Evidence person={person} />
      <p className="ask">{say('web.triage.question', { name })}</p>
      <div className="acts">
        {referrals.map((one) => (
          <button className="btn" key={one.answer} onClick={() => onPut(one.answer)}>
            {one.words} <kbd>{one.key}</kbd>
          </button>
        ))}
        <span className="gap" />
        <button className="btn plain" onClick={() => onPut(null)}>
          {say('web.act.later')} <kbd>l</kbd>
        </button>
      </div>
    </article>
  )
}

interface CardsProps {
  /** After so many cards it is enough; none: as many as there are. */
  upTo?: number
  onEnd?: () => void
}

export function Cards({ upTo, onEnd }: CardsProps) {
  const triage = useTriage(upTo ?? 20)
  const { left, answered, put } = useCards(triage.data?.next ?? [])
  const begin = useRef<{ asked: number; left: number } | null>(null)
  if (triage.data) begin.current ??= triage.data
  const more = left.length < 5 && answered > 0
  useEffect(() => {
    if (more) void client.invalidateQueries({ queryKey: ['/triage?limit=20'] })
  }, [more])
  const enough = upTo !== undefined && (answered >= upTo || (triage.data && left.length === 0))
  useEffect(() => {
    if (enough) onEnd?.()
  }, [enough, onEnd])

  return (
    <Answer of={triage} lines={7}>
      {() => {
        const person = left[0]
        const { asked, left: open } = begin.current ?? { asked: 0, left: 0 }
        const done = asked + answered
        return (
          <>
            <div className="triagebar">
              <p className="muted small num" aria-live="polite">
                {upTo
                  ? say('web.triage.card', {
                      n: Math.min(answered + 1, upTo),
                      all: spelledSmall(upTo),
                    })
                  : say('web.triage.so-far', {
                      done,
                      open: Math.max(0, open - answered),
                    })}
              </p>
              <progress
                max={upTo ?? Math.max(1, asked + open)}
                value={upTo ? answered : done}
                aria-label={say('web.triage.how-far')}
              />
            </div>
            {person ? (
              <Card person={person} onPut={(answer) => put(person, answer)} />
            ) : (
              <Empty words={say('web.triage.everybody')}>
                <p>{say('web.triage.next-import')}</p>
              </Empty>
            )}
          </>
        )
      }}
    </Answer>
  )
}
