// Help that has flowed, either way; and thanks that are due.
import { useState } from 'react'
import { useFavours } from '../../api/queries'
import { say } from '../../api/say'
import { Mark, PersonLink } from '../../kit/mark'
import { Answer } from '../../kit/states'
import { Bars } from '../../pictures/bars'
import { count, num } from '../../words'

export function Favours() {
  const favours = useFavours()
  const [all, setAll] = useState(false)
  const thanked = (id: string, name: string) =>
    void say({
      path: '/people/{person}/log',
      parts: { person: id },
      body: { verb: 'thanked' },
      told: `Thanked: ${name}.`,
    })
  return (
    <section className="section">
      <h2 className="h">Help that has flowed</h2>
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
                    { words: 'both ways', n: known.both_ways, face: 'net' },
                    { words: 'only to you', n: known.only_in, face: 'ink' },
                    { words: 'only from you', n: known.only_out, face: 'ink' },
                  ]}
                />
              </div>
              {due > 0 && (
                <p className="small section-s">{count(due, 'person', 'people')} to thank.</p>
              )}
              <ul className="plainlist section-s">
                {sorted.slice(0, all ? 200 : 6).map(({ person, help_in, help_out, thanks_due }) => (
                  <li key={person.id}>
                    <Mark person={person} size="sm" />
                    <div>
                      <PersonLink person={person} />
                      <small>
                        {num(help_in)} to you, {num(help_out)} from you
                      </small>
                    </div>
                    {thanks_due && (
                      <button className="btn plain" onClick={() => thanked(person.id, person.name)}>
                        Thanked <span className="sr">: {person.name}</span>
                      </button>
                    )}
                  </li>
                ))}
              </ul>
              {sorted.length > 6 && (
                <button className="linkish small" aria-expanded={all} onClick={() => setAll(!all)}>
                  {all ? 'Fewer' : `All ${num(sorted.length)}`}
                </button>
              )}
            </>
          )
        }}
      </Answer>
    </section>
  )
}
