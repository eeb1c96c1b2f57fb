// The head: name, standing in words, the box to log something, and the next step as a card.
import { record } from '../../api/record'
import type { Show } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { DraftBox } from '../../kit/draft'
import { Mark } from '../../kit/mark'
import { Link } from '../../kit/router'
import { day, given, inAWeek, play, rich, role, say, sentence, topic } from '../../words'
import { answeredWords } from '../today/answered'
import { useStepAct } from '../today/step-act'
import { LogBox } from './log-box'
import { standingWords, strengthWords } from './standing'

const PersonMenu = lazily(() => import('./person-menu'))

function NextStep({ person }: { person: Show & { next: NonNullable<Show['next']> } }) {
  const step = person.next
  const act = useStepAct(step, true)
  const answer = (what: 'done' | 'later') =>
    void record({
      path: '/plan/{step}',
      parts: { step: step.key },
      body: what === 'later' ? { answer: what, until: inAWeek() } : { answer: what },
      told: answeredWords(what, person.name),
    })
  useKeys({ d: () => answer('done'), l: () => answer('later') })
  return (
    <aside className="nextstep" aria-label={say('web.person.next-step')}>
      <p className="play">
        <b>{play(step.play)}</b> · {topic(step)} · {say('web.step.minutes', { n: step.minutes })}
      </p>
      <h2 className="h next">{sentence(step.do)}</h2>
      <p className="why">{sentence(step.reason.text)}</p>
      {step.evidence?.at && (
        <p className="ev">
          {day(step.evidence.at)}
          {step.evidence.note && `, “${step.evidence.note}”`}
        </p>
      )}
      {step.open_with && (
        <p className="ev">{say('web.step.open-with', { words: step.open_with })}</p>
      )}
      {act.draft && <DraftBox draft={act.draft} name={person.name} onWrite={act.write} />}
      <div className="acts">
        {act.href && (
          <a
            className="btn primary"
            href={act.href}
            target={act.away ? '_blank' : undefined}
            rel="noreferrer"
          >
            {act.words}
          </a>
        )}
        {act.beside && (
          <Link className="btn plain" to={act.beside.to}>
            {act.beside.words}
          </Link>
        )}
        <button className="btn plain" onClick={() => answer('done')}>
          {say('web.act.done')} <kbd>d</kbd>
        </button>
        <button className="btn plain" onClick={() => answer('later')}>
          {say('web.act.later')} <kbd>l</kbd>
        </button>
      </div>
    </aside>
  )
}

export function Head({ person }: { person: Show }) {
  const { kind, marked, rest } = standingWords(person)
  const where = [role(person), person.city].filter(Boolean).join(' · ')
  return (
    <div className={person.next ? 'person-head' : 'person-head alone'}>
      <Mark person={person} size="lg" />
      <div>
        <div className="namerow">
          <h1>{person.name}</h1>
          <Later>
            <PersonMenu person={person} />
          </Later>
        </div>
        {where && <p className="role">{where}</p>}
        <p className="standing">
          {rich('web.person.is', {
            name: given(person.name),
            kind,
            marked: marked ? 'yes' : 'no',
            mark: marked ?? '',
            mk: (parts) => <span className={`mk ${person.standing}`}>{parts}</span>,
          })}{' '}
          {rest} {strengthWords(person)}
          {person.waits &&
            ` ${say('web.person.waits', {
              since: day(person.waits.since),
              until: day(person.waits.until),
            })}`}
        </p>
        <LogBox person={person} />
      </div>
      {person.next && <NextStep person={{ ...person, next: person.next }} />}
    </div>
  )
}
