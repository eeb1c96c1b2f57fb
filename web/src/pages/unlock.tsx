// Shown when this browser has no session: how to open one.
import { type FormEvent, useState } from 'react'
import { Problem, send } from '../api/client'
import { keepKey } from '../api/key'
import { client } from '../api/queries'
import { Brand } from '../kit/glyphs'
import { useTitle } from '../kit/router'
import { rich, say } from '../words'

export default function Unlock({ problem }: { problem: Problem }) {
  useTitle(say('web.unlock.title'))
  return (
    <main className="bare narrow" id="main">
      <p className="brand">
        <Brand />
        wellmet
      </p>
      <h1 className="h1">{say('web.unlock.head')}</h1>
      <p className="lede">
        {rich('web.unlock.how', {
          code: (parts) => <code>{parts}</code>,
          command: 'wellmet serve --link',
        })}
      </p>
      {problem.shape.passphrase && <Passphrase />}
    </main>
  )
}

function Passphrase() {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { key } = await send('POST', '/session', { body: { passphrase: text } })
      keepKey(key)
      await client.resetQueries()
    } catch (error) {
      setWrong(error instanceof Error ? error.message : say('web.problem.did-not-work'))
    }
  }
  return (
    <form className="stack section" onSubmit={(event) => void submit(event)}>
      <label htmlFor="passphrase">{say('web.unlock.passphrase')}</label>
      <div className="inline">
        <input
          id="passphrase"
          className="field"
          type="password"
          autoComplete="current-password"
          value={text}
          aria-describedby={wrong ? 'wrong' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="btn primary" disabled={text === ''}>
          {say('web.unlock.open')}
        </button>
      </div>
      {wrong && (
        <p id="wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}
