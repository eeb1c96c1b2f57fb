// The two-way street: what went out, what came in, and what could be given. Flow, not a balance.
import { useBrief, useNeeds } from '../../api/queries'
import type { Row, Show } from '../../api/types'
import { LaneArrow } from '../../kit/glyphs'
import { day, given, sentence } from '../../words'
import { EvidenceRow, rowsOf } from './lamp-cards'

function Rows({ rows }: { rows: Row[] }) {
  return (
    <ul className="rows">
      {rows.slice(0, 6).map((row, i) => (
        <EvidenceRow key={i} row={row} />
      ))}
    </ul>
  )
}

function lead(n: number, chances: boolean): string {
  if (n > 0) return chances ? 'What went, and a chance to give:' : 'What went:'
  return chances ? 'Nothing yet. A chance to give:' : 'Nothing known yet.'
}

export function Street({ person }: { person: Show }) {
  const brief = useBrief(person.id)
  const needs = useNeeds()
  const name = given(person.name)
  const rows = rowsOf(person, 'help')
  const out = rows.filter((row) => row.direction === 'out')
  const inward = rows.filter((row) => row.direction !== 'out')
  const own = needs.data?.needs.filter((need) => need.person.id === person.id) ?? []
  const give = brief.data?.give ?? []
  // Their needs stand in the other lane already.
  const open = (brief.data?.open ?? []).filter((text) => !text.startsWith('needs '))
  return (
    <section className="section">
      <div className="rowhead">
        <h2 className="h">The two-way street</h2>
        <p className="muted small">Flow, not a balance</p>
      </div>
      <div className="street">
        <div className="lane">
          <h3>
            You to {name} <LaneArrow />
          </h3>
          <p>{lead(out.length, give.length + own.length > 0)}</p>
          <Rows rows={out} />
          <ul className="rows">
            {own.map((need) => (
              <li key={need.n}>
                <time>need</time>
                <span>
                  {need.need}
                  <small>
                    noted {day(need.since)}
                    {need.offers.length > 0 &&
                      `; you offer ${need.offers.map((one) => one.offer).join(', ')}`}
                  </small>
                </span>
              </li>
            ))}
            {give.map((text) => (
              <li key={text}>
                <time>to give</time>
                <span>{sentence(text)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div className="lane">
          <h3>
            <LaneArrow back /> {name} to you
          </h3>
          <p>{inward.length > 0 ? 'What came:' : 'Nothing known yet.'}</p>
          <Rows rows={inward} />
          {open.length > 0 && (
            <ul className="rows">
              {open.map((text) => (
                <li key={text}>
                  <time>open</time>
                  <span>{sentence(text)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  )
}
