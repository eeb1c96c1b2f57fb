// The referral test for this person; the owner's own word wins.
import { record } from '../../api/record'
import type { Referral, Show } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { given, say } from '../../words'
import { answerWords, answers } from './standing'

export const referrals: { answer: Referral; words: string; key: string }[] = [
  { answer: 'yes', words: say('web.act.yes'), key: 'y' },
  { answer: 'hesitate', words: say('web.refer.hesitate'), key: 'h' },
  { answer: 'no', words: say('web.act.no'), key: 'n' },
  { answer: 'stranger', words: say('web.refer.stranger'), key: 's' },
]

export function Refer({ person }: { person: Show }) {
  const answer = (what: Referral | 'none') =>
    void record({
      method: 'PUT',
      path: '/people/{person}/answer',
      parts: { person: person.id },
      body: { answer: what },
      told: say('web.refer.told', {
        name: person.name,
        answer: answers[what] ?? say('web.refer.no-answer-more'),
      }),
    })
  useKeys({ h: () => answer('hesitate'), s: () => answer('stranger') })
  const now = answerWords(person)
  return (
    <div className="refer">
      <h2 className="ask">
        {say('web.triage.question', {
          name: given(person.name),
        })}
      </h2>
      <div>
        {referrals.map((one) => (
          <button
            className="btn"
            key={one.answer}
            aria-pressed={person.answer === one.answer}
            onClick={() => answer(one.answer)}
          >
            {one.words} {(one.key === 'h' || one.key === 's') && <kbd>{one.key}</kbd>}
          </button>
        ))}
        {person.answer && (
          <button className="btn plain" onClick={() => answer('none')}>
            {say('web.refer.no-answer')}
          </button>
        )}
      </div>
      {now && <p className="muted small section-s">{now}</p>}
    </div>
  )
}
