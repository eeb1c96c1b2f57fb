// Map: what does my network look like? Points by WebGL, a search that lights up, paths, and a list.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMap } from '../../api/queries'
import type { MapPicture } from '../../api/types'
import { Point } from '../../kit/glyphs'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Seg } from '../../kit/seg'
import { Empty, Loading, Trouble } from '../../kit/states'
import { useScheme } from '../../kit/theme'
import { num, spelled, spelledSmall } from '../../words'
import { readColours } from './colours'
import { AsList } from './as-list'
import { type Layout, layOut } from './layout'
import { PathPanel } from './path-panel'
import { type Drawn, drawMap } from './picture'
import type { Shown } from './view'

function headline(layout: Layout): string {
  const n = layout.groups.length
  if (n === 0) return 'Your network, and everybody around it.'
  if (layout.all > n) return `The ${n} largest of ${num(layout.all)} circles of people.`
  const lone = layout.groups.filter((one) => one.out <= 1).length
  const circles = `${spelled(n)} ${n === 1 ? 'circle' : 'circles'} of people`
  if (n < 2 || lone === 0) return `${circles}.`
  if (lone === n) return `${circles} that barely touch.`
  return `${circles}, ${spelledSmall(lone)} of them ${lone === 1 ? 'barely touches' : 'barely touch'} the others.`
}

/** Everybody next to one of these, and these themselves. */
function neighbourhood(map: MapPicture, of: Set<number>): Set<number> {
  const lit = new Set(of)
  for (const [a, b] of map.edges) {
    if (of.has(a)) lit.add(b)
    if (of.has(b)) lit.add(a)
  }
  return lit
}

const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

function Picture({ map }: { map: MapPicture }) {
  const query = useSearch()
  const scheme = useScheme()
  const host = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const layout = useMemo(() => layOut(map), [map])
  const [shown, setShown] = useState<Shown>('all')
  const [q, setQ] = useState('')
  const [hovered, setHovered] = useState<number | null>(null)
  const [route, setRoute] = useState<number[]>([])
  const [listed, setListed] = useState(false)
  const to = query.get('to') ?? ''

  const found = useMemo(() => {
    const wanted = fold(q.trim())
    if (wanted === '') return null
    return new Set(map.nodes.flatMap((node, i) => (fold(node.name).includes(wanted) ? [i] : [])))
  }, [map, q])

  useEffect(() => {
    if (!host.current) return
    const picture = drawMap(host.current, map, layout, readColours(), {
      onHover: setHovered,
      onChoose: (i) => setSearch({ to: map.nodes[i]?.id ?? null }),
    })
    drawn.current = picture
    return () => {
      drawn.current = null
      picture.stop()
    }
    // Drawn anew in the other scheme: its colours are part of the picture.
  }, [map, layout, scheme])

  useEffect(() => {
    const centre = hovered !== null ? new Set([hovered]) : found
    const lit = centre ? neighbourhood(map, centre) : route.length > 0 ? new Set(route) : null
    drawn.current?.show({ shown, lit, centres: centre ?? new Set(), route })
  }, [map, layout, scheme, shown, hovered, found, route])

  useEffect(() => {
    const [only] = found && found.size === 1 ? [...found] : []
    if (only !== undefined) drawn.current?.zoomTo(only)
  }, [found])

  const canCompare = map.nodes.some((node) => node.gone)
  const options: { value: Shown; words: string }[] = [
    { value: 'all', words: 'All' },
    { value: 'network', words: 'Network only' },
  ]
  if (canCompare) options.push({ value: 'after', words: 'After letting go' })
  return (
    <div className="mapwrap">
      <div
        className="canvas"
        ref={host}
        role="img"
        aria-label={`Map of ${num(map.nodes.length + map.others)} people: ${num(layout.groups.length)} communities of network in the middle, contacts around them. The list says the same.`}
      />
      <section className="panel map-top" aria-label="What the map shows">
        <h1>{headline(layout)}</h1>
        <input
          className="field"
          type="search"
          placeholder="Light up a person"
          aria-label="Search the map"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <p className="muted small section-s" aria-live="polite">
          {found
            ? `${num(found.size)} lit, with those whom they know.`
            : hovered !== null
              ? map.nodes[hovered]?.name
              : 'Click a point for the path to somebody.'}
        </p>
        <button className="linkish small" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {listed ? 'Without the list' : 'The same as a list'}
        </button>
      </section>
      <section className="panel map-key" aria-label="Key">
        <ul>
          <li>
            <Point of="network" /> network; larger where the tie is stronger
          </li>
          <li>
            <Point of="quiet" /> network gone quiet
          </li>
          <li>
            <Point of="one-step" /> one step away
          </li>
          <li>
            <Point of="others" /> other contacts
          </li>
          {layout.groups.length > 0 && (
            <li>
              <Point of="circle" /> a community: people who know each other
            </li>
          )}
        </ul>
      </section>
      <div className="panel map-ctl">
        <Seg label="Show" value={shown} options={options} onChoose={setShown} />
      </div>
      {to !== '' && (
        <PathPanel
          key={to}
          to={to}
          map={map}
          onRoute={setRoute}
          onClose={() => setSearch({ to: null })}
        />
      )}
      {listed && <AsList map={map} onClose={() => setListed(false)} />}
    </div>
  )
}

export default function MapPage() {
  useTitle('Map')
  const map = useMap()
  if (map.error && !map.data) {
    return (
      <div className="padded">
        <h1>Map</h1>
        <Trouble error={map.error} retry={() => void map.refetch()} />
      </div>
    )
  }
  if (!map.data) {
    return (
      <div className="padded">
        <Loading lines={6} />
      </div>
    )
  }
  if (map.data.nodes.length === 0) {
    return (
      <div className="padded">
        <h1>Map</h1>
        <Empty say="Nobody is in touch yet, so there is no picture." />
      </div>
    )
  }
  return <Picture map={map.data} />
}
