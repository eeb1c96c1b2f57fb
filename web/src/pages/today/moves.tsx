// The two circles, and how the numbers moved since the quarter began.
import type { ReactNode } from 'react'
import { useKindsRead, useQuarter } from '../../api/queries'
import type { Status } from '../../api/types'
import { Point } from '../../kit/glyphs'
import { Link } from '../../kit/router'
import { Circles, perPoint } from '../../pictures/circles'
import { dayOfYear, ignorance, num, signed, spelled } from '../../words'

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
      words: 'network',
      to: '/people?standing=network',
      point: <Point of="network" />,
      now: status.network,
      then: then?.network,
      colour: 'net',
    },
    {
      words: 'one step away',
      to: '/people?one_step=1',
      point: <Point of="one-step" />,
      now: status.one_step_away,
      then: then?.one_step_away,
      colour: 'con',
    },
    {
      words: 'people',
      to: '/people',
      point: <Point of="people" />,
      now: status.people,
      then: then?.people,
      colour: '',
    },
    {
      words: 'gone quiet',
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
    <section className="circles" aria-label="Your people as two circles">
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
              <th>
                {scale === 1 ? 'One point is one person' : `One point is ${num(scale)} people`}
              </th>
              <th className="num">now</th>
              <th className="num">this quarter</th>
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
            `${spelled(joined)} ${joined === 1 ? 'person' : 'people'} came into the network since ${dayOfYear(quarter.then.day)}. `}
          {status.network > 0 &&
            `${num(status.advocates)} of the ${num(status.network)} ${status.advocates === 1 ? 'is an advocate' : 'are advocates'}.`}
        </p>
        {unknown && (
          <p className="aside-note">
            {unknown} <Link to="/sources">Add one</Link>, and it is.
          </p>
        )}
      </div>
    </section>
  )
}
