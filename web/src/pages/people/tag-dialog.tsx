// Tags: the owner's own words for some of their people, given and taken off.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { Person } from '../../api/types'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { people as peopleWords } from '../../words'

interface TagDialogProps {
  people: Pick<Person, 'id' | 'name' | 'tags'>[]
  /** Tags that are in use. */
  known: string[]
  onClose: () => void
}

export default function TagDialog({ people, known, onClose }: TagDialogProps) {
  const [tag, setTag] = useState('')
  const whom = people.length === 1 ? (people[0]?.name ?? '') : peopleWords(people.length)
  const theirs = [...new Set(people.flatMap((one) => one.tags))].sort()
  const others = known.filter((one) => !people.every((person) => person.tags.includes(one)))
  const put = async (verb: 'tag' | 'untag', name: string) => {
    const persons = people.map((one) => one.id)
    const told = verb === 'tag' ? `Tagged ${name}: ${whom}.` : `No longer ${name}: ${whom}.`
    if (await say({ path: '/people/tag', body: { verb, tag: name, persons }, told })) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void put('tag', tag.trim())
  }
  return (
    <Mantine>
      <Dialog title={`Tag ${whom}`} onClose={onClose}>
        <form className="inline" onSubmit={submit}>
          <input
            className="field"
            data-autofocus
            placeholder="sailing"
            aria-label="Tag"
            maxLength={60}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
          <button className="btn primary" disabled={tag.trim() === ''}>
            Tag
          </button>
        </form>
        {others.length > 0 && (
          <div className="offer" role="group" aria-label="Tags in use">
            {others.map((name) => (
              <button className="chip t" key={name} onClick={() => void put('tag', name)}>
                {name}
              </button>
            ))}
          </div>
        )}
        {theirs.length > 0 && (
          <>
            <p className="muted small section-s">Take off:</p>
            <div className="offer">
              {theirs.map((name) => (
                <button
                  className="chip t"
                  key={name}
                  aria-label={`Take off ${name}`}
                  onClick={() => void put('untag', name)}
                >
                  {name} <span aria-hidden="true">×</span>
                </button>
              ))}
            </div>
          </>
        )}
        <p className="muted small section-s">
          A tag with the name of a market puts people into that market.
        </p>
      </Dialog>
    </Mantine>
  )
}
