// Where everybody stands on the map: communities of network in the middle, one step away around
// them, all others outside. Nothing moves by chance: the same data give the same map.
import type { MapPicture } from '../../api/types'
import { type XY, ring } from '../../pictures/points'

export interface Group {
  name: string
  size: number
  quiet: number
  x: number
  y: number
  r: number
  /** How many ties lead to other groups. */
  out: number
}

export interface Layout {
  places: XY[]
  groups: Group[]
  /** How many communities there are, drawn or not. */
  all: number
  /** Radii: of the middle, of the ring one step away, of the whole. */
  inner: number
  near: number
  whole: number
  /** Contacts that are not points of their own. */
  others: XY[]
}

const least = 3 // fewer are no community to draw
const most = 14 // more are no picture but a pattern
const mostOthers = 3000

const radius = (n: number) => 12.5 * Math.sqrt(n) + 8

interface Disc {
  x: number
  y: number
  r: number
}

/** The next disc as near to the middle as it fits without touching those that lie already. */
function settle(laid: Disc[], r: number, gap: number): XY {
  for (let distance = 0; ; distance += 6) {
    for (let i = 0; i < 48; i += 1) {
      const angle = (i * 2 * Math.PI) / 48 + distance * 0.01 - Math.PI * 0.75
      const x = distance * Math.cos(angle)
      const y = distance * Math.sin(angle)
      // Wider than high: names stand above and below, and are wide.
      const free = (one: Disc) =>
        Math.hypot((x - one.x) / 1.35, (y - one.y) / 1.1) >= one.r + r + gap
      if (laid.every(free)) return [x, y]
    }
  }
}

interface Gathered {
  drawn: { circle: number; members: number[] }[]
  /** Network in no community that is drawn. */
  loose: number[]
  /** How many communities there are, drawn or not. */
  all: number
}

function gather(map: MapPicture): Gathered {
  const byCircle = new Map<number, number[]>()
  const loose: number[] = []
  map.nodes.forEach((node, i) => {
    if (!node.network) return
    if (node.circle === null) loose.push(i)
    else byCircle.set(node.circle, [...(byCircle.get(node.circle) ?? []), i])
  })
  const all = [...byCircle].map(([circle, members]) => ({ circle, members }))
  all.sort((a, b) => b.members.length - a.members.length || a.circle - b.circle)
  const drawn = all.filter((one, i) => i < most && one.members.length >= least)
  loose.push(...all.filter((one) => !drawn.includes(one)).flatMap((one) => one.members))
  return { drawn, loose, all: all.filter((one) => one.members.length >= least).length }
}

export function layOut(map: MapPicture): Layout {
  const places: XY[] = map.nodes.map(() => [0, 0])
  const { drawn, loose, all } = gather(map)
  const groupOf = new Map<number, number>()
  const discs: Disc[] = drawn.length > 1 ? [{ x: 0, y: 0, r: 4 }] : [] // the owner
  const groups: Group[] = []
  drawn.forEach(({ circle, members }, g) => {
    const r = radius(members.length) + 10
    const [x, y] = settle(discs, r, 30)
    discs.push({ x, y, r })
    members.sort((a, b) => (map.nodes[b]?.strength ?? 0) - (map.nodes[a]?.strength ?? 0))
    ring(members.length, 0, r - 14, x, y, g).forEach((at, i) => {
      const member = members[i]
      if (member === undefined) return
      places[member] = at
      groupOf.set(member, g)
    })
    const name = map.circles[circle]?.name ?? ''
    const quiet = members.filter((i) => map.nodes[i]?.quiet).length
    groups.push({ name, size: members.length, quiet, x, y, r, out: 0 })
  })
  for (const [a, b] of map.edges) {
    const from = groups[groupOf.get(a) ?? -1]
    const to = groups[groupOf.get(b) ?? -1]
    if (!from || !to || from === to) continue
    from.out += 1
    to.out += 1
  }

  // Network in no community: spread evenly around those.
  const core = Math.max(40, ...discs.map((one) => Math.hypot(one.x, one.y) + one.r + 40))
  const spread = loose.length === 0 ? core : Math.sqrt(core * core + 40 * core + loose.length * 420)
  ring(loose.length, core + 6, spread, 0, 0, 4).forEach((at, i) => put(loose[i], at))
  const inner = Math.max(120, spread + 16)
  const nearBy = map.nodes.flatMap((node, i) => (!node.network && node.one_step ? [i] : []))
  const far = map.nodes.flatMap((node, i) => (!node.network && !node.one_step ? [i] : []))
  const near = Math.sqrt(inner * inner + 30 * inner + nearBy.length * 190)
  ring(nearBy.length, inner + 14, near, 0, 0, 1).forEach((at, i) => put(nearBy[i], at))
  const others = Math.min(map.others, mostOthers)
  const whole = Math.sqrt(near * near + 120 * near + (far.length + others) * 330)
  // Those of whom more is known stand nearer.
  const edge = Math.sqrt(
    near * near + ((whole * whole - near * near) * far.length) / Math.max(1, far.length + others),
  )
  ring(far.length, near + 14, Math.max(near + 20, edge), 0, 0, 2).forEach((at, i) =>
    put(far[i], at),
  )
  return { places, groups, all, inner, near, whole, others: ring(others, edge + 8, whole, 0, 0, 3) }

  function put(index: number | undefined, at: XY) {
    if (index !== undefined) places[index] = at
  }
}
