// Addresses that wellmet took for the owner's own, asked about; and those that are sure.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { Owner } from '../../api/types'

const mine = (handle: string, yes: boolean) =>
  void say({
    path: '/me',
    body: yes ? { add: [handle] } : { remove: [handle] },
    told: yes ? `Yours: ${handle}.` : `Not yours: ${handle}.`,
  })

export function Assumed({ owner }: { owner: Owner }) {
  if (owner.assumed.length === 0) return null
  return (
    <section className="assumed" aria-label="Is this you?">
      <p className="say">Is this you?</p>
      <p className="muted small">
        Taken for yours, because mail under your name was written from there and answered.
      </p>
      <ul className="plainlist">
        {owner.assumed.map((handle) => (
          <li key={handle} className="nomark">
            <b>{handle}</b>
            <div className="acts">
              <button className="btn" onClick={() => mine(handle, true)}>
                Yes
              </button>
              <button className="btn" onClick={() => mine(handle, false)}>
                No
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Yourself({ owner }: { owner: Owner }) {
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await say({ path: '/me', body: { add: [text.trim()] } })) setText('')
  }
  return (
    <section className="section">
      <h2 className="h">You</h2>
      <p className="muted small section-s">
        What is yours is not counted as somebody else.
        {owner.region && ` National telephone numbers are read as in ${owner.region}.`}
      </p>
      <ul className="plainlist section-s">
        {owner.handles.map((handle) => (
          <li key={handle} className="nomark">
            <span>
              {handle}
              {owner.assumed.includes(handle) && <small>assumed</small>}
            </span>
            <button className="btn plain" onClick={() => mine(handle, false)}>
              Not mine <span className="sr">: {handle}</span>
            </button>
          </li>
        ))}
      </ul>
      <form className="inline section-s" onSubmit={(event) => void submit(event)}>
        <input
          className="field"
          aria-label="Another address, number or profile of yours"
          placeholder="Another address, number or profile of yours"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="btn" disabled={text.trim() === ''}>
          Add
        </button>
      </form>
    </section>
  )
}
