// What else can be done with a person: rooms, merging, splitting. In Mantine, behind one button.
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { useFacets } from '../../api/queries'
import { record } from '../../api/record'
import type { PersonRef, Rule, Show } from '../../api/types'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { go } from '../../kit/router'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { PersonPicker } from '../../overlays/person-picker'
import { say } from '../../words'

const TagDialog = lazily(() => import('../people/tag-dialog'))

export default function PersonMenu({ person }: { person: Show }) {
  const [open, setOpen] = useState<'tag' | 'merge' | 'split' | null>(null)
  const more = useRef<HTMLButtonElement>(null)
  const who = person.name
  const close = () => {
    setOpen(null)
    more.current?.focus() // the item of the menu that had it is gone
  }
  const rule = (verb: Rule, told: string) =>
    void record({ path: '/people/rule', body: { verb, persons: [person.id] }, told })
  const merge = async (other: PersonRef) => {
    close()
    const told = say('web.menu.told-merged', { a: person.name, b: other.name })
    await record({ path: '/people/merge', body: { a: person.id, b: other.id }, told })
  }
  return (
    <Mantine>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <button
            ref={more}
            className="btn plain"
            aria-label={say('web.menu.more-about', { name: person.name })}
          >
            {say('web.frame.more')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => go(`/map?to=${encodeURIComponent(person.id)}`)}>
            {say('web.menu.map')}
          </Menu.Item>
          <Menu.Item onClick={() => go(`/help?introduce=${encodeURIComponent(person.id)}`)}>
            {say('web.menu.introduce')}
          </Menu.Item>
          <Menu.Item onClick={() => go(`/meet?with=${encodeURIComponent(person.id)}`)}>
            {say('web.menu.invite')}
          </Menu.Item>
          <Menu.Item onClick={() => setOpen('tag')}>{say('web.act.tag')}</Menu.Item>
          <Menu.Divider />
          {person.let_go ? (
            <Menu.Item onClick={() => rule('take-back', say('web.act.told-taken-back', { who }))}>
              {say('web.line.take-back')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => rule('let-go', say('web.act.told-let-go', { who }))}>
              {say('web.act.let-go')}
            </Menu.Item>
          )}
          {person.exempt ? (
            <Menu.Item onClick={() => rule('unexempt', say('web.menu.told-unexempt', { who }))}>
              {say('web.menu.unexempt')}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => rule('exempt', say('web.act.told-exempt', { who }))}>
              {say('web.menu.exempt')}
            </Menu.Item>
          )}
          {person.organisation ? (
            <Menu.Item onClick={() => rule('person', say('web.act.told-person', { who }))}>
              {say('web.act.person')}
            </Menu.Item>
          ) : (
            <Menu.Item
              onClick={() => rule('organisation', say('web.act.told-organisation', { who }))}
            >
              {say('web.menu.organisation')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('merge')}>{say('web.menu.merge')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('split')}>{say('web.menu.split')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'tag' && <Tagging person={person} onClose={close} />}
      {open === 'merge' && (
        <Dialog title={say('web.menu.merge-title', { name: person.name })} onClose={close}>
          <PersonPicker
            label={say('web.menu.merge-who')}
            onPick={(other) => void merge(other)}
            autoFocus
          />
          <p className="muted small section-s">{say('web.menu.merge-undo')}</p>
        </Dialog>
      )}
      {open === 'split' && <Split person={person} onClose={close} />}
    </Mantine>
  )
}

function Tagging({ person, onClose }: { person: Show; onClose: () => void }) {
  const facets = useFacets({}, true)
  const known = facets.data?.tag.map((one) => one.name) ?? []
  return (
    <Later onClose={onClose}>
      <TagDialog people={[person]} known={known} onClose={onClose} />
    </Later>
  )
}

function Split({ person, onClose }: { person: Show; onClose: () => void }) {
  const [chosen, setChosen] = useState<string[]>([])
  const handles = [
    ...person.emails,
    ...person.phones,
    ...(person.linkedin ? [person.linkedin] : []),
  ]
  const toggle = (handle: string) =>
    setChosen((old) =>
      old.includes(handle) ? old.filter((one) => one !== handle) : [...old, handle],
    )
  const split = async () => {
    onClose()
    const parts = { person: person.id }
    await record({ path: '/people/{person}/split', parts, body: { handles: chosen } })
  }
  return (
    <Dialog title={say('web.menu.split-title')} onClose={onClose}>
      <ul className="plainlist">
        {handles.map((handle) => (
          <li key={handle} className="nomark">
            <label className="ticked">
              <input
                type="checkbox"
                checked={chosen.includes(handle)}
                onChange={() => toggle(handle)}
              />
              {handle}
            </label>
          </li>
        ))}
      </ul>
      {handles.length === 0 && <p>{say('web.menu.split-none')}</p>}
      <div className="acts">
        <button
          className="btn primary"
          disabled={chosen.length === 0 || chosen.length === handles.length}
          onClick={() => void split()}
        >
          {say('web.menu.split-off')}
        </button>
      </div>
      <p className="muted small section-s">{say('web.menu.split-kept')}</p>
    </Dialog>
  )
}
