// What the owner is good at; the plan matches it with what people need.
import { type FormEvent, useState } from 'react'
import { useOffers } from '../../api/queries'
import { record } from '../../api/record'
import { Answer } from '../../kit/states'
import { day, say } from '../../words'

export function Offers() {
  const offers = useOffers()
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await record({ path: '/offers', body: { text: text.trim() } })) setText('')
  }
  return (
    <section>
      <h2 className="h">{say('web.help.offers')}</h2>
      <Answer of={offers} lines={3}>
        {({ offers: all }) => (
          <ul className="plainlist">
            {all.map((one) => (
              <li key={one.n} className="nomark">
                <span>
                  {one.offer}
                  <small>{say('web.help.since', { day: day(one.since) })}</small>
                </span>
                <button
                  className="btn plain"
                  onClick={() =>
                    void record({ method: 'DELETE', path: '/offers/{n}', parts: { n: one.n } })
                  }
                >
                  {say('web.act.remove')} <span className="sr">: {one.offer}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {offers.data?.offers.length === 0 && (
        <p className="muted small section-s">{say('web.help.no-offers')}</p>
      )}
      <form className="inline section-s" onSubmit={(event) => void submit(event)}>
        <input
          className="field"
          aria-label={say('web.help.offer-label')}
          placeholder={say('web.help.offer-field')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="btn" disabled={text.trim() === ''}>
          {say('web.help.offer')}
        </button>
      </form>
    </section>
  )
}
