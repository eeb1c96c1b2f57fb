// Standing columns: how many are in, and a part of them above, open where it is network gone quiet, cool where it is contacts.
import { num } from '../words'

export interface ColumnsRow {
  label: string
  n: number
  /** A part of n that is drawn above the rest. */
  part: number
}

interface ColumnsProps {
  rows: ColumnsRow[]
  part: 'quiet' | 'contacts'
  label: string
}

const height = 180
const bottom = 150

export function Columns({ rows, part, label }: ColumnsProps) {
  const most = Math.max(1, ...rows.map((row) => row.n))
  const step = 640 / Math.max(1, rows.length)
  const wide = Math.min(44, step * 0.62)
  const tall = (n: number) => (n / most) * (bottom - 24)
  return (
    <svg className="columns" viewBox={`0 0 640 ${height}`} role="img" aria-label={label}>
      <line x1="0" x2="640" y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      {rows.map((row, i) => {
        const x = i * step + (step - wide) / 2
        const full = tall(row.n - row.part)
        const above = tall(row.part)
        return (
          <g key={row.label}>
            <rect x={x} y={bottom - full} width={wide} height={full} fill="var(--net-fill)" />
            {row.part > 0 && (
              <rect
                x={x + 1}
                y={bottom - full - above}
                width={wide - 2}
                height={above}
                fill={part === 'quiet' ? 'none' : 'var(--con-soft)'}
                stroke={part === 'quiet' ? 'var(--net-fill)' : 'var(--con-fill)'}
                strokeWidth="2"
              />
            )}
            <text className="figure" x={x + wide / 2} y={bottom - full - above - 6}>
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
