// The menus of the list, in Mantine: which columns, save the view, export.
import { Menu } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { download } from '../../api/client'
import { tellProblem } from '../../kit/told'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { type Column, allColumns, columnNames, useRoom } from './columns'
import { type Filter, withoutSort } from './filters'
import { say } from '../../words'

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
  ['vcard', say('web.people.list-vcard'), say('web.people.all-vcard')],
  ['jscontact', say('web.people.list-jscontact'), say('web.people.all-jscontact')],
  ['csv', say('web.people.list-csv'), say('web.people.all-csv')],
] as const

export default function ListMenus({ columns, onColumns, filter, canSave, onSave }: ListMenusProps) {
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
          <button className="btn">{say('web.people.columns')}</button>
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
              {!room.includes(column) && <small className="wider">{say('web.people.wider')}</small>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <button className="btn">{say('web.people.export')}</button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(([format, list, all]) => (
            <Menu.Item key={format} onClick={() => take(filter, format)}>
              {narrowed ? list : all}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button className="btn" disabled={!canSave} onClick={() => setSaving(true)}>
        {say('web.people.save-view')}
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
    <Dialog title={say('web.people.save-view')} onClose={onClose}>
      <form className="inline" onSubmit={submit}>
        <input
          className="field"
          data-autofocus
          placeholder={say('web.people.save-example')}
          aria-label={say('web.people.save-name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button className="btn primary" disabled={name.trim() === ''}>
          {say('web.act.save')}
        </button>
      </form>
      <p className="muted small section-s">{say('web.people.save-where')}</p>
    </Dialog>
  )
}
