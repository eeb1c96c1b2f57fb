// Ten seconds to log what no file knows.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { Log, Person } from '../../api/types'
import { given } from '../../words'

const verbs: [Log, string][] = [
  ['note', 'a note'],
  ['met', 'we met'],
  ['called', 'we called'],
  ['wrote', 'I wrote'],
  ['helped', 'I helped'],
  ['got-help', 'I got help'],
  ['asked', 'I asked'],
  ['was-asked', 'I was asked'],
  ['referred', 'I referred'],
  ['was-referred', 'I was referred'],
  ['thanked', 'I thanked'],
]

export function LogBox({ person }: { person: Person }) {
  const [verb, setVerb] = useState<Log>('met')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const parts = { person: person.id }
    const body = { verb, text: text.trim() }
    if (await say({ path: '/people/{person}/log', parts, body })) setText('')
  }
  const needsText = verb === 'note' && text.trim() === ''
  return (
    <form className="logbox" onSubmit={(event) => void submit(event)}>
      <select
        aria-label="What happened"
        value={verb}
        onChange={(event) => setVerb(event.target.value as Log)}
      >
        {verbs.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <input
        aria-label={`Log something about ${given(person.name)}`}
        placeholder="coffee by the canal"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={needsText}>
        Log <kbd>↵</kbd>
      </button>
    </form>
  )
}
