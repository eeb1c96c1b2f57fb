// Whom to let go: the proposal, what it does, one button; and who was let go before.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries'
import { record } from '../../api/record'
import type { LetGo as LetGoShape } from '../../api/types'
import { Mark, PersonLink } from '../../kit/mark'
import { Link } from '../../kit/router'
import { Seg } from '../../kit/seg'
import { Answer, Empty } from '../../kit/states'
import { people, role, say, sentence } from '../../words'
import { Decision, cohesionFalls } from './decision'

type HowMany = 'few' | 'some' | 'many'
const limits: Record<HowMany, number> = { few: 20, some: 100, many: 100_000 }
const sizes: Record<HowMany, string> = {
  few: say('web.focus.few'),
  some: say('web.focus.some'),
  many: say('web.focus.many'),
}

const useProposals = (limit: number, enabled = true) =>
  useQuery({ ...ask('/let-go', { query: { limit } }), placeholderData: keepPreviousData, enabled })

/** Opens on some, on few if fewer keep the cohesion that some would cost; null while that is asked. */
function useOpening(): HowMany | null {
  const [opening, setOpening] = useState<HowMany | null>(null)
  const some = useProposals(limits.some, opening === null)
  const costs = some.data !== undefined && cohesionFalls(some.data)
  const few = useProposals(limits.few, opening === null && costs)
  if (opening === null && !some.isPending && (!costs || !few.isPending))
    setOpening(costs && few.data && !cohesionFalls(few.data) ? 'few' : 'some')
  return opening
}

export function LetGo() {
  const opening = useOpening()
  const [chosenSize, setMany] = useState<HowMany | null>(null)
  const many = chosenSize ?? opening ?? 'some'
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const proposals = useProposals(limits[many], opening !== null)
  const toggle = (id: string) =>
    setKept((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <section className="section letgo">
      <div>
        <Answer of={proposals} lines={8}>
          {(known) => {
            const chosen = known.batch.filter((one) => !kept.has(one.person.id))
            return (
              <>
                <div className="rowhead">
                  <h2 className="h">
                    {known.total === 0
                      ? say('web.focus.nobody')
                      : say('web.focus.proposed', { who: people(chosen.length) })}
                  </h2>
                  <Seg
                    label={say('web.focus.how-many')}
                    value={many}
                    options={(['few', 'some', 'many'] as const).map((one) => ({
                      value: one,
                      words: sizes[one],
                    }))}
                    onChoose={setMany}
                  />
                </div>
                {known.total === 0 ? (
                  <Empty words={say('web.focus.everybody-stays')} />
                ) : (
                  <Batch known={known} kept={kept} onToggle={toggle} />
                )}
              </>
            )
          }}
        </Answer>
        <Before />
      </div>
      {proposals.data && proposals.data.batch.length > 0 && (
        <Decision
          proposals={proposals.data}
          chosen={proposals.data.batch.map((one) => one.person.id).filter((id) => !kept.has(id))}
        />
      )}
    </section>
  )
}

interface BatchProps {
  known: LetGoShape
  kept: ReadonlySet<string>
  onToggle: (id: string) => void
}

function Batch({ known, kept, onToggle }: BatchProps) {
  const [shown, setShown] = useState(6)
  const rest = known.batch.length - shown
  return (
    <>
      <p className="muted small section-s">{say('web.focus.none-of-them')}</p>
      <ul className="propose section-s">
        {known.batch.slice(0, shown).map(({ person, why }) => (
          <li key={person.id}>
            <input
              type="checkbox"
              checked={!kept.has(person.id)}
              aria-label={say('web.focus.let-go-of', { name: person.name })}
              onChange={() => onToggle(person.id)}
            />
            <Mark person={person} size="sm" />
            <p>
              <PersonLink person={person} />
              <small>{sentence(why)}</small>
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="morerow">
          <button className="linkish" onClick={() => setShown(shown + Math.min(rest, 200))}>
            {rest > 200
              ? say('web.focus.show-more', { n: 200 })
              : say('web.focus.show-rest', { n: rest })}
          </button>
        </p>
      )}
    </>
  )
}

function Before() {
  const before = useQuery(ask('/people', { query: { let_go: true, limit: 5 } }))
  if (!before.data || before.data.total === 0) return null
  return (
    <>
      <div className="rowhead section">
        <h2 className="h">{say('web.focus.before')}</h2>
        <Link className="small" to="/people?let_go=1">
          {say('web.act.all', { n: before.data.total })}
        </Link>
      </div>
      <ul className="propose section-s">
        {before.data.people.map((person) => (
          <li key={person.id} className="noticks">
            <Mark person={person} size="sm" />
            <p>
              <PersonLink person={person} />
              <small>{role(person)}</small>
            </p>
            <button
              className="btn plain"
              onClick={() =>
                void record({
                  path: '/people/rule',
                  body: { verb: 'take-back', persons: [person.id] },
                  told: say('web.act.told-taken-back', { who: person.name }),
                })
              }
            >
              {say('web.line.take-back')} <span className="sr">: {person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
