// Tags: the owner's own words for some of their people, given and taken off.
import { type FormEvent, useState } from 'react'
import { record } from '../../api/record'
import type { Person } from '../../api/types'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { people as peopleWords, say } from '../../words'

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
    const told =
      verb === 'tag'
        ? say('web.tag.told', { tag: name, who: whom })
        : say('web.tag.told-off', { tag: name, who: whom })
    if (await record({ path: '/people/tag', body: { verb, tag: name, persons }, told })) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void put('tag', tag.trim())
  }
  return (
    <Mantine>
      <Dialog title={say('web.tag.title', { who: whom })} onClose={onClose}>
        <form className="inline" onSubmit={submit}>
          <input
            className="field"
            data-autofocus
            placeholder={say('web.tag.example')}
            aria-label={say('web.act.tag')}
            maxLength={60}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
          <button className="btn primary" disabled={tag.trim() === ''}>
            {say('web.act.tag')}
          </button>
        </form>
        {others.length > 0 && (
          <div className="offer" role="group" aria-label={say('web.tag.in-use')}>
            {others.map((name) => (
              <button className="chip t" key={name} onClick={() => void put('tag', name)}>
                {name}
              </button>
            ))}
          </div>
        )}
        {theirs.length > 0 && (
          <>
            <p className="muted small section-s">{say('web.tag.take-off')}</p>
            <div className="offer">
              {theirs.map((name) => (
                <button
                  className="chip t"
                  key={name}
                  aria-label={say('web.tag.take-off-it', { tag: name })}
                  onClick={() => void put('untag', name)}
                >
                  {name} <span aria-hidden="true">×</span>
                </button>
              ))}
            </div>
          </>
        )}
        <p className="muted small section-s">{say('web.tag.market')}</p>
      </Dialog>
    </Mantine>
  )
}
