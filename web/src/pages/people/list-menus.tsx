// The menus of the list, in Mantine: which columns, save the view, export.
import { Menu } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { download } from '../../api/client'
import { tellProblem } from '../../kit/told'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { type Column, allColumns, columnNames, useRoom } from './columns'
import { type Filter, withoutSort } from './filters'

interface ListMenusProps {
  columns: Column[]
  onColumns: (columns: Column[]) => void
  filter: Filter
  canSave: boolean
  onSave: (name: string) => void
}

const take = (filter: Filter, format: (typeof formats)[number][0]) =>
  void download('/export', { query: { ...withoutSort(filter), format } }).catch(tellProblem)

const formats = [
  ['vcard', 'as vCards'],
  ['jscontact', 'as JSContact'],
  ['csv', 'as a table (CSV)'],
] as const

export default function ListMenus({
  columns,
  onColumns,
  filter,
  canSave,
  onSave,
}: ListMenusProps) {
  const [saving, setSaving] = useState(false)
  const room = useRoom(allColumns)
  const shown = (column: Column) => columns.includes(column) && room.includes(column)
  const narrowed = Object.values(withoutSort(filter)).some((one) =>
    Array.isArray(one) ? one.length > 0 : Boolean(one),
  )
  const toggle = (column: Column) =>
    onColumns(
      columns.includes(column)
        ? columns.filter((one) => one !== column)
        : allColumns.filter((one) => one === column || columns.includes(one)),
    )
  return (
    <Mantine>
      <Menu position="bottom-end" closeOnItemClick={false} transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <button className="btn">Columns</button>
        </Menu.Target>
        <Menu.Dropdown>
          {allColumns.map((column) => (
            <Menu.Item
              key={column}
              renderRoot={(props) => (
                <button {...props} role="menuitemcheckbox" aria-checked={shown(column)} />
              )}
              disabled={!room.includes(column)}
              leftSection={<span className="tick">{shown(column) ? '✓' : ''}</span>}
              onClick={() => toggle(column)}
            >
              {columnNames[column]}
              {!room.includes(column) && <small className="wider">on a wider window</small>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <button className="btn">Export</button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(([format, words]) => (
            <Menu.Item key={format} onClick={() => take(filter, format)}>
              {narrowed ? 'This list' : 'Everybody'} {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button className="btn" disabled={!canSave} onClick={() => setSaving(true)}>
        Save this view
      </button>
      {saving && <SaveView onClose={() => setSaving(false)} onSave={onSave} />}
    </Mantine>
  )
}

function SaveView({ onClose, onSave }: { onClose: () => void; onSave: (name: string) => void }) {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(name.trim())
    onClose()
  }
  return (
    <Dialog title="Save this view" onClose={onClose}>
      <form className="inline" onSubmit={submit}>
        <input
          className="field"
          data-autofocus
          placeholder="London in December"
          aria-label="Name of the view"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button className="btn primary" disabled={name.trim() === ''}>
          Save
        </button>
      </form>
      <p className="muted small section-s">
        It is kept in this browser, with its search and ticks.
      </p>
    </Dialog>
  )
}
