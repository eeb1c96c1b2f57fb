// Invitations that went out: how the past ones went, and which are to come.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useInvitations } from '../../api/queries'
import { record } from '../../api/record'
import type { PersonRef, SentInvitation } from '../../api/types'
import { Mark, PersonLink } from '../../kit/mark'
import { setSearch, useSearch } from '../../kit/router'
import { clock, day, given, list, listOf, say } from '../../words'
import { HelpFlowed } from './help-flowed'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

export const timeWords = (one: Pick<SentInvitation, 'day' | 'minute' | 'zone'>) =>
  `${day(one.day)}, ${clock(one.minute)}${one.zone === here ? '' : ` (${one.zone})`}`

const givenNames = (persons: PersonRef[]) => list(persons.map((one) => given(one.name)))

const Names = ({ persons }: { persons: PersonRef[] }) =>
  listOf(persons.map((person) => <PersonLink key={person.id} person={person} />))

interface HowProps {
  one: SentInvitation
  /** Come for this one, to say it. */
  wanted: boolean
  onMet: (one: SentInvitation) => void
}

function How({ one, wanted, onMet }: HowProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!wanted) return
    field.current?.focus()
    setSearch({ how: null })
  }, [wanted])
  const met = async (event: FormEvent) => {
    event.preventDefault()
    const body = { how: 'met', text: text.trim() } as const
    if (await record({ path: '/invitations/{n}', parts: { n: one.n }, body })) onMet(one)
  }
  const off = () =>
    void record({ path: '/invitations/{n}', parts: { n: one.n }, body: { how: 'not' } })
  return (
    <li className="need">
      <span className="stackmark">
        {one.asked.slice(0, 2).map((person) => (
          <Mark key={person.id} person={person} />
        ))}
      </span>
      <div>
        <p className="who">
          <Names persons={one.asked} />
        </p>
        {one.title && <p className="reason">{one.title}</p>}
        <p className="ev">{timeWords(one)}</p>
        <form className="inline section-s" onSubmit={(event) => void met(event)}>
          <input
            className="field"
            ref={field}
            aria-label={say('web.meet.word-label', { names: givenNames(one.asked) })}
            placeholder={say('web.meet.word')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button className="btn">
            {say('web.meet.we-met')} <span className="sr">: {givenNames(one.asked)}</span>
          </button>
          <button type="button" className="btn plain" onClick={off}>
            {say('web.meet.did-not')} <span className="sr">: {givenNames(one.asked)}</span>
          </button>
        </form>
      </div>
    </li>
  )
}

/** Comes before the rest of the page, where there is something to tell. */
export function HowDidItGo() {
  const all = useInvitations().data?.invitations ?? []
  const [met, setMet] = useState<SentInvitation | null>(null)
  const about = useSearch().get('how')
  const over = all.filter((one) => one.over)
  const wanted =
    over.find((one) => one.asked.some((person) => person.id === about)) ?? (about && over[0])
  if (over.length === 0 && met === null) return null
  return (
    <section className="how" aria-labelledby="how">
      <h2 className="h" id="how">
        {say('web.meet.how')}
      </h2>
      {met && (
        <HelpFlowed key={met.n} persons={met.asked} on={met.day} onEnd={() => setMet(null)} />
      )}
      <ul>
        {over.map((one) => (
          <How key={one.n} one={one} wanted={one === wanted} onMet={setMet} />
        ))}
      </ul>
    </section>
  )
}

export function Sent() {
  const all = useInvitations().data?.invitations ?? []
  const toCome = all.filter((one) => !one.over)
  if (toCome.length === 0) return null
  const off = (one: SentInvitation) =>
    void record({ path: '/invitations/{n}', parts: { n: one.n }, body: { how: 'not' } })
  return (
    <section className="section" aria-labelledby="sent">
      <h2 className="h" id="sent">
        {say('web.meet.sent')}
      </h2>
      <ul className="plainlist section-s">
        {toCome.map((one) => (
          <li key={one.n} className="nomark">
            <div>
              <Names persons={one.persons} />
              <small>
                {timeWords(one)}
                {one.title ? `, “${one.title}”` : ''}
              </small>
            </div>
            <button className="btn plain" onClick={() => off(one)}>
              {say('web.meet.called-off')} <span className="sr">: {givenNames(one.persons)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
