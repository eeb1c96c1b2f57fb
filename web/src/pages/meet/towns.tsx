// Where a trip would pay: towns with people whom the owner has never spoken to.
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries'
import { PersonChip } from '../../kit/mark'
import { setSearch } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { people, say } from '../../words'

export function Towns() {
  const towns = useQuery(ask('/towns'))
  return (
    <section className="section" aria-labelledby="towns">
      <h2 className="h" id="towns">
        {say('web.meet.trip-pays')}
      </h2>
      <Answer of={towns} lines={4}>
        {({ towns: all }) => {
          const known = all.filter((one) => one.town)
          const nowhere = all.find((one) => !one.town)?.people.length ?? 0
          return (
            <>
              {known.length === 0 && (
                <Empty
                  words={
                    nowhere > 0
                      ? say('web.meet.no-town-known', { n: nowhere })
                      : say('web.meet.no-town')
                  }
                />
              )}
              <ul className="towns section-s">
                {known.slice(0, 8).map((one) => (
                  <li key={one.town}>
                    <p>
                      <button className="linkish" onClick={() => setSearch({ place: one.town })}>
                        {one.town}
                      </button>{' '}
                      <span className="muted small">{people(one.people.length)}</span>
                    </p>
                    <div className="offer">
                      {one.people.slice(0, 8).map((person) => (
                        <PersonChip key={person.id} person={person} />
                      ))}
                    </div>
                  </li>
                ))}
              </ul>
              {known.length > 0 && nowhere > 0 && (
                <p className="muted small section-s">
                  {say('web.meet.more-no-town', { n: nowhere })}
                </p>
              )}
            </>
          )
        }}
      </Answer>
    </section>
  )
}
