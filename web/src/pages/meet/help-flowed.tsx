// After a meeting: one line to log help, if help flowed.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { PersonRef } from '../../api/types'
import { given } from '../../words'

interface HelpFlowedProps {
  persons: PersonRef[]
  on: string
  onEnd: () => void
}

export function HelpFlowed({ persons, on, onEnd }: HelpFlowedProps) {
  const [id, setId] = useState(persons[0]?.id ?? '')
  const [verb, setVerb] = useState<'got-help' | 'helped'>('got-help')
  const [text, setText] = useState('')
  const whom = persons.find((one) => one.id === id)
  if (!whom) return null
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const body = { verb, text: text.trim(), on }
    if (await say({ path: '/people/{person}/log', parts: { person: id }, body })) onEnd()
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void keep(event)}>
      <span>Did help flow?</span>
      {persons.length > 1 && (
        <select
          className="field pick"
          aria-label="Between you and whom"
          value={id}
          onChange={(event) => setId(event.target.value)}
        >
          {persons.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
      <select
        className="field pick"
        aria-label="Which way"
        value={verb}
        onChange={(event) => setVerb(event.target.value as 'got-help' | 'helped')}
      >
        <option value="got-help">{given(whom.name)} helped me</option>
        <option value="helped">I helped {given(whom.name)}</option>
      </select>
      <input
        className="field"
        aria-label="With what"
        placeholder="with what"
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn">Log it</button>
      <button type="button" className="btn plain" onClick={onEnd}>
        None did
      </button>
    </form>
  )
}
