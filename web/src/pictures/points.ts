// Points spread evenly over a disc or a ring: the same density everywhere.

export type XY = [number, number]

const golden = Math.PI * (3 - Math.sqrt(5))

export function ring(n: number, from: number, to: number, cx: number, cy: number, turn = 0): XY[] {
  return Array.from({ length: n }, (_, i) => {
    const r = Math.sqrt(from * from + ((i + 0.5) / n) * (to * to - from * from))
    const angle = i * golden + turn
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  })
}

const f = (n: number) => n.toFixed(1)

/** One path for all points of a kind: strokes of no length with round caps. */
export const dots = (points: XY[]) => points.map(([x, y]) => `M${f(x)} ${f(y)}h0`).join('')

/** How wide a point may be so that n of them fill a share of the ring, at most `most`. */
export function width(n: number, from: number, to: number, fill: number, most: number): number {
  if (n === 0) return most
  return Math.min(most, Math.sqrt((Math.PI * (to * to - from * from)) / n) * fill)
}
