// One piece: whom it would serve, a letter for each, and what came of those that were sent.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../api/client'
import { ask, client } from '../../api/queries'
import { say, takeBack } from '../../api/say'
import type { Letter, Piece, Relevant } from '../../api/types'
import { DraftBox, useDraft } from '../../kit/draft'
import { mailto, webLink } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { ScrollX } from '../../kit/scroll-x'
import { Answer, Empty } from '../../kit/states'
import { tell, tellProblem } from '../../kit/told'
import { count, day, list, num, rungs, sentence } from '../../words'

function LetterBox({ letter }: { letter: Letter }) {
  const { draft, write } = useDraft(
    `letter-${letter.person.id}-${letter.draft.subject}`,
    letter.draft,
  )
  if (!draft) return null
  return (
    <>
      <DraftBox draft={draft} name={letter.person.name} onWrite={write} />
      <div className="acts">
        {draft.to ? (
          <a className="btn primary" href={mailto(draft)}>
            Open in mail
          </a>
        ) : (
          <p className="muted small">No address is known; copy the text.</p>
        )}
      </div>
    </>
  )
}

function whyWords(one: Relevant): string {
  const by = one.about ? `“${one.about.title}”, ${day(one.about.on)}` : one.where
  return sentence(`${list(one.words)}, by ${by}`)
}

interface Written {
  one: Relevant
  letter: Letter
}

function withWritten(people: Relevant[], written: ReadonlyMap<string, Written>): Relevant[] {
  const gone = [...written.values()].filter(
    ({ one }) => !people.some((other) => other.person.id === one.person.id),
  )
  return [...gone.map(({ one }) => one), ...people]
}

export function PieceView({ piece }: { piece: Piece }) {
  // Whoever was written to rests from then on; here they stay, with their letter.
  const [written, setWritten] = useState<ReadonlyMap<string, Written>>(new Map())
  const audience = useQuery({
    ...ask('/pieces/{n}/audience', { parts: { n: piece.n }, query: { limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const link = webLink(piece.link)
  const write = async (one: Relevant) => {
    try {
      const answer = await send('POST', '/pieces/{n}/share', {
        parts: { n: piece.n },
        body: { persons: [one.person.id] },
      })
      const letter = answer.letters[0]
      if (letter) setWritten((old) => new Map(old).set(one.person.id, { one, letter }))
      tell(`Noted as sent: ${one.person.name}.`, () => takeBack(answer.change))
      void client.invalidateQueries({ queryKey: ['/pieces'] })
    } catch (error) {
      tellProblem(error)
    }
  }
  return (
    <article aria-label={piece.title}>
      <div className="rowhead">
        <h2 className="h">{piece.title}</h2>
        <button
          className="btn plain"
          onClick={() => void say({ method: 'DELETE', path: '/pieces/{n}', parts: { n: piece.n } })}
        >
          Take away
        </button>
      </div>
      <p className="muted small section-s">
        {day(piece.published)}
        {link && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer">
              {link.replace(/^https?:\/\//, '')}
            </a>
          </>
        )}
        {piece.words && ` · about ${piece.words.split(' ').join(', ')}`}
      </p>
      <Answer of={audience} lines={8}>
        {(known) => (
          <>
            <h3 className="h section-s">
              {known.total === 0
                ? 'Nobody comes to mind'
                : `It would serve ${count(known.total, 'person', 'people')}`}
            </h3>
            {known.resting > 0 && (
              <p className="muted small">
                {num(known.resting)} more had a piece of yours lately, and rest.
              </p>
            )}
            {known.total === 0 && (
              <Empty say="By title, company, town and what you wrote about, nobody has to do with it." />
            )}
            <ul className="plainlist section-s">
              {withWritten(known.people, written).map((one) => {
                const letter = written.get(one.person.id)?.letter
                return (
                  <li key={one.person.id}>
                    <Mark person={one.person} size="sm" />
                    <div>
                      <PersonLink person={one.person} />
                      <small>{whyWords(one)}</small>
                    </div>
                    {!letter && (
                      <button className="btn" onClick={() => void write(one)}>
                        Write <span className="sr">to {one.person.name}</span>
                      </button>
                    )}
                    {letter && (
                      <div className="letter">
                        <LetterBox letter={letter} />
                      </div>
                    )}
                  </li>
                )
              })}
            </ul>
          </>
        )}
      </Answer>
      {piece.sent.length > 0 && <Sent piece={piece} />}
    </article>
  )
}

function Sent({ piece }: { piece: Piece }) {
  return (
    <section className="section">
      <h3 className="h">What came of it</h3>
      <ScrollX label="What came of it">
        <table className="kv section-s">
          <thead>
            <tr>
              <th>Sent to</th>
              <th>on</th>
              <th>answered</th>
              <th>rung before</th>
              <th>now</th>
            </tr>
          </thead>
          <tbody>
            {piece.sent.map((one) => (
              <tr key={one.person.id + one.on}>
                <td>
                  <PersonLink person={one.person} />
                </td>
                <td className="num left">{day(one.on)}</td>
                <td className="num left">
                  {one.replied ? day(one.replied) : one.engaged ? day(one.engaged) : 'not yet'}
                </td>
                <td>{rungs[one.rung_before]}</td>
                <td>{rungs[one.rung]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
