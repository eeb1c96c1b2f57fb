// Triage: would I refer her without hesitation? And what wellmet has learned from the answers so far.
import { useTriage } from '../api/queries'
import type { Triage as TriageShape } from '../api/types'
import { Mark, PersonLink } from '../kit/mark'
import { useMedia } from '../kit/media'
import { useTitle } from '../kit/router'
import { inHundred, sentence } from '../words'
import { Cards } from './triage-cards'

function Learned({ triage }: { triage: TriageShape }) {
  return (
    <aside className="aside" aria-label="What wellmet has learned">
      <h2 className="h">What wellmet has learned</h2>
      <p className="muted small section-s">
        {triage.asked === 0
          ? 'Nothing from you yet. Who is likely a yes is read from the evidence alone.'
          : triage.settled
            ? 'More answers would change little. What is left can wait, or be left.'
            : 'Your answers still change what it thinks of the others; the most telling card comes first.'}
      </p>
      {triage.likely.length > 0 && (
        <section className="section">
          <h2 className="h">Likely a yes</h2>
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
          <h2 className="h">Where your word and the evidence differ</h2>
          <p className="muted small section-s">
            Your word holds. This is only to look at once more.
          </p>
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
  useTitle('Triage')
  const triage = useTriage(20)
  const small = useMedia('(max-width: 760px)')
  return (
    <>
      <p className="kicker">Triage</p>
      <h1 className="smaller">{small ? 'One person, one tap.' : 'One person, one key.'}</h1>
      <div className="two after">
        <section aria-label="The card in hand">
          <Cards />
        </section>
        {triage.data && <Learned triage={triage.data} />}
      </div>
    </>
  )
}
