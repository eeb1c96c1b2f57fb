// What the owner is good at; the plan matches it with what people need.
import { type FormEvent, useState } from 'react'
import { useOffers } from '../../api/queries'
import { say } from '../../api/say'
import { Answer } from '../../kit/states'
import { day } from '../../words'

export function Offers() {
  const offers = useOffers()
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await say({ path: '/offers', body: { text: text.trim() } })) setText('')
  }
  return (
    <section>
      <h2 className="h">What you offer</h2>
      <Answer of={offers} lines={3}>
        {({ offers: all }) => (
          <ul className="plainlist">
            {all.map((one) => (
              <li key={one.n} className="nomark">
                <span>
                  {one.offer}
                  <small>since {day(one.since)}</small>
                </span>
                <button
                  className="btn plain"
                  onClick={() =>
                    void say({ method: 'DELETE', path: '/offers/{n}', parts: { n: one.n } })
                  }
                >
                  Take away <span className="sr">: {one.offer}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {offers.data?.offers.length === 0 && (
        <p className="muted small section-s">
          Nothing yet. A few words suffice: “reading contracts”.
        </p>
      )}
      <form className="inline section-s" onSubmit={(event) => void submit(event)}>
        <input
          className="field"
          aria-label="Something that you can do for others"
          placeholder="Something that you can do"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="btn" disabled={text.trim() === ''}>
          Offer
        </button>
      </form>
    </section>
  )
}
