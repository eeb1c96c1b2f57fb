// A trip: where and when, and who is there, whom to see first.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../../api/queries'
import type { PersonRef, Trip } from '../../api/types'
import { Mark, PersonLink } from '../../kit/mark'
import { setSearch, useSearch } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { country, day, rich, say, sentence, sr } from '../../words'

export function TripView({ onInvite }: { onInvite: (person: PersonRef) => void }) {
  const query = useSearch()
  const asked = {
    place: query.get('place') ?? '',
    from: query.get('from') ?? '',
    to: query.get('to') ?? '',
  }
  const [form, setForm] = useState(asked)
  const ready = asked.place !== '' && asked.from !== ''
  const trip = useQuery({ ...ask('/trip', { query: asked }), enabled: ready, retry: false })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSearch({ ...form, to: form.to || form.from })
  }
  return (
    <section aria-labelledby="trip">
      <h2 className="h" id="trip">
        {say('web.meet.trip')}
      </h2>
      <form className="inline trip section-s" onSubmit={submit}>
        <input
          className="field"
          aria-label={say('web.meet.where-to')}
          placeholder={say('web.meet.where-to')}
          value={form.place}
          onChange={(event) => setForm({ ...form, place: event.target.value })}
        />
        <label className="small dated">
          {say('web.meet.from')}
          <input
            className="field pick"
            type="date"
            required
            value={form.from}
            onChange={(event) => setForm({ ...form, from: event.target.value })}
          />
        </label>
        <label className="small dated">
          {say('web.meet.to')}
          <input
            className="field pick"
            type="date"
            value={form.to}
            min={form.from}
            onChange={(event) => setForm({ ...form, to: event.target.value })}
          />
        </label>
        <button className="btn" disabled={form.place.trim() === '' || form.from === ''}>
          {say('web.meet.who-there')}
        </button>
      </form>
      {ready && (
        <Answer of={trip} lines={5}>
          {(known) => <There trip={known} onInvite={onInvite} />}
        </Answer>
      )}
    </section>
  )
}

function There({ trip, onInvite }: { trip: Trip; onInvite: (person: PersonRef) => void }) {
  const { place } = trip
  return (
    <>
      <p className="say section-s">
        {say('web.meet.within', {
          n: trip.total,
          km: trip.within_km,
          place: place.name,
          region:
            place.region && place.region !== place.name ? place.region : country(place.country),
        })}
      </p>
      <p className="muted small">
        {say('web.meet.located', {
          all: trip.in_touch,
          n: trip.located,
        })}
      </p>
      {trip.people.length === 0 && <Empty words={say('web.meet.nobody-there')} />}
      <ul className="plainlist section-s">
        {trip.people.map((one) => (
          <li key={one.person.id}>
            <Mark person={one.person} size="sm" />
            <div>
              <PersonLink person={one.person} />
              <small>
                {[
                  sentence(one.reason),
                  one.last_spoken && say('web.meet.last-spoken', { day: day(one.last_spoken) }),
                  one.perhaps && say('web.meet.perhaps'),
                  one.km > 0 && say('web.meet.km-away', { km: one.km }),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </small>
            </div>
            <button className="btn plain" onClick={() => onInvite(one.person)}>
              {rich('web.meet.invite', { sr, name: one.person.name })}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
