// Whose files these are: the owner's addresses, those merely assumed asked about, and another added.
import { type FormEvent, useState } from 'react'
import { record } from '../../api/record'
import type { Owner } from '../../api/types'
import { country, say } from '../../words'

const mine = (handle: string, yes: boolean) =>
  void record({
    path: '/me',
    body: yes ? { add: [handle] } : { remove: [handle] },
    told: yes ? say('web.you.told-yours', { handle }) : say('web.you.told-not', { handle }),
  })

const whyAssumed = say('web.you.assumed')

/** True once every address is sure. */
export async function allMine(owner: Owner): Promise<boolean> {
  if (owner.assumed.length === 0) return true
  return record({ path: '/me', body: { add: owner.assumed }, told: say('web.you.told-all') })
}

export function Assumed({ owner }: { owner: Owner }) {
  if (owner.assumed.length === 0) return null
  return (
    <section className="assumed" aria-label={say('web.you.is-this')}>
      <p className="say">{say('web.you.is-this')}</p>
      <p className="muted small">{say('web.you.taken')}</p>
      <ul className="plainlist">
        {owner.assumed.map((handle) => (
          <li key={handle} className="nomark">
            <b>{handle}</b>
            <div className="acts">
              <button className="btn" onClick={() => mine(handle, true)}>
                {say('web.act.yes')} <span className="sr">: {handle}</span>
              </button>
              <button className="btn" onClick={() => mine(handle, false)}>
                {say('web.act.no')} <span className="sr">: {handle}</span>
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
    <ul className="plainlist section-s" aria-label={say('web.you.what-yours')}>
      {owner.handles.map((handle) => (
        <li key={handle} className="nomark">
          <span className="handle">
            {handle.replace(/^https?:\/\/(www\.)?/, '')}
            {owner.assumed.includes(handle) && <small>{whyAssumed}</small>}
          </span>
          <button className="btn plain" onClick={() => mine(handle, false)}>
            {say('web.you.not-mine')} <span className="sr">: {handle}</span>
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
    if (await record({ path: '/me', body: { add: [text.trim()] } })) setText('')
  }
  return (
    <form className="inline section-s" onSubmit={(event) => void submit(event)}>
      <input
        className="field"
        aria-label={say('web.you.another-label')}
        placeholder={say('web.you.another')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" disabled={text.trim() === ''}>
        {say('web.act.add')}
      </button>
    </form>
  )
}

export function Yourself({ owner }: { owner: Owner }) {
  return (
    <section className="section">
      <h2 className="h">{say('web.you.you')}</h2>
      <p className="muted small section-s">
        {say('web.you.not-counted')}
        {owner.region && ` ${say('web.you.region', { country: country(owner.region) })}`}
      </p>
      <Handles owner={owner} />
      <AddHandle />
    </section>
  )
}
