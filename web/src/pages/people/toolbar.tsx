// Search as you type, the columns, saving a view, and taking the list out in an open format.
import { memo, useDeferredValue, useRef } from 'react'
import { useKeys } from '../../kit/keys'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { useStable } from '../../kit/stable'
import type { Column } from './columns'
import type { Filter, View } from './filters'
import { say } from '../../words'

const ListMenus = memo(lazily(() => import('./list-menus')))

interface ToolbarProps {
  q: string
  onType: (q: string) => void
  columns: Column[]
  onColumns: (columns: Column[]) => void
  view: View | undefined
  filter: Filter
  onSave: (name: string) => void
}

export function Toolbar({ q, onType, columns, onColumns, view, filter, onSave }: ToolbarProps) {
  const choose = useStable(onColumns)
  const save = useStable(onSave)
  const calm = useDeferredValue(filter)
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  return (
    <div className="toolbar">
      <input
        ref={field}
        className="field"
        type="search"
        placeholder={say('web.people.placeholder')}
        aria-label={say('web.people.search')}
        value={q}
        onChange={(event) => onType(event.target.value)}
      />
      <div className="tools">
        <Later meanwhile={<span className="btn">{say('web.people.columns')}</span>}>
          <ListMenus
            columns={columns}
            onColumns={choose}
            filter={calm}
            canSave={view === undefined}
            onSave={save}
          />
        </Later>
      </div>
    </div>
  )
}
