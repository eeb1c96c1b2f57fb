// Over the years: the strip, and the same as a list beside facts and notes.
import { type ReactNode, useState } from 'react'
import type { Show } from '../../api/types'
import { Seg } from '../../kit/seg'
import { Strip } from '../../pictures/strip'
import { arrow, dayOrNone, rowSource, rowWords, say } from '../../words'
import { FactsAside } from './facts'

type Which = 'all' | 'met' | 'help'

const kinds: Record<Which, string[] | null> = {
  all: null,
  met: ['met', 'called', 'crossed'],
  help: ['helped', 'asked', 'introduced', 'recommended', 'referred', 'thanked'],
}

/** Where the strip is wider than the screen, the newest years are what is seen first. */
const toNewest = (hold: HTMLDivElement | null) => {
  if (hold) hold.scrollLeft = hold.scrollWidth
}

interface YearsProps {
  person: Show
  today: string | null
  children: ReactNode
}

export function Years({ person, today, children }: YearsProps) {
  const [which, setWhich] = useState<Which>('all')
  const [all, setAll] = useState(false)
  const wanted = kinds[which]
  const rows = person.timeline.filter((row) => !wanted || wanted.includes(row.kind))
  const shown = all ? rows : rows.slice(0, 10)
  return (
    <>
      <section className="section">
        <div className="rowhead">
          <h2 className="h">{say('web.years.head')}</h2>
          <Seg
            label={say('web.map.show')}
            value={which}
            options={[
              { value: 'all', words: say('web.years.all') },
              { value: 'met', words: say('web.years.met') },
              { value: 'help', words: say('web.years.help') },
            ]}
            onChoose={setWhich}
          />
        </div>
        {today && rows.length > 0 && (
          <div
            className="striphold"
            ref={toNewest}
            tabIndex={0}
            role="region"
            aria-label={say('web.years.timeline')}
          >
            <Strip rows={rows} today={today} />
          </div>
        )}
      </section>
      <div className="two after">
        <section aria-label={say('web.map.as-list')}>
          <ul className="tl">
            {shown.map((row, i) => (
              <li key={i}>
                <time>{dayOrNone(row.at)}</time>
                <span className="dir" aria-hidden="true">
                  {arrow(row)}
                </span>
                <span>{rowWords(row)}</span>
                <span className="src">{rowSource(row)}</span>
              </li>
            ))}
          </ul>
          {rows.length === 0 && <p className="muted">{say('web.years.nothing')}</p>}
          {rows.length > 10 && (
            <button className="linkish small" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? say('web.years.newest') : say('web.lamp.all-rows', { n: rows.length })}
            </button>
          )}
          {children}
        </section>
        <FactsAside person={person} />
      </div>
    </>
  )
}
