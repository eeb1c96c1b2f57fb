// One piece: whom it would serve, a letter for each, and what came of those that were sent.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries'
import { record } from '../../api/record'
import type { Piece, Relevant } from '../../api/types'
import { DraftBox, useDraft } from '../../kit/draft'
import { mailto, webLink } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { ScrollX } from '../../kit/scroll-x'
import { Answer, Empty } from '../../kit/states'
import { day, list, rich, rungs, say, sentence, sr } from '../../words'

function whyWords(one: Relevant): string {
  const by = one.about ? `“${one.about.title}”, ${day(one.about.on)}` : one.where
  return sentence(say('web.content.why', { words: list(one.words), by }))
}

/** The letter as the owner’s form has it; it counts as sent once the owner says so. */
function LetterBox({ piece, one }: { piece: Piece; one: Relevant }) {
  const { person } = one
  const letter = useQuery(
    ask('/pieces/{n}/letter', { parts: { n: piece.n }, query: { to: person.id } }),
  )
  const { draft, write } = useDraft(`piece-${piece.n}-${person.id}`, letter.data ?? null)
  const sent = () =>
    void record({
      path: '/pieces/{n}/share',
      parts: { n: piece.n },
      body: { persons: [person.id] },
      told: say('web.content.noted-sent', { name: person.name }),
    })
  return (
    <Answer of={letter} lines={4}>
      {() =>
        draft && (
          <>
            <DraftBox draft={draft} name={person.name} onWrite={write} />
            <div className="acts">
              {draft.to && (
                <a className="btn primary" href={mailto(draft)}>
                  {say('web.act.open-mail')}
                </a>
              )}
              <button className="btn" onClick={sent}>
                {rich('web.content.sent', { sr, name: person.name })}
              </button>
            </div>
          </>
        )
      }
    </Answer>
  )
}

function Served({ piece, one }: { piece: Piece; one: Relevant }) {
  const [writing, setWriting] = useState(false)
  return (
    <li>
      <Mark person={one.person} size="sm" />
      <div>
        <PersonLink person={one.person} />
        <small>{whyWords(one)}</small>
      </div>
      {writing ? (
        <div className="letter">
          <LetterBox piece={piece} one={one} />
        </div>
      ) : (
        <button className="btn" onClick={() => setWriting(true)}>
          {rich('web.content.write', { sr, name: one.person.name })}
        </button>
      )}
    </li>
  )
}

export function PieceView({ piece }: { piece: Piece }) {
  const audience = useQuery({
    ...ask('/pieces/{n}/audience', { parts: { n: piece.n }, query: { limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const link = webLink(piece.link)
  return (
    <article aria-label={piece.title}>
      <div className="rowhead">
        <h2 className="h">{piece.title}</h2>
        <button
          className="btn plain"
          onClick={() =>
            void record({ method: 'DELETE', path: '/pieces/{n}', parts: { n: piece.n } })
          }
        >
          {say('web.act.remove')}
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
        {piece.words &&
          ` · ${say('web.content.about-words', { words: piece.words.split(' ').join(', ') })}`}
      </p>
      <Answer of={audience} lines={8}>
        {(known) => (
          <>
            <h3 className="h section-s">
              {say('web.content.would-serve', {
                n: known.total,
              })}
            </h3>
            {known.resting > 0 && (
              <p className="muted small">{say('web.content.resting', { n: known.resting })}</p>
            )}
            {known.total === 0 && <Empty words={say('web.content.nobody')} />}
            <ul className="plainlist section-s">
              {known.people.map((one) => (
                <Served key={one.person.id} piece={piece} one={one} />
              ))}
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
      <h3 className="h">{say('web.content.came')}</h3>
      <ScrollX label={say('web.content.came')}>
        <table className="kv section-s">
          <thead>
            <tr>
              <th>{say('web.content.sent-to')}</th>
              <th>{say('web.content.sent-on')}</th>
              <th>{say('web.content.answered')}</th>
              <th>{say('web.content.rung-before')}</th>
              <th>{say('web.content.now')}</th>
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
                  {one.replied
                    ? day(one.replied)
                    : one.engaged
                      ? day(one.engaged)
                      : say('web.content.not-yet')}
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
