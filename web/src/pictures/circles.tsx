// The picture of wellmet: the wide cool ring of contacts, the dense warm circle of network within.
import { memo } from 'react'
import { say } from '../words'
import { type XY, dots, ring, width } from './points'

interface CirclesProps {
  people: number
  network: number
  oneStep: number
  quiet: number
  /** Who came into the network this quarter: drawn as strokes that lead in. */
  joined: number
}

const centre = 210
const most = 2800 // above this a point is more than one person

function strokes(n: number): string {
  return Array.from({ length: n }, (_, i) => {
    const angle = (i * 2 * Math.PI) / n + ((i * 7) % 5) * 0.09
    const at = (r: number, by: number): XY => [
      centre + r * Math.cos(angle + by),
      centre + r * Math.sin(angle + by),
    ]
    const [[x0, y0], [x1, y1], [x2, y2]] = [at(96, 0.5), at(80, 0.12), at(47, 0)]
    return `M${x0.toFixed(1)} ${y0.toFixed(1)}Q${x1.toFixed(1)} ${y1.toFixed(1)} ${x2.toFixed(1)} ${y2.toFixed(1)}`
  }).join('')
}

export function perPoint(people: number): number {
  return Math.max(1, Math.ceil(people / (most + 300)))
}

export const Circles = memo(function Circles(props: CirclesProps) {
  const { people, network, oneStep, quiet, joined } = props
  const scale = perPoint(people)
  const few = (n: number) => Math.round(n / scale)
  const far = few(Math.max(0, people - network - oneStep))
  const near = few(oneStep)
  const core = few(network)
  const all = ring(core, 0, 46, centre, centre)
  const every = quiet > 0 ? Math.max(1, Math.round(network / quiet)) : 0
  const isQuiet = (i: number) => every > 0 && i % every === every - 1
  const wide = { far: width(far, 111, 206, 0.43, 4), near: width(near, 60, 103, 0.55, 6) }
  const net = width(core, 0, 46, 0.85, 9)
  const label = say('web.picture.circles', {
    contacts: people - network,
    near: oneStep,
    network,
    joined,
  })
  return (
    <svg viewBox="0 0 420 420" role="img" aria-label={label}>
      <circle className="rim" cx={centre} cy={centre} r="209" />
      <path
        className="dots"
        d={dots(ring(far, 111, 206, centre, centre, 2))}
        stroke="var(--con-fill)"
        strokeWidth={wide.far}
        opacity=".8"
      />
      <path
        className="dots"
        d={dots(ring(near, 60, 103, centre, centre, 1))}
        stroke="var(--con)"
        strokeWidth={wide.near}
      />
      <path
        className="dots"
        d={dots(ring(near, 60, 103, centre, centre, 1))}
        stroke="var(--con-soft)"
        strokeWidth={wide.near * 0.46}
      />
      <circle className="core" cx={centre} cy={centre} r="54" />
      <path
        className="dots"
        d={strokes(Math.min(joined, 12))}
        stroke="var(--net)"
        strokeWidth="2"
      />
      <path className="dots" d={dots(all)} stroke="var(--net-fill)" strokeWidth={net} />
      <path
        className="dots"
        d={dots(all.filter((_, i) => isQuiet(i)))}
        stroke="var(--net-soft)"
        strokeWidth={net * 0.53}
      />
    </svg>
  )
})
