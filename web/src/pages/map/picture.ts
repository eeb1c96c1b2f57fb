// The map as WebGL: points and ties by sigma, grounds and names on two canvases that follow it.
import { createNodeBorderProgram } from '@sigma/node-border'
import { UndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { MapPicture } from '../../api/types'
import { type Colours, over } from './colours'
import { drawAbove, drawBelow } from './grounds'
import type { Layout } from './layout'
import type { View } from './view'

interface NodeFace {
  x: number
  y: number
  size: number
  color: string
  borderColor: string
  border: number
  label: string
  forceLabel: boolean
}

/** The two people of a tie, as indices of the map's nodes. */
interface Ends {
  a: number
  b: number
}

const BorderProgram = createNodeBorderProgram<NodeFace, Ends>({
  borders: [
    { size: { attribute: 'border', defaultValue: 0.35 }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
})

export interface Drawn {
  show: (view: View) => void
  zoomTo: (index: number) => void
  stop: () => void
}

interface Hooks {
  onHover: (index: number | null) => void
  onChoose: (index: number) => void
}

function faces(map: MapPicture, layout: Layout, colours: Colours): NodeFace[] {
  return map.nodes.map((node, i) => {
    const [x, y] = layout.places[i] ?? [0, 0]
    const face = { x, y, label: node.name, forceLabel: false }
    if (node.network) {
      const size = 4.5 + 6 * (node.strength / 100) ** 1.3
      const fill = colours['net-fill']
      return node.quiet
        ? { ...face, size, color: colours.paper, borderColor: fill, border: 0.34 }
        : { ...face, size, color: fill, borderColor: fill, border: 0.1 }
    }
    if (node.one_step)
      return { ...face, size: 4.4, color: colours.paper, borderColor: colours.con, border: 0.5 }
    return {
      ...face,
      size: 2.6,
      color: colours['con-fill'],
      borderColor: colours['con-fill'],
      border: 0.1,
    }
  })
}

export function drawMap(
  host: HTMLElement,
  map: MapPicture,
  layout: Layout,
  colours: Colours,
  hooks: Hooks,
): Drawn {
  const graph = new UndirectedGraph<NodeFace, Ends>()
  faces(map, layout, colours).forEach((face, i) => graph.addNode(String(i), face))
  map.edges.forEach(([a, b]) => {
    if (a !== b && !graph.hasEdge(String(a), String(b)))
      graph.addEdge(String(a), String(b), { a, b })
  })
  const faint = map.edges.length > 600 ? 0.14 : 0.42
  let view: View = { shown: 'all', lit: null, centres: new Set(), route: [] }
  const isThere = (i: number) => {
    const node = map.nodes[i]
    if (!node) return false
    if (view.shown === 'network') return node.network
    return view.shown === 'all' || !node.gone
  }

  const sigma = new Sigma<NodeFace, Ends>(graph, host, {
    nodeProgramClasses: { bordered: BorderProgram },
    defaultNodeType: 'bordered',
    labelFont: 'Inter, system-ui, sans-serif',
    labelSize: 12,
    labelWeight: '500',
    labelColor: { color: colours.ink },
    labelRenderedSizeThreshold: 13,
    minCameraRatio: 0.05,
    maxCameraRatio: 2.2,
    stagePadding: 0,
    itemSizesReference: 'positions', // points keep their place among each other at every zoom
    zoomToSizeRatioFunction: (ratio) => ratio,
    zIndex: true,
    allowInvalidContainer: true,
    defaultDrawNodeLabel: (context, data, settings) => {
      if (!data.label) return
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`
      context.lineWidth = 4
      context.lineJoin = 'round'
      context.strokeStyle = colours.paper
      context.fillStyle = colours.ink
      context.strokeText(data.label, data.x + data.size + 4, data.y + 4)
      context.fillText(data.label, data.x + data.size + 4, data.y + 4)
    },
    defaultDrawNodeHover: (context, data) => {
      context.beginPath()
      context.arc(data.x, data.y, data.size + 2, 0, Math.PI * 2)
      context.strokeStyle = colours.ink
      context.lineWidth = 2
      context.stroke()
    },
    nodeReducer: (key, face) => {
      const i = Number(key)
      if (!isThere(i)) return { ...face, hidden: true }
      if (view.lit && !view.lit.has(i)) {
        return {
          ...face,
          color: over(colours.paper, face.color, 0.22),
          borderColor: over(colours.paper, face.borderColor, 0.22),
          label: '',
        }
      }
      const named = view.lit !== null && view.lit.size <= 40 && !view.route.includes(i)
      return { ...face, forceLabel: named, zIndex: 1 }
    },
    edgeReducer: (_, edge) => {
      const { a, b } = edge
      const inside = map.nodes[a]?.network && map.nodes[b]?.network
      const on = view.centres.has(a) || view.centres.has(b)
      const hidden = !isThere(a) || !isThere(b) || (view.lit === null ? !inside : !on)
      const opacity = on ? 0.6 : faint
      const colour = inside ? colours['net-fill'] : colours['con-fill']
      return { ...edge, hidden, size: on ? 1.4 : 1, color: over(colours.paper, colour, opacity) }
    },
  })
  sigma.setCustomBBox({
    x: [-layout.near * 1.3, layout.near * 1.3],
    y: [-layout.near * 1.3, layout.near * 1.3],
  })

  const below = document.createElement('canvas')
  const above = document.createElement('canvas')
  below.className = 'ground'
  above.className = 'names'
  host.prepend(below)
  host.append(above)
  const scene = { layout, colours, at: (x: number, y: number) => sigma.graphToViewport({ x, y }) }
  sigma.on('afterRender', () => {
    drawBelow(below, host, scene, view)
    drawAbove(above, host, scene, view, map)
  })
  sigma.on('enterNode', ({ node }) => hooks.onHover(Number(node)))
  sigma.on('leaveNode', () => hooks.onHover(null))
  sigma.on('clickNode', ({ node }) => hooks.onChoose(Number(node)))
  // Names are drawn on a canvas, which does not wait for a font by itself.
  void document.fonts.load('italic 500 16px Newsreader').then(() => sigma.refresh())
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches

  return {
    show: (next) => {
      view = next
      sigma.refresh()
    },
    zoomTo: (index) => {
      const at = sigma.getNodeDisplayData(String(index))
      if (!at) return
      const ratio = Math.min(sigma.getCamera().ratio, 0.5)
      void sigma.getCamera().animate({ x: at.x, y: at.y, ratio }, { duration: still ? 0 : 500 })
    },
    stop: () => {
      sigma.kill()
      below.remove()
      above.remove()
    },
  }
}
