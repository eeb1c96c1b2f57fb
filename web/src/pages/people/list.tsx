// The list itself: only the rows in view exist, the scroll bar is as long as everybody.
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Person } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { useMedia } from '../../kit/media'
import { personTo } from '../../kit/mark'
import { go, setSearch } from '../../kit/router'
import { type Column, grid } from './columns'
import type { Sort } from './filters'
import { PersonRow } from './row'
import type { People } from './use-people'

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
    count: total,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: above,
  })
  const items = rows.getVirtualItems()
  // In coarse steps: the page does not have to know of every row that goes by.
  const from = Math.floor((items[0]?.index ?? 0) / coarse) * coarse
  const to = Math.ceil((items.at(-1)?.index ?? 0) / coarse) * coarse
  useEffect(() => onView({ from, to }), [from, to, onView])
  useLayoutEffect(() => setAbove(body.current?.offsetTop ?? 0), [small, columns])
  useEffect(() => rows.measure(), [height, rows])
  useEffect(() => setAt(-1), [sort, total])

  const move = (to: number) => {
    const next = Math.min(Math.max(to, 0), total - 1)
    setAt(next)
    rows.scrollToIndex(next, { align: 'auto' })
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

  const style = { gridTemplateColumns: grid(columns) }
  const has = (column: Column) => columns.includes(column)
  return (
    <div
      className={people.stale ? 'list stale' : 'list'}
      role="table"
      aria-label={organisations ? 'Organisations' : 'People'}
      aria-rowcount={total + 1}
    >
      <div role="rowgroup">
        <div className="headrow" role="row" aria-rowindex={1} style={style}>
          <span role="columnheader">
            <input
              type="checkbox"
              aria-label="Select the first forty"
              checked={people.loaded.length > 0 && selected.size >= people.loaded.length}
              onChange={(event) => onAll(event.target.checked)}
            />
          </span>
          <Head name={organisations ? 'Organisation' : 'Person'} sort="name" now={sort} />
          {has('city') && <span role="columnheader">City</span>}
          {has('rung') && <Head name="Rung" sort="rung" now={sort} />}
          {has('lamps') && (
            <span role="columnheader" className="lamps cols">
              <span>Talk</span>
              <span>Meet</span>
              <span>Help</span>
            </span>
          )}
          {has('strength') && <Head name="Strength" sort="strength" now={sort} />}
          {has('recent') && <Head name="Last both ways" sort="recent" now={sort} />}
        </div>
      </div>
      <div role="rowgroup" ref={body} className="rowsin" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const person = people.at(item.index)
          return (
            <PersonRow
              key={item.index}
              person={person}
              index={item.index}
              at={item.index === at}
              selected={person !== undefined && selected.has(person.id)}
              columns={columns}
              onToggle={onToggle}
              style={{
                ...style,
                height,
                transform: `translateY(${item.start - rows.options.scrollMargin}px)`,
              }}
            />
          )
        })}
      </div>
    </div>
  )
}
