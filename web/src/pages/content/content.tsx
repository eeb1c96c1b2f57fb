// Content: what the owner has published, whom each piece would serve, and what came of it.
import { usePieces } from '../../api/queries'
import type { Piece } from '../../api/types'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { day, say } from '../../words'
import { AddPiece } from './add-piece'
import { PieceView } from './piece'
import { LetterForm, Topics } from './letter-form'

function PieceLine({ piece, now }: { piece: Piece; now: boolean }) {
  return (
    <li>
      <button
        className="piece"
        aria-current={now ? 'true' : undefined}
        onClick={() => setSearch({ piece: String(piece.n) })}
      >
        <b>{piece.title}</b>
        <small>
          {say('web.content.line', {
            day: day(piece.published),
            reach: piece.reach,
            replied: piece.replied,
            moved_up: piece.moved_up,
          })}
        </small>
      </button>
    </li>
  )
}

export default function Content() {
  useTitle(say('web.page.content'))
  const pieces = usePieces()
  const asked = Number(useSearch().get('piece'))
  return (
    <>
      <p className="kicker">{say('web.page.content')}</p>
      <h1>{say('web.content.head')}</h1>
      <p className="lede">{say('web.content.lede')}</p>
      <Answer of={pieces} lines={6}>
        {({ pieces: all }) => {
          const now = all.find((one) => one.n === asked) ?? all[0]
          return (
            <div className="contentgrid">
              <section aria-label={say('web.content.pieces')}>
                <ul className="pieces">
                  {all.map((one) => (
                    <PieceLine key={one.n} piece={one} now={one === now} />
                  ))}
                </ul>
                {all.length === 0 && (
                  <Empty words={say('web.content.none')}>
                    <p>{say('web.content.none-more')}</p>
                  </Empty>
                )}
                <AddPiece hasFeed={all.some((one) => one.source !== null)} />
                <Topics />
                <LetterForm />
              </section>
              {now && <PieceView key={now.n} piece={now} />}
            </div>
          )
        }}
      </Answer>
    </>
  )
}
