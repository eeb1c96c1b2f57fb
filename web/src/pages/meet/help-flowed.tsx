// After a meeting: lines to log help, if help flowed: either way, with each of those met.
import { type FormEvent, useEffect, useRef, useState } from 'react'
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
  const [logged, setLogged] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const whom = persons.find((one) => one.id === id)
  if (!whom) return null
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const body = { verb, text: text.trim(), on }
    if (!(await say({ path: '/people/{person}/log', parts: { person: id }, body }))) return
    setText('')
    setLogged(true)
    field.current?.focus()
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void keep(event)}>
      <span aria-live="polite">{logged ? 'Did more help flow?' : 'Did help flow?'}</span>
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
        ref={field}
        aria-label="With what"
        placeholder="with what"
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn">{logged ? 'Log another' : 'Log it'}</button>
      <button type="button" className="btn plain" onClick={onEnd}>
        {logged ? 'That is all' : 'No help flowed'}
      </button>
    </form>
  )
}
