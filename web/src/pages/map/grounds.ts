// What lies under the points (the wide ring, the middle, communities) and over them (names, the path).
import type { MapPicture } from '../../api/types'
import { type Colours, faded } from './colours'
import type { Layout } from './layout'
import type { View } from './view'
import { say } from '../../words'

interface Scene {
  layout: Layout
  colours: Colours
  at: (x: number, y: number) => { x: number; y: number }
}

function prepare(canvas: HTMLCanvasElement, host: HTMLElement): CanvasRenderingContext2D | null {
  const { clientWidth: width, clientHeight: height } = host
  const sharp = window.devicePixelRatio || 1
  if (canvas.width !== width * sharp || canvas.height !== height * sharp) {
    canvas.width = width * sharp
    canvas.height = height * sharp
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const context = canvas.getContext('2d')
  context?.setTransform(sharp, 0, 0, sharp, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const touch = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const scale = ({ at }: Scene) => Math.abs(at(1, 0).x - at(0, 0).x)

export function drawBelow(canvas: HTMLCanvasElement, host: HTMLElement, scene: Scene, view: View) {
  const context = prepare(canvas, host)
  if (!context) return
  const { layout, colours, at } = scene
  const k = scale(scene)
  const disc = (x: number, y: number, r: number, colour: string) => {
    const centre = at(x, y)
    context.beginPath()
    context.arc(centre.x, centre.y, r * k, 0, Math.PI * 2)
    context.fillStyle = colour
    context.fill()
  }
  disc(0, 0, layout.whole + 12, faded(colours['con-soft'], 0.55))
  disc(0, 0, layout.inner, colours.paper)
  for (const group of layout.groups) disc(group.x, group.y, group.r, colours['net-soft'])
  if (view.shown === 'network') return
  context.fillStyle = faded(colours['con-fill'], view.lit ? 0.25 : 0.62)
  const size = Math.max(0.7, Math.min(2.2, 1.9 * k))
  const { clientWidth: width, clientHeight: height } = host
  for (const [x, y] of layout.others) {
    const p = at(x, y)
    if (p.x < -4 || p.y < -4 || p.x > width + 4 || p.y > height + 4) continue
    context.beginPath()
    context.arc(p.x, p.y, size, 0, Math.PI * 2)
    context.fill()
  }
}

export function drawAbove(
  canvas: HTMLCanvasElement,
  host: HTMLElement,
  scene: Scene,
  view: View,
  map: MapPicture,
) {
  const context = prepare(canvas, host)
  if (!context) return
  const { layout, colours, at } = scene
  const k = scale(scene)
  context.lineJoin = 'round'
  context.textAlign = 'center'
  const text = (words: string, x: number, y: number, font: string, colour: string) => {
    context.font = font
    context.lineWidth = 4
    context.strokeStyle = colours.paper
    context.strokeText(words, x, y)
    context.fillStyle = colour
    context.fillText(words, x, y)
  }
  if (k > 0.3) {
    const big = Math.round(Math.max(12, Math.min(16, 15 * k)))
    const taken: Box[] = []
    for (const group of layout.groups) {
      const centre = at(group.x, group.y)
      const up = group.y > 0 // sigma's y grows upwards
      const y = up ? centre.y - group.r * k - 22 : centre.y + group.r * k + 20
      context.font = `italic 500 ${big}px Newsreader, Georgia, serif`
      const half = context.measureText(group.name).width / 2
      const box = { left: centre.x - half, right: centre.x + half, top: y - big, bottom: y + 18 }
      // The largest come first; a name that would lie over another waits for a closer look.
      if (taken.some((one) => touch(one, box))) continue
      taken.push(box)

      text(group.name, centre.x, y, context.font, colours.ink)
      if (k > 0.7) {
        const font = '400 12px Inter, system-ui, sans-serif'
        const size = say('web.map.group-size', { n: group.size, quiet: group.quiet })
        text(size, centre.x, y + 15, font, colours['ink-2'])
      }
    }
  }
  if (view.route.length === 0) return
  const stops = [at(0, 0), ...view.route.map((i) => at(...(layout.places[i] ?? [0, 0])))]
  context.beginPath()
  stops.forEach((stop, i) =>
    i === 0 ? context.moveTo(stop.x, stop.y) : context.lineTo(stop.x, stop.y),
  )
  context.strokeStyle = colours.ink
  context.lineWidth = 2
  context.stroke()
  stops.forEach((stop, i) => {
    context.beginPath()
    context.arc(stop.x, stop.y, 7, 0, Math.PI * 2)
    context.fillStyle = colours.paper
    context.fill()
    context.stroke()
    const index = view.route[i - 1]
    const name = i === 0 ? say('web.map.you') : (map.nodes[index ?? -1]?.name ?? '')
    text(name, stop.x, stop.y - 13, '500 12px Inter, system-ui, sans-serif', colours.ink)
  })
}
