// After a meeting: lines to log help, if help flowed: either way, with each of those met.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { record } from '../../api/record'
import type { PersonRef } from '../../api/types'
import { given, say } from '../../words'

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
    if (!(await record({ path: '/people/{person}/log', parts: { person: id }, body }))) return
    setText('')
    setLogged(true)
    field.current?.focus()
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void keep(event)}>
      <span aria-live="polite">{logged ? say('web.meet.more-flow') : say('web.meet.flow')}</span>
      {persons.length > 1 && (
        <select
          className="field pick"
          aria-label={say('web.meet.between')}
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
        aria-label={say('web.meet.which-way')}
        value={verb}
        onChange={(event) => setVerb(event.target.value as 'got-help' | 'helped')}
      >
        <option value="got-help">{say('web.meet.helped-me', { name: given(whom.name) })}</option>
        <option value="helped">{say('web.help.i-helped', { name: given(whom.name) })}</option>
      </select>
      <input
        className="field"
        ref={field}
        aria-label={say('web.meet.with-what-label')}
        placeholder={say('web.meet.with-what')}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn">
        {logged ? say('web.meet.log-another') : say('web.meet.log-it')}
      </button>
      <button type="button" className="btn plain" onClick={onEnd}>
        {logged ? say('web.meet.that-is-all') : say('web.meet.no-flow')}
      </button>
    </form>
  )
}
