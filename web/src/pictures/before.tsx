// A small pair of circles: how much is there before letting go, or after.
import { memo } from 'react'
import { dots, ring, width } from './points'

interface CircleBeforeProps {
  network: number
  /** All others that are shown, of as many as there were before. */
  others: number
  of: number
}

const c = 90
const most = 420

export const CircleBefore = memo(function CircleBefore({ network, others, of }: CircleBeforeProps) {
  const scale = Math.max(1, of / most)
  const far = ring(Math.round(of / scale), 42, 86, c, c, 2)
  const keep = others / Math.max(1, of)
  // Every so many points are gone, spread evenly as the points are.
  const left = far.filter((_, i) => Math.floor((i + 1) * keep) > Math.floor(i * keep))
  const inner = Math.min(80, Math.max(1, Math.round(network / scale)))
  const net = ring(inner, 0, 29, c, c)
  return (
    <svg viewBox="0 0 180 180" aria-hidden="true">
      <circle cx={c} cy={c} r="89" fill="var(--con-soft)" opacity=".55" />
      <circle cx={c} cy={c} r="36" fill="var(--net-soft)" />
      <path
        className="dots"
        d={dots(left)}
        stroke="var(--con-fill)"
        strokeWidth={width(far.length, 42, 86, 0.42, 3)}
      />
      <path
        className="dots"
        d={dots(net)}
        stroke="var(--net-fill)"
        strokeWidth={width(inner, 0, 29, 0.8, 6)}
      />
    </svg>
  )
})
