// Standing columns, one a quarter: how many are in, and the open part of them gone quiet.
import { num } from '../words'

export interface ColumnsRow {
  label: string
  n: number
  /** A part of n that is drawn open. */
  open: number
}

const height = 180
const bottom = 150

export function Columns({ rows, label }: { rows: ColumnsRow[]; label: string }) {
  const most = Math.max(1, ...rows.map((row) => row.n))
  const step = 640 / Math.max(1, rows.length)
  const wide = Math.min(44, step * 0.62)
  const tall = (n: number) => (n / most) * (bottom - 24)
  return (
    <svg className="columns" viewBox={`0 0 640 ${height}`} role="img" aria-label={label}>
      <line x1="0" x2="640" y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      {rows.map((row, i) => {
        const x = i * step + (step - wide) / 2
        const full = tall(row.n - row.open)
        const open = tall(row.open)
        return (
          <g key={row.label}>
            <rect x={x} y={bottom - full} width={wide} height={full} fill="var(--net-fill)" />
            {row.open > 0 && (
              <rect
                x={x + 1}
                y={bottom - full - open}
                width={wide - 2}
                height={open}
                fill="none"
                stroke="var(--net-fill)"
                strokeWidth="2"
              />
            )}
            <text className="figure" x={x + wide / 2} y={bottom - full - open - 6}>
              {num(row.n)}
            </text>
            <text x={x + wide / 2} y={bottom + 18}>
              {row.label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
