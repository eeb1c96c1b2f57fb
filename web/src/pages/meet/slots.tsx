// Free hours, read from the owner's own calendar file; nothing of it is kept.
import { useState } from 'react'
import { send } from '../../api/client'
import type { Slots as SlotsShape } from '../../api/types'
import { tellProblem } from '../../kit/told'
import { day } from '../../words'

function choose(): Promise<string | null> {
  return new Promise((done) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.ics,text/calendar'
    input.onchange = () => {
      const file = input.files?.[0]
      if (file) void file.text().then(done)
      else done(null)
    }
    input.click()
  })
}

export function Slots({ onTake }: { onTake: (at: string) => void }) {
  const [slots, setSlots] = useState<SlotsShape | null>(null)
  const read = async () => {
    const text = await choose()
    if (text === null) return
    try {
      setSlots(await send('POST', '/slots', { query: { days: 7 }, body: text }))
    } catch (error) {
      tellProblem(error)
    }
  }
  const clock = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: slots?.zone || undefined,
    }).format(new Date(iso))
  return (
    <section className="section">
      <h2 className="h">When you are free</h2>
      <p className="muted small section-s">
        Your calendar, as your calendar program exports it. It is read for this, and nothing of it
        is kept.
      </p>
      <div className="acts">
        <button className="btn" onClick={() => void read()}>
          Choose a calendar
        </button>
      </div>
      {slots && (
        <>
          <p className="muted small section-s">By the clock of {slots.zone || 'your calendar'}.</p>
          <ul className="plainlist" aria-live="polite">
            {slots.free.map((one) => (
              <li key={one.from} className="nomark">
                <span className="num">
                  {day(one.day)}, {clock(one.from)} to {clock(one.to)}
                </span>
                <button
                  className="btn plain"
                  onClick={() => onTake(`${one.day}T${clock(one.from)}`)}
                >
                  Take <span className="sr">{`${day(one.day)}, ${clock(one.from)}`}</span>
                </button>
              </li>
            ))}
          </ul>
          {slots.free.length === 0 && (
            <p className="small">Nothing is free in the next seven days.</p>
          )}
        </>
      )}
    </section>
  )
}
