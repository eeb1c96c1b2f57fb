// An invitation: whom, when, where; it comes as a calendar file, for the owner to send or not. Once they have, they say so.
import { type FormEvent, useRef, useState } from 'react'
import { type Request, send } from '../../api/client'
import { record } from '../../api/record'
import type { Invitation, PersonRef } from '../../api/types'
import { Mark } from '../../kit/mark'
import { PickPerson } from '../../kit/pick-person'
import { tell, tellProblem } from '../../kit/told'
import { timeWords } from './invitations'
import { say } from '../../words'

type Body = NonNullable<Request<'POST', '/invitations'>['body']>

interface InviteProps {
  persons: PersonRef[]
  onPersons: (persons: PersonRef[]) => void
  at: string
  onAt: (at: string) => void
}

/** To the form, where the day is what is wanted next. */
export function toInvitation() {
  document.getElementById('invite-at')?.focus({ preventScroll: true })
  document.getElementById('invite')?.scrollIntoView({ block: 'nearest' })
}

function keep(invitation: Invitation) {
  const file = new Blob([invitation.text], { type: 'text/calendar' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = 'invitation.ics'
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

interface WrittenProps {
  invitation: Invitation
  body: Body
  onSent: () => void
}

function Written({ invitation, body, onSent }: WrittenProps) {
  const sent = async () => {
    if (await record({ path: '/invitations/sent', body })) onSent()
  }
  return (
    <div className="section-s">
      <p className="small">
        {say('web.meet.written', {
          title: invitation.title,
          when: timeWords(invitation),
        })}
      </p>
      <div className="acts">
        <button className="btn primary" onClick={() => void sent()}>
          {say('web.meet.have-sent')}
        </button>
      </div>
    </div>
  )
}

export function Invite({ persons, onPersons, at, onAt }: InviteProps) {
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [length, setLength] = useState(45)
  const [written, setWritten] = useState<{ invitation: Invitation; body: Body } | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const body = {
        persons: persons.map((one) => one.id),
        at: at.replace('T', ' '),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        length,
        title: title.trim(),
        place: place.trim(),
      }
      const invitation = await send('POST', '/invitations', { body })
      keep(invitation)
      setWritten({ invitation, body })
      tell(say('web.meet.told-written', { title: invitation.title }))
    } catch (error) {
      tellProblem(error)
    }
  }
  const head = useRef<HTMLHeadingElement>(null)
  const add = (person: PersonRef) => {
    if (!persons.some((one) => one.id === person.id)) onPersons([...persons, person])
  }
  const sent = () => {
    setWritten(null)
    setTitle('')
    onPersons([])
    onAt('')
    head.current?.focus()
  }
  return (
    <section id="invite">
      <h2 className="h" ref={head} tabIndex={-1}>
        {say('web.meet.invitation')}
      </h2>
      <form className="stack section-s" onSubmit={(event) => void submit(event)}>
        <div className="offer">
          {persons.map((one) => (
            <button
              type="button"
              className="chip"
              key={one.id}
              aria-label={say('web.act.remove-it', { what: one.name })}
              onClick={() => onPersons(persons.filter((other) => other.id !== one.id))}
            >
              <Mark person={one} />
              {one.name} ×
            </button>
          ))}
        </div>
        <div className="wide">
          <PickPerson
            label={say('web.meet.whom')}
            person={null}
            onPick={(person) => person && add(person)}
          />
        </div>
        <label className="small wide">
          {say('web.meet.when')}
          <input
            className="field"
            id="invite-at"
            type="datetime-local"
            required
            value={at}
            onChange={(event) => onAt(event.target.value)}
          />
        </label>
        <label className="small wide">
          {say('web.meet.how-long')}
          <select
            className="field"
            value={length}
            onChange={(event) => setLength(Number(event.target.value))}
          >
            {[20, 30, 45, 60, 90].map((n) => (
              <option key={n} value={n}>
                {say('web.meet.minutes', { n })}
              </option>
            ))}
          </select>
        </label>
        <input
          className="field"
          aria-label={say('web.meet.about')}
          placeholder={say('web.meet.about')}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <input
          className="field"
          aria-label={say('web.meet.where-label')}
          placeholder={say('web.meet.where')}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
        <button className="btn" disabled={persons.length === 0 || at === ''}>
          {say('web.meet.write')}
        </button>
      </form>
      {written && <Written {...written} onSent={sent} />}
    </section>
  )
}
