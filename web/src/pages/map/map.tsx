// Map: what does my network look like? Points by WebGL, a search that lights up, paths, and a list.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMap } from '../../api/queries'
import type { MapPicture } from '../../api/types'
import { Point } from '../../kit/glyphs'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Seg } from '../../kit/seg'
import { Empty, Loading, Trouble } from '../../kit/states'
import { useScheme } from '../../kit/theme'
import { say, spelled, spelledSmall } from '../../words'
import { readColours } from './colours'
import { AsList } from './as-list'
import { type Layout, layOut } from './layout'
import { PathPanel } from './path-panel'
import { type Drawn, drawMap } from './picture'
import type { Shown } from './view'

function headline(layout: Layout): string {
  const n = layout.groups.length
  if (n === 0) return say('web.map.head')
  if (layout.all > n) return say('web.map.largest', { n, all: layout.all })
  const lone = layout.groups.filter((one) => one.out <= 1).length
  const many = spelled(n)
  if (n < 2 || lone === 0) return say('web.map.circles-head', { n, many })
  if (lone === n) return say('web.map.circles-apart', { many })
  return say('web.map.circles-some-apart', { many, few: spelledSmall(lone), lone })
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
    { value: 'all', words: say('web.map.all') },
    { value: 'network', words: say('web.map.network-only') },
  ]
  if (canCompare) options.push({ value: 'after', words: say('web.map.after') })
  return (
    <div className="mapwrap">
      <div
        className="canvas"
        ref={host}
        role="img"
        aria-label={say('web.map.label', {
          people: map.nodes.length + map.others,
          groups: layout.groups.length,
        })}
      />
      <section className="panel map-top" aria-label={say('web.map.shows')}>
        <h1>{headline(layout)}</h1>
        <input
          className="field"
          type="search"
          placeholder={say('web.map.light-up')}
          aria-label={say('web.map.search')}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <p className="muted small section-s" aria-live="polite">
          {found
            ? say('web.map.lit', { n: found.size })
            : hovered !== null
              ? map.nodes[hovered]?.name
              : say('web.map.click')}
        </p>
        <button className="linkish small" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {listed ? say('web.map.without-list') : say('web.map.as-list')}
        </button>
      </section>
      <section className="panel map-key" aria-label={say('web.map.key')}>
        <ul>
          <li>
            <Point of="network" /> {say('web.map.key-network')}
          </li>
          <li>
            <Point of="quiet" /> {say('web.map.key-quiet')}
          </li>
          <li>
            <Point of="one-step" /> {say('web.standing.one-step')}
          </li>
          <li>
            <Point of="others" /> {say('web.map.key-others')}
          </li>
          {layout.groups.length > 0 && (
            <li>
              <Point of="circle" /> {say('web.map.key-circle')}
            </li>
          )}
        </ul>
      </section>
      <div className="panel map-ctl">
        <Seg label={say('web.map.show')} value={shown} options={options} onChoose={setShown} />
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
  useTitle(say('web.page.map'))
  const map = useMap()
  if (map.error && !map.data) {
    return (
      <div className="padded">
        <h1>{say('web.page.map')}</h1>
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
        <h1>{say('web.page.map')}</h1>
        <Empty words={say('web.map.nobody')} />
      </div>
    )
  }
  return <Picture map={map.data} />
}
