// Triage: would I refer her without hesitation? And what wellmet has learned from the answers so far.
import { useTriage } from '../api/queries'
import type { Triage as TriageShape } from '../api/types'
import { Mark, PersonLink } from '../kit/mark'
import { useMedia } from '../kit/media'
import { useTitle } from '../kit/router'
import { inHundred, say, sentence } from '../words'
import { Cards } from './triage-cards'

function Learned({ triage }: { triage: TriageShape }) {
  return (
    <aside className="aside" aria-label={say('web.triage.learned')}>
      <h2 className="h">{say('web.triage.learned')}</h2>
      <p className="muted small section-s">
        {triage.asked === 0
          ? say('web.triage.nothing-yet')
          : triage.settled
            ? say('web.triage.settled')
            : say('web.triage.unsettled')}
      </p>
      {triage.likely.length > 0 && (
        <section className="section">
          <h2 className="h">{say('web.triage.likely')}</h2>
          <ul className="plainlist section-s">
            {triage.likely.slice(0, 6).map((person) => (
              <li key={person.id}>
                <Mark person={person} size="sm" />
                <div>
                  <PersonLink person={person} />
                  <small>{sentence(person.yes_reasons.join(', '))}</small>
                </div>
                <span className="num small">{inHundred(person.yes_chance)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {triage.disagree.length > 0 && (
        <section className="section">
          <h2 className="h">{say('web.triage.differ')}</h2>
          <p className="muted small section-s">{say('web.triage.your-word')}</p>
          <ul className="plainlist section-s">
            {triage.disagree.map((person) => (
              <li key={person.id}>
                <Mark person={person} size="sm" />
                <div>
                  <PersonLink person={person} />
                  <small>{sentence(person.disagreement)}</small>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

export default function Triage() {
  useTitle(say('web.page.triage'))
  const triage = useTriage(20)
  const small = useMedia('(max-width: 760px)')
  return (
    <>
      <p className="kicker">{say('web.page.triage')}</p>
      <h1 className="smaller">{small ? say('web.triage.one-tap') : say('web.triage.one-key')}</h1>
      <div className="two after">
        <section aria-label={say('web.triage.in-hand')}>
          <Cards />
        </section>
        {triage.data && <Learned triage={triage.data} />}
      </div>
    </>
  )
}
