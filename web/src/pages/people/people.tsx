// People: one fast list, searched as you type, narrowed by facets, selected from.
import { useState } from 'react'
import { useFacets, useStatus } from '../../api/queries'
import type { Person } from '../../api/types'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { useKept } from '../../kit/kept'
import { Empty, Loading, Trouble } from '../../kit/states'
import { people as peopleWords, rich, say } from '../../words'
import { type Column, allColumns, useRoom } from './columns'
import { ChipFacets, Facets } from './facets'
import { type View, builtIn, canonical, everybody, readFilter, withoutSort } from './filters'
import { List } from './list'
import { Selected } from './selected'
import { Toolbar } from './toolbar'
import { usePeople } from './use-people'
import { useTyped } from './use-typed'
import { Views } from './views'

function useSelection() {
  const [selected, setSelected] = useState<ReadonlyMap<string, Person>>(new Map())
  const toggle = (person: Person) =>
    setSelected((old) => {
      const next = new Map(old)
      if (!next.delete(person.id)) next.set(person.id, person)
      return next
    })
  const clear = () => setSelected(new Map())
  return { selected, toggle, clear, setSelected }
}

export default function People() {
  const query = useSearch()
  const [q, type] = useTyped(query.get('q') ?? '')
  const filter = { ...readFilter(query), q }
  const status = useStatus()
  const [view, setView] = useState({ from: 0, to: 0 })
  const people = usePeople(filter, view)
  const facets = useFacets(withoutSort(filter), people.settled)
  const [saved, setSaved] = useKept<View[]>('views', [])
  const [columns, setColumns] = useKept<Column[]>('columns', allColumns)
  const room = useRoom(columns)
  const { selected, toggle, clear, setSelected } = useSelection()
  const total = people.total ?? 0
  const here = canonical(query)
  const named = [...builtIn, ...saved].find((one) => canonical(one.query) === here)
  const title = named === everybody || !named ? say('web.page.people') : named.name
  useTitle(title)

  const network = facets.data?.standing.network
  return (
    <>
      <div className="rowhead">
        <h1 className="h1 smaller">{title}</h1>
        <p className="muted num small" aria-live="polite">
          {network !== undefined && filter.market.length === 0 && !filter.organisations && (
            <>
              {rich('web.people.figures', {
                net: (parts) => <b className="net">{parts}</b>,
                con: (parts) => <b className="con">{parts}</b>,
                network,
                one_step: facets.data?.one_step ?? 0,
              })}
              {' · '}
            </>
          )}
          {people.total !== null &&
            (filter.organisations
              ? say('web.people.count-organisations', { n: total })
              : peopleWords(total))}
        </p>
      </div>
      <Views saved={saved} status={status.data} here={here} onSave={setSaved} />
      <div className="people">
        <Facets filter={filter} facets={facets.data} />
        <div>
          <Toolbar
            q={q}
            onType={type}
            columns={columns}
            onColumns={setColumns}
            view={named}
            filter={filter}
            onSave={(name) => setSaved([...saved, { name, query: here }])}
          />
          <ChipFacets filter={filter} facets={facets.data} />
          {people.error ? (
            <Trouble error={people.error} retry={people.retry} />
          ) : people.total === null ? (
            <Loading lines={12} />
          ) : total === 0 ? (
            <Empty words={say('web.people.nobody-fits')}>
              <p>
                {rich('web.people.nobody-fits-more', {
                  all: (parts) => (
                    <button
                      className="linkish"
                      onClick={() =>
                        setSearch(Object.fromEntries([...query.keys()].map((name) => [name, null])))
                      }
                    >
                      {parts}
                    </button>
                  ),
                })}
              </p>
            </Empty>
          ) : (
            <List
              people={people}
              total={total}
              organisations={filter.organisations}
              onView={setView}
              columns={room}
              sort={filter.sort}
              selected={selected}
              onToggle={toggle}
              onAll={(all) =>
                setSelected(all ? new Map(people.loaded.map((one) => [one.id, one])) : new Map())
              }
            />
          )}
          {selected.size > 0 && (
            <Selected
              selected={[...selected.values()]}
              letGo={filter.let_go}
              facets={facets.data}
              organisations={filter.organisations}
              onClear={clear}
            />
          )}
        </div>
      </div>
    </>
  )
}
