// The two circles, and how the numbers moved since the quarter began.
import type { ReactNode } from 'react'
import { useKindsRead, useQuarter } from '../../api/queries'
import type { Status } from '../../api/types'
import { Point } from '../../kit/glyphs'
import { Link } from '../../kit/router'
import { Circles, perPoint } from '../../pictures/circles'
import { dayOfYear, ignorance, num, rich, say, signed, spelled } from '../../words'

interface MoveRow {
  words: string
  to: string
  point: ReactNode
  now: number
  then: number | undefined
  colour: string
}

interface MovesProps {
  status: Status
  /** The plan is there: what takes longer may be asked for. */
  planned: boolean
}

export function Moves({ status, planned }: MovesProps) {
  const quarter = useQuarter(planned)
  const then = quarter?.then
  const rows: MoveRow[] = [
    {
      words: say('web.rung.network'),
      to: '/people?standing=network',
      point: <Point of="network" />,
      now: status.network,
      then: then?.network,
      colour: 'net',
    },
    {
      words: say('web.standing.one-step'),
      to: '/people?one_step=1',
      point: <Point of="one-step" />,
      now: status.one_step_away,
      then: then?.one_step_away,
      colour: 'con',
    },
    {
      words: say('web.today.people'),
      to: '/people',
      point: <Point of="people" />,
      now: status.people,
      then: then?.people,
      colour: '',
    },
    {
      words: say('web.standing.gone-quiet'),
      to: '/people?quiet=1',
      point: <Point of="quiet" />,
      now: status.quiet,
      then: then?.quiet,
      colour: '',
    },
  ]
  const joined = quarter?.joined ?? 0
  const kinds = useKindsRead()
  const unknown = kinds && !status.demo ? ignorance(kinds) : null
  const scale = perPoint(status.people)
  return (
    <section className="circles" aria-label={say('web.today.circles')}>
      <div>
        <Circles
          people={status.people}
          network={status.network}
          oneStep={status.one_step_away}
          quiet={status.quiet}
          joined={joined}
        />
      </div>
      <div>
        <table className="movekey">
          <thead>
            <tr>
              <th>{say('web.today.point', { n: scale })}</th>
              <th className="num">{say('web.today.now')}</th>
              <th className="num">{say('web.today.this-quarter')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.words}>
                <th scope="row">
                  {row.point}
                  <Link to={row.to}>{row.words}</Link>
                </th>
                <td className={`num big ${row.colour}`}>{num(row.now)}</td>
                <td className="num">{row.then !== undefined && signed(row.now - row.then)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="aside-note">
          {quarter &&
            `${say('web.today.joined', {
              n: joined,
              many: spelled(joined),
              day: dayOfYear(quarter.then.day),
            })} `}
          {status.network > 0 &&
            say('web.today.advocates', {
              n: status.advocates,
              network: status.network,
            })}
        </p>
        {unknown && (
          <p className="aside-note">
            {unknown}{' '}
            {rich('web.today.add-one', {
              sources: (parts) => <Link to="/sources">{parts}</Link>,
            })}
          </p>
        )}
      </div>
    </section>
  )
}
