// Free hours, read from the owner's own calendar file; nothing of it is kept.
import { useState } from 'react'
import { send } from '../../api/client'
import type { Slots as SlotsShape } from '../../api/types'
import { choose } from '../../kit/choose'
import { tellProblem } from '../../kit/told'
import { day, rich, say, sr } from '../../words'

/** The clock of the owner's own machine; a calendar may name none. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function Slots({ onTake }: { onTake: (at: string) => void }) {
  const [slots, setSlots] = useState<SlotsShape | null>(null)
  const read = async () => {
    const [file] = await choose({ accept: '.ics,text/calendar' })
    if (!file) return
    const text = await file.text()
    try {
      setSlots(await send('POST', '/slots', { query: { days: 7, zone }, body: text }))
    } catch (error) {
      tellProblem(error)
    }
  }
  const clock = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', {
      // as a field for a time has it
      hour: '2-digit',
      minute: '2-digit',
      timeZone: slots?.zone || undefined,
    }).format(new Date(iso))
  return (
    <section className="section">
      <h2 className="h">{say('web.meet.free')}</h2>
      <p className="muted small section-s">{say('web.meet.calendar')}</p>
      <div className="acts">
        <button className="btn" onClick={() => void read()}>
          {say('web.meet.choose-calendar')}
        </button>
      </div>
      {slots && (
        <>
          <p className="muted small section-s">
            {slots.zone
              ? say('web.meet.by-zone', { zone: slots.zone })
              : say('web.meet.by-calendar')}
          </p>
          <ul className="plainlist" aria-live="polite">
            {slots.free.map((one) => (
              <li key={one.from} className="nomark">
                <span className="num">
                  {say('web.meet.slot', {
                    day: day(one.day),
                    from: clock(one.from),
                    to: clock(one.to),
                  })}
                </span>
                <button
                  className="btn plain"
                  onClick={() => onTake(`${one.day}T${clock(one.from)}`)}
                >
                  {rich('web.meet.take', { sr, when: `${day(one.day)}, ${clock(one.from)}` })}
                </button>
              </li>
            ))}
          </ul>
          {slots.free.length === 0 && <p className="small">{say('web.meet.nothing-free')}</p>}
        </>
      )}
    </section>
  )
}
