// Standing columns: how many are in, and a part of them above, open where it is network gone quiet, cool where it is contacts.
import { useWidth } from '../kit/width'
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
  const [picture, width] = useWidth<SVGSVGElement>(640)
  const most = Math.max(1, ...rows.map((row) => row.n))
  const step = width / Math.max(1, rows.length)
  const wide = Math.min(44, step * 0.62)
  const every = Math.ceil(48 / step) // of the labels, so that they keep apart; the last one stays
  const tall = (n: number) => (n / most) * (bottom - 24)
  return (
    <svg
      className="columns"
      ref={picture}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <line x1="0" x2={width} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
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
            {(rows.length - 1 - i) % every === 0 && (
              <text x={x + wide / 2} y={bottom + 18}>
                {row.label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
