// Whose files these are: the owner's addresses, those merely assumed asked about, and another added.
import { type FormEvent, useState } from 'react'
import { say } from '../../api/say'
import type { Owner } from '../../api/types'
import { country } from '../../words'

const mine = (handle: string, yes: boolean) =>
  void say({
    path: '/me',
    body: yes ? { add: [handle] } : { remove: [handle] },
    told: yes ? `Yours: ${handle}.` : `Not yours: ${handle}.`,
  })

const whyAssumed = 'Assumed, because it bears your name.'

/** True once every address is sure. */
export async function allMine(owner: Owner): Promise<boolean> {
  if (owner.assumed.length === 0) return true
  return say({ path: '/me', body: { add: owner.assumed }, told: 'All of these are yours.' })
}

export function Assumed({ owner }: { owner: Owner }) {
  if (owner.assumed.length === 0) return null
  return (
    <section className="assumed" aria-label="Is this you?">
      <p className="say">Is this you?</p>
      <p className="muted small">Taken for yours, because they bear your name.</p>
      <ul className="plainlist">
        {owner.assumed.map((handle) => (
          <li key={handle} className="nomark">
            <b>{handle}</b>
            <div className="acts">
              <button className="btn" onClick={() => mine(handle, true)}>
                Yes <span className="sr">: {handle}</span>
              </button>
              <button className="btn" onClick={() => mine(handle, false)}>
                No <span className="sr">: {handle}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Handles({ owner }: { owner: Owner }) {
  return (
    <ul className="plainlist section-s" aria-label="What is yours">
      {owner.handles.map((handle) => (
        <li key={handle} className="nomark">
          <span className="handle">
            {handle.replace(/^https?:\/\/(www\.)?/, '')}
            {owner.assumed.includes(handle) && <small>{whyAssumed}</small>}
          </span>
          <button className="btn plain" onClick={() => mine(handle, false)}>
            Not mine <span className="sr">: {handle}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

export function AddHandle() {
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await say({ path: '/me', body: { add: [text.trim()] } })) setText('')
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void submit(event)}>
      <input
        className="field"
        aria-label="Another address, number or profile of yours"
        placeholder="Another address or number"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={text.trim() === ''}>
        Add
      </button>
    </form>
  )
}

export function Yourself({ owner }: { owner: Owner }) {
  return (
    <section className="section">
      <h2 className="h">You</h2>
      <p className="muted small section-s">
        What is yours is not counted as somebody else.
        {owner.region && ` National telephone numbers are read as in ${country(owner.region)}.`}
      </p>
      <Handles owner={owner} />
      <AddHandle />
    </section>
  )
}
