// Lying bars with their number beside them: the number is the picture for those who cannot see it.
import { num } from '../words'

export interface BarRow {
  words: string
  n: number
  /** Warm and full, cool and open, cool and full, dashed, or ink. */
  face: 'net' | 'near' | 'con' | 'maybe' | 'ink'
}

export function Bars({ rows }: { rows: BarRow[] }) {
  const most = Math.max(1, ...rows.map((row) => row.n))
  return (
    <div>
      {rows.map((row) => (
        <div className="fitrow" key={row.words}>
          <span>{row.words}</span>
          <span className="num">{num(row.n)}</span>
          {row.n > 0 && (
            <span
              className={`track ${row.face}`}
              style={{ width: `${Math.max(1, (100 * row.n) / most)}%` }}
              aria-hidden="true"
            />
          )}
        </div>
      ))}
    </div>
  )
}
