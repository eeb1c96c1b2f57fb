// Help that has flowed, either way; and thanks that are due.
import { useState } from 'react'
import { useFavours } from '../../api/queries'
import { record } from '../../api/record'
import { Mark, PersonLink } from '../../kit/mark'
import { Answer } from '../../kit/states'
import { Bars } from '../../pictures/bars'
import { say } from '../../words'

export function Favours() {
  const favours = useFavours()
  const [all, setAll] = useState(false)
  const thanked = (id: string, name: string) =>
    void record({
      path: '/people/{person}/log',
      parts: { person: id },
      body: { verb: 'thanked' },
      told: say('web.help.told-thanked', { name }),
    })
  return (
    <section className="section">
      <h2 className="h">{say('web.help.flowed')}</h2>
      <Answer of={favours} lines={5}>
        {(known) => {
          const sorted = [...known.people].sort(
            (a, b) => Number(b.thanks_due) - Number(a.thanks_due),
          )
          const due = known.people.filter((one) => one.thanks_due).length
          return (
            <>
              <div className="section-s">
                <Bars
                  rows={[
                    { words: say('web.help.both-ways'), n: known.both_ways, face: 'net' },
                    { words: say('web.help.only-in'), n: known.only_in, face: 'ink' },
                    { words: say('web.help.only-out'), n: known.only_out, face: 'ink' },
                  ]}
                />
              </div>
              {due > 0 && <p className="small section-s">{say('web.help.to-thank', { n: due })}</p>}
              <ul className="plainlist section-s">
                {sorted.slice(0, all ? 200 : 6).map(({ person, help_in, help_out, thanks_due }) => (
                  <li key={person.id}>
                    <Mark person={person} size="sm" />
                    <div>
                      <PersonLink person={person} />
                      <small>{say('web.help.in-out', { in: help_in, out: help_out })}</small>
                    </div>
                    {thanks_due && (
                      <button className="btn plain" onClick={() => thanked(person.id, person.name)}>
                        {say('web.help.thanked')} <span className="sr">: {person.name}</span>
                      </button>
                    )}
                  </li>
                ))}
              </ul>
              {sorted.length > 6 && (
                <button className="linkish small" aria-expanded={all} onClick={() => setAll(!all)}>
                  {all ? say('web.act.fewer') : say('web.act.all', { n: sorted.length })}
                </button>
              )}
            </>
          )
        }}
      </Answer>
    </section>
  )
}
