// Ten seconds to log what no file knows.
import { type FormEvent, useState } from 'react'
import { record } from '../../api/record'
import type { Log, Person } from '../../api/types'
import { given, say } from '../../words'

/** Verb, its words, and what one could write about it. */
const verbs: [Log, string, string][] = [
  ['note', say('web.log.note'), say('web.log.note-example')],
  ['met', say('web.log.met'), say('web.log.met-example')],
  ['called', say('web.log.called'), say('web.log.called-example')],
  ['wrote', say('web.log.wrote'), say('web.log.wrote-example')],
  ['helped', say('web.log.helped'), say('web.log.helped-example')],
  ['got-help', say('web.log.got-help'), say('web.log.got-help-example')],
  ['asked', say('web.log.asked'), say('web.log.asked-example')],
  ['was-asked', say('web.log.was-asked'), say('web.log.was-asked-example')],
  ['referred', say('web.log.referred'), say('web.log.referred-example')],
  ['was-referred', say('web.log.was-referred'), say('web.log.was-referred-example')],
  ['thanked', say('web.log.thanked'), say('web.log.thanked-example')],
]

export function LogBox({ person }: { person: Person }) {
  const [verb, setVerb] = useState<Log>('met')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const parts = { person: person.id }
    const body = { verb, text: text.trim() }
    if (await record({ path: '/people/{person}/log', parts, body })) setText('')
  }
  const needsText = verb === 'note' && text.trim() === ''
  return (
    <form className="logbox" onSubmit={(event) => void submit(event)}>
      <select
        aria-label={say('web.log.what')}
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
        aria-label={say('web.log.label', { name: given(person.name) })}
        placeholder={verbs.find(([value]) => value === verb)?.[2]}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={needsText}>
        {say('web.log.log')} <kbd>↵</kbd>
      </button>
    </form>
  )
}
