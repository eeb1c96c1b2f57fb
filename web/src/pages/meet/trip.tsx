// A trip: where and when, and who is there, whom to see first.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../../api/queries'
import type { PersonRef, Trip } from '../../api/types'
import { Mark, PersonLink } from '../../kit/mark'
import { setSearch, useSearch } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { country, day, num, people, sentence } from '../../words'

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
        A trip
      </h2>
      <form className="inline trip section-s" onSubmit={submit}>
        <input
          className="field"
          aria-label="Where to"
          placeholder="Where to"
          value={form.place}
          onChange={(event) => setForm({ ...form, place: event.target.value })}
        />
        <label className="small dated">
          from
          <input
            className="field pick"
            type="date"
            required
            value={form.from}
            onChange={(event) => setForm({ ...form, from: event.target.value })}
          />
        </label>
        <label className="small dated">
          to
          <input
            className="field pick"
            type="date"
            value={form.to}
            min={form.from}
            onChange={(event) => setForm({ ...form, to: event.target.value })}
          />
        </label>
        <button className="btn" disabled={form.place.trim() === '' || form.from === ''}>
          Who is there?
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
        {people(trip.total)} within {num(trip.within_km)} km of {place.name},{' '}
        {place.region && place.region !== place.name ? place.region : country(place.country)}.
      </p>
      <p className="muted small">
        Of {num(trip.in_touch)} with whom you are in touch, the town of {num(trip.located)} is
        known.
      </p>
      {trip.people.length === 0 && (
        <Empty say="Nobody with whom you are in touch is known to live there." />
      )}
      <ul className="plainlist section-s">
        {trip.people.map((one) => (
          <li key={one.person.id}>
            <Mark person={one.person} size="sm" />
            <div>
              <PersonLink person={one.person} />
              <small>
                {sentence(one.reason)}{' '}
                {one.last_spoken ? `Last spoken ${day(one.last_spoken)}.` : ''}
                {one.perhaps ? ' Perhaps another town of that name.' : ''}
                {one.km > 0 ? ` ${num(one.km)} km away.` : ''}
              </small>
            </div>
            <button className="btn plain" onClick={() => onInvite(one.person)}>
              Invite <span className="sr">{one.person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
