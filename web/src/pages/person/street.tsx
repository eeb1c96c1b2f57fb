// The two-way street: what went out, what came in, and what could be given. Flow, not a balance.
import { useBrief, useNeeds } from '../../api/queries'
import type { Row, Show } from '../../api/types'
import { LaneArrow } from '../../kit/glyphs'
import { day, given, say, sentence } from '../../words'
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
  if (n > 0) return chances ? say('web.street.went-chance') : say('web.street.went')
  return chances ? say('web.street.chance') : say('web.street.nothing')
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
  const open = (brief.data?.open ?? []).filter(
    (text) => !own.some((need) => text.includes(need.need)),
  )
  return (
    <section className="section">
      <div className="rowhead">
        <h2 className="h">{say('web.street.head')}</h2>
        <p className="muted small">{say('web.street.flow')}</p>
      </div>
      <div className="street">
        <div className="lane">
          <h3>
            {say('web.street.to', { name })} <LaneArrow />
          </h3>
          <p>{lead(out.length, give.length + own.length > 0)}</p>
          <Rows rows={out} />
          <ul className="rows">
            {own.map((need) => (
              <li key={need.n}>
                <time>{say('web.street.need')}</time>
                <span>
                  {need.need}
                  <small>
                    {say('web.help.noted', { day: day(need.since) })}
                    {need.offers.length > 0 &&
                      `; ${say('web.street.you-offer', { offers: need.offers.map((one) => one.offer).join(', ') })}`}
                  </small>
                </span>
              </li>
            ))}
            {give.map((text) => (
              <li key={text}>
                <time>{say('web.street.to-give')}</time>
                <span>{sentence(text)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div className="lane">
          <h3>
            <LaneArrow back /> {say('web.street.from', { name })}
          </h3>
          <p>{inward.length > 0 ? say('web.street.came') : say('web.street.nothing')}</p>
          <Rows rows={inward} />
          {open.length > 0 && (
            <ul className="rows">
              {open.map((text) => (
                <li key={text}>
                  <time>{say('web.street.open')}</time>
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
