// A life of two people on one strip: what came in above, what went out below, meetings between.
import type { Row } from '../api/types'
import { day, rowKinds, say } from '../words'

const left = 60
const right = 886
const minutesOf = (iso: string) => new Date(iso.length === 10 ? `${iso}T12:00:00` : iso).getTime()

interface Bar {
  x: number
  n: number
}

/** Rows of a kind gathered by month, one bar a month. */
function months(rows: Row[], at: (time: number) => number): Bar[] {
  const bars = new Map<string, Bar>()
  for (const row of rows) {
    if (!row.at) continue
    const key = row.at.slice(0, 7)
    const bar = bars.get(key)
    if (bar) bar.n += 1
    else bars.set(key, { x: at(minutesOf(`${key}-15`)), n: 1 })
  }
  return [...bars.values()]
}

const tall = (n: number) => Math.min(18, 6 + Math.sqrt(n) * 4)

export function Strip({ rows, today }: { rows: Row[]; today: string }) {
  const times = rows.flatMap((row) => (row.at ? [minutesOf(row.at)] : []))
  const end = minutesOf(today)
  const firstYear = new Date(Math.min(end, ...times)).getFullYear()
  const start = new Date(Math.min(firstYear, new Date(end).getFullYear() - 1), 0, 1).getTime()
  const at = (time: number) => left + ((time - start) / (end - start)) * (right - left)
  const years = Array.from(
    { length: new Date(end).getFullYear() - new Date(start).getFullYear() + 1 },
    (_, i) => new Date(start).getFullYear() + i,
  )
  const every = Math.ceil(years.length / 12)
  const is = (kinds: string[]) => rows.filter((row) => row.at && kinds.includes(row.kind))
  const wrote = is(['wrote', 'invited', 'shared', 'engaged', 'helped', 'asked', 'thanked'])
  const met = is(['met', 'called'])
  const rare = [...is(['listed']).slice(-1), ...(met.length < 6 ? is(['crossed']).slice(0, 1) : [])]
  const newest = rows[0]?.at
  const label = say('web.picture.strip', {
    from: String(years[0]),
    to: String(years.at(-1)),
    rows: rows.length,
    met: met.length,
    newest: newest ? day(newest) : say('web.picture.undated'),
  })
  return (
    <svg className="strip" viewBox="0 0 920 138" role="img" aria-label={label}>
      {years.map((year, i) => {
        const x = at(new Date(year, 0, 1).getTime())
        return (
          <g key={year}>
            <line x1={x} x2={x} y1="10" y2="112" stroke="var(--line)" />
            {i % every === 0 && (
              <text x={x + 5} y="130">
                {year}
              </text>
            )}
          </g>
        )
      })}
      <line x1={right} x2={right} y1="10" y2="112" stroke="var(--ink)" strokeDasharray="2 3" />
      <text x={right + 4} y="20" className="lab">
        {say('web.picture.today')}
      </text>
      {(
        [
          [say('web.picture.to-you'), 34],
          [rowKinds.met, 62],
          [say('web.picture.from-you'), 90],
        ] as const
      ).map(([words, y]) => (
        <g key={words}>
          <text x="0" y={y + 4} className="lab">
            {words}
          </text>
          <line x1={left} x2={right} y1={y} y2={y} stroke="var(--line)" />
        </g>
      ))}
      {months(
        wrote.filter((row) => row.direction !== 'out'),
        at,
      ).map(({ x, n }) => (
        <rect
          key={x}
          x={x - 1.5}
          y={34 - tall(n)}
          width="3"
          height={tall(n)}
          rx="1.5"
          fill="var(--ink-2)"
        />
      ))}
      {months(
        wrote.filter((row) => row.direction === 'out'),
        at,
      ).map(({ x, n }) => (
        <rect key={x} x={x - 1.5} y="90" width="3" height={tall(n)} rx="1.5" fill="var(--ink-2)" />
      ))}
      {months(met, at).map(({ x, n }) => (
        <circle key={x} cx={x} cy="62" r={Math.min(10, 4 + Math.sqrt(n) * 1.6)} fill="var(--ink)" />
      ))}
      {rare.map((row) => {
        const x = at(minutesOf(row.at ?? today))
        return (
          <g key={rowKinds[row.kind] ?? row.kind}>
            {row.kind === 'listed' ? (
              <path d={`M${x} 58l4 4-4 4-4-4z`} fill="var(--ink-3)" />
            ) : (
              <circle
                cx={x}
                cy="62"
                r="4"
                fill="none"
                stroke="var(--ink-2)"
                strokeWidth="1.5"
                strokeDasharray="2 2"
              />
            )}
            <text x={x + 8} y="55">
              {rowKinds[row.kind] ?? row.kind}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
