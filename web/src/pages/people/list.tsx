// The list itself: only the rows in view exist, the scroll bar is as long as everybody.
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Person } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { useMedia } from '../../kit/media'
import { personTo } from '../../kit/mark'
import { go, setSearch } from '../../kit/router'
import { type Column, grid } from './columns'
import type { Sort } from './filters'
import { PersonRow } from './row'
import type { People } from './use-people'
import { say } from '../../words'

interface ListProps {
  people: People
  total: number
  organisations: boolean
  /** Tells which rows are in view, so that they can be asked for. */
  onView: (view: { from: number; to: number }) => void
  columns: Column[]
  sort: Sort
  selected: ReadonlyMap<string, Person>
  onToggle: (person: Person) => void
  onAll: (all: boolean) => void
}

const coarse = 20
/** So many rows are drawn as one: what comes into view leaves what is there as it was painted. */
const leaf = 4

/** True once it has held for a while: what comes at once does not flicker, and costs no frame. */
function useLate(holds: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!holds) return setLate(false)
    const timer = window.setTimeout(() => setLate(true), 150)
    return () => window.clearTimeout(timer)
  }, [holds])
  return late && holds
}

function Head({ name, sort, now }: { name: string; sort: Sort; now: Sort }) {
  const here = sort === now
  return (
    <span
      role="columnheader"
      aria-sort={here ? (sort === 'name' ? 'ascending' : 'descending') : 'none'}
    >
      <button onClick={() => setSearch({ sort: sort === 'strength' ? null : sort })}>
        {name}
        {here && <span aria-hidden="true"> {sort === 'name' ? '↑' : '↓'}</span>}
      </button>
    </span>
  )
}

export function List(props: ListProps) {
  const { people, total, organisations, columns, sort, selected, onToggle, onAll, onView } = props
  const body = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(-1)
  const small = useMedia('(max-width: 760px)')
  const height = small ? 66 : 42
  const [above, setAbove] = useState(0)
  const rows = useWindowVirtualizer({
    count: Math.ceil(total / leaf),
    estimateSize: () => height * leaf,
    overscan: 2,
    scrollMargin: above,
  })
  const items = rows.getVirtualItems()
  // In coarse steps: the page does not have to know of every row that goes by.
  const from = Math.floor(((items[0]?.index ?? 0) * leaf) / coarse) * coarse
  const to = Math.ceil((((items.at(-1)?.index ?? -1) + 1) * leaf) / coarse) * coarse
  useEffect(() => onView({ from, to }), [from, to, onView])
  useLayoutEffect(() => setAbove(body.current?.offsetTop ?? 0), [small, columns])
  useEffect(() => rows.measure(), [height, rows])
  useEffect(() => setAt(-1), [sort, total])

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), total - 1)
    setAt(next)
    rows.scrollToIndex(Math.floor(next / leaf), { align: 'auto' })
  }
  const here = people.at(at)
  useKeys({
    j: () => move(at + 1),
    ArrowDown: () => move(at + 1),
    k: () => move(at - 1),
    ArrowUp: () => move(at - 1),
    x: () => here && onToggle(here),
    Enter: () => here && go(personTo(here)),
  })

  const late = useLate(people.stale)
  const has = (column: Column) => columns.includes(column)
  return (
    <div
      className={late ? 'list late' : 'list'}
      role="table"
      aria-busy={people.stale}
      aria-label={organisations ? say('web.people.organisations') : say('web.page.people')}
      aria-rowcount={total + 1}
      style={{ '--columns': grid(columns), '--row': `${height}px` } as CSSProperties}
    >
      <div role="rowgroup">
        <div className="headrow" role="row" aria-rowindex={1}>
          <span role="columnheader">
            <input
              type="checkbox"
              aria-label={say('web.people.select-first')}
              checked={people.loaded.length > 0 && selected.size >= people.loaded.length}
              onChange={(event) => onAll(event.target.checked)}
            />
          </span>
          <Head
            name={organisations ? say('web.people.organisation') : say('web.people.person')}
            sort="name"
            now={sort}
          />
          {has('city') && <span role="columnheader">{say('web.people.city')}</span>}
          {has('rung') && <Head name={say('web.people.rung')} sort="rung" now={sort} />}
          {has('lamps') && (
            <span role="columnheader" className="lamps cols">
              <span>{say('web.people.talk')}</span>
              <span>{say('web.people.meet')}</span>
              <span>{say('web.people.help')}</span>
            </span>
          )}
          {has('strength') && <Head name={say('web.people.strength')} sort="strength" now={sort} />}
          {has('recent') && <Head name={say('web.people.recent')} sort="recent" now={sort} />}
        </div>
      </div>
      <div role="rowgroup" ref={body} className="rowsin" style={{ height: total * height }}>
        {items.map((item) => (
          <div
            key={item.index}
            className="leaf"
            role="presentation"
            style={{ top: item.index * leaf * height }}
          >
            {Array.from({ length: Math.min(leaf, total - item.index * leaf) }, (_, i) => {
              const index = item.index * leaf + i
              const person = people.at(index)
              return (
                <PersonRow
                  key={index}
                  person={person}
                  index={index}
                  at={index === at}
                  selected={person !== undefined && selected.has(person.id)}
                  columns={columns}
                  onToggle={onToggle}
                />
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
