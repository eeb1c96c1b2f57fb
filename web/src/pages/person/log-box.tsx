// Ten seconds to log what no file knows.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { Log, Person } from '../../api/types'
import { given } from '../../words'

/** Verb, its words, and what one could write about it. */
const verbs: [Log, string, string][] = [
  ['note', 'a note', 'likes sailing'],
  ['met', 'we met', 'coffee by the canal'],
  ['called', 'we called', 'about the new flat'],
  ['wrote', 'I wrote', 'a card for the new year'],
  ['helped', 'I helped', 'read a contract with them'],
  ['got-help', 'I got help', 'a name at their company'],
  ['asked', 'I asked', 'for a good tax adviser'],
  ['was-asked', 'I was asked', 'for a good lawyer'],
  ['referred', 'I referred', 'a customer to them'],
  ['was-referred', 'I was referred', 'to a customer of theirs'],
  ['thanked', 'I thanked', 'for the good advice'],
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
        placeholder={verbs.find(([value]) => value === verb)?.[2]}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={needsText}>
        Log <kbd>↵</kbd>
      </button>
    </form>
  )
}
