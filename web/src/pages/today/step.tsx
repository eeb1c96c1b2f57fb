// One step: whom, which play, why with its evidence, the thing to do, and done, later or skip.
import type { Step } from '../../api/types'
import { DraftBox } from '../../kit/draft'
import { Mark, PersonLink } from '../../kit/mark'
import { Link } from '../../kit/router'
import { day, place, play, say, sentence, topic } from '../../words'
import type { Answered } from './answered'
import { useStepAct } from './step-act'

interface StepCardProps {
  step: Step
  now: boolean
  onTake: () => void
  onAnswer: (what: Answered) => void
}

const acts: { what: Answered; words: string; key: string }[] = [
  { what: 'done', words: say('web.act.done'), key: 'd' },
  { what: 'later', words: say('web.act.later'), key: 'l' },
  { what: 'skip', words: say('web.act.skip'), key: 's' },
]

function Evidence({ step }: { step: Step }) {
  const parts = [
    step.evidence?.at && day(step.evidence.at),
    step.evidence?.note && `“${step.evidence.note}”`,
  ].filter(Boolean)
  return parts.length > 0 ? <p className="ev">{parts.join(', ')}</p> : null
}

export function StepCard({ step, now, onTake, onAnswer }: StepCardProps) {
  const { person } = step
  const act = useStepAct(step, now)
  return (
    <li
      className={now ? 'step now' : 'step'}
      tabIndex={0}
      data-key={step.key}
      aria-current={now ? 'step' : undefined}
      onFocus={now ? undefined : onTake}
    >
      <Mark person={person} />
      <div>
        <div className="top">
          <p className="who">
            <PersonLink person={step.person} /> <span className="role">{place(person)}</span>
          </p>
          <p className="play">
            <b>{play(step.play)}</b> · {topic(step)} ·{' '}
            <span className="num">{say('web.step.minutes', { n: step.minutes })}</span>
          </p>
        </div>
        <p className="reason">{sentence(step.reason.text)}</p>
        <Evidence step={step} />
        {now && step.open_with && (
          <p className="ev">{say('web.step.open-with', { words: step.open_with })}</p>
        )}
        <p className="todo">{sentence(step.do)}</p>
        {now && act.draft && (
          <DraftBox draft={act.draft} name={step.person.name} onWrite={act.write} />
        )}
        <div className="acts">
          {act.href ? (
            <a
              className="btn primary"
              href={act.href}
              target={act.away ? '_blank' : undefined}
              rel="noreferrer"
            >
              {act.words} {now && <kbd>↵</kbd>}
            </a>
          ) : (
            <button className="btn primary" onClick={act.run}>
              {act.words} {now && <kbd>↵</kbd>}
            </button>
          )}
          {act.beside && (
            <Link className="btn" to={act.beside.to}>
              {act.beside.words}{' '}
              <span className="sr">{say('web.step.to', { name: step.person.name })}</span>
            </Link>
          )}
          <span className="gap" />
          {acts.map((one) => (
            <button className="btn" key={one.what} onClick={() => onAnswer(one.what)}>
              {one.words} <span className="sr">: {step.person.name}</span>
              {now && <kbd>{one.key}</kbd>}
            </button>
          ))}
        </div>
      </div>
    </li>
  )
}
