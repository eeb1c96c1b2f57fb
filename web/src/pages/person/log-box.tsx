// Ten seconds to log what no file knows.
import { type FormEvent, useState } from 'react'
import { personPath } from '../../api/queries'
import { say } from '../../api/say'
import type { Person } from '../../api/types'
import { given } from '../../words'

const verbs: [string, string][] = [
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
  const [verb, setVerb] = useState('met')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const path = `${personPath(person.id)}/log`
    if (await say({ path, body: { verb, text: text.trim() } })) setText('')
  }
  const needsText = verb === 'note' && text.trim() === ''
  return (
    <form className="logbox" onSubmit={(event) => void submit(event)}>
      <select
        aria-label="What happened"
        value={verb}
        onChange={(event) => setVerb(event.target.value)}
      >
        {verbs.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <input
        aria-label={`Log something about ${given(person.name)}`}
        placeholder="coffee, she knows somebody at Nordholm Freight"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={needsText}>
        Log <kbd>↵</kbd>
      </button>
    </form>
  )
}
