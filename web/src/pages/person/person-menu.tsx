// What else can be done with a person: rooms, merging, splitting. In Mantine, behind one button.
import { Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { useFacets } from '../../api/queries'
import { say } from '../../api/say'
import type { PersonRef, Rule, Show } from '../../api/types'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { go } from '../../kit/router'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { PersonPicker } from '../../overlays/person-picker'

const TagDialog = lazily(() => import('../people/tag-dialog'))

export default function PersonMenu({ person }: { person: Show }) {
  const [open, setOpen] = useState<'tag' | 'merge' | 'split' | null>(null)
  const more = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(null)
    more.current?.focus() // the item of the menu that had it is gone
  }
  const rule = (verb: Rule, told: string) =>
    void say({ path: '/people/rule', body: { verb, persons: [person.id] }, told })
  const merge = async (other: PersonRef) => {
    close()
    const told = `${person.name} and ${other.name} are one person now.`
    await say({ path: '/people/merge', body: { a: person.id, b: other.id }, told })
  }
  return (
    <Mantine>
      <Menu position="bottom-end" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <button ref={more} className="btn plain" aria-label={`More about ${person.name}`}>
            More
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => go(`/map?to=${encodeURIComponent(person.id)}`)}>
            Show on the map
          </Menu.Item>
          <Menu.Item onClick={() => go(`/help?introduce=${encodeURIComponent(person.id)}`)}>
            Introduce to somebody
          </Menu.Item>
          <Menu.Item onClick={() => go(`/meet?with=${encodeURIComponent(person.id)}`)}>
            Write an invitation
          </Menu.Item>
          <Menu.Item onClick={() => setOpen('tag')}>Tag</Menu.Item>
          <Menu.Divider />
          {person.let_go ? (
            <Menu.Item onClick={() => rule('take-back', `Taken back: ${person.name}.`)}>
              Take back
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => rule('let-go', `Let go: ${person.name}.`)}>Let go</Menu.Item>
          )}
          {person.exempt ? (
            <Menu.Item onClick={() => rule('unexempt', `Exempt no longer: ${person.name}.`)}>
              Exempt no longer
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => rule('exempt', `Exempt from now on: ${person.name}.`)}>
              Exempt: family or friend
            </Menu.Item>
          )}
          {person.organisation ? (
            <Menu.Item onClick={() => rule('person', `A person: ${person.name}.`)}>
              A person after all
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => rule('organisation', `Not a person: ${person.name}.`)}>
              No person: a company, list or shared mailbox
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('merge')}>Is the same as somebody else</Menu.Item>
          <Menu.Item onClick={() => setOpen('split')}>An address is somebody else’s</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'tag' && <Tagging person={person} onClose={close} />}
      {open === 'merge' && (
        <Dialog title={`Who else is ${person.name}?`} onClose={close}>
          <PersonPicker label="The same person" onPick={(other) => void merge(other)} autoFocus />
          <p className="muted small section-s">
            The two become one entry. It can be undone, today or in a year.
          </p>
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
    await say({ path: '/people/{person}/split', parts, body: { handles: chosen } })
  }
  return (
    <Dialog title="Which are somebody else’s?" onClose={onClose}>
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
      {handles.length === 0 && <p>No address or number is known here.</p>}
      <div className="acts">
        <button
          className="btn primary"
          disabled={chosen.length === 0 || chosen.length === handles.length}
          onClick={() => void split()}
        >
          Split off
        </button>
      </div>
      <p className="muted small section-s">It is remembered across every later import.</p>
    </Dialog>
  )
}
