// Content: what the owner has published, whom each piece would serve, and what came of it.
import { usePieces } from '../../api/queries'
import type { Piece } from '../../api/types'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { day, num } from '../../words'
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
          {day(piece.published)} · sent to {num(piece.reach)} · {num(piece.replied)} answered ·{' '}
          {num(piece.moved_up)} moved up
        </small>
      </button>
    </li>
  )
}

export default function Content() {
  useTitle('Content')
  const pieces = usePieces()
  const asked = Number(useSearch().get('piece'))
  return (
    <>
      <p className="kicker">Content</p>
      <h1>Who should hear of this?</h1>
      <p className="lede">
        Your work is how word gets out. A piece goes to those whom it would really serve, with a
        line of your own.
      </p>
      <Answer of={pieces} lines={6}>
        {({ pieces: all }) => {
          const now = all.find((one) => one.n === asked) ?? all[0]
          return (
            <div className="contentgrid">
              <section aria-label="Pieces">
                <ul className="pieces">
                  {all.map((one) => (
                    <PieceLine key={one.n} piece={one} now={one === now} />
                  ))}
                </ul>
                {all.length === 0 && (
                  <Empty say="Nothing published is known here yet.">
                    <p>Give the address of your feed, or write the title of a single piece.</p>
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
