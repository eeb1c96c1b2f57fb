// The referral test for this person; the owner's own word wins.
import { say } from '../../api/say'
import type { Referral, Show } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { given } from '../../words'
import { answerWords, answers } from './standing'

export const referrals: { answer: Referral; words: string; key: string }[] = [
  { answer: 'yes', words: 'Yes', key: 'y' },
  { answer: 'hesitate', words: 'I hesitate', key: 'h' },
  { answer: 'no', words: 'No', key: 'n' },
  { answer: 'stranger', words: 'Does not know me', key: 's' },
]

export function Refer({ person }: { person: Show }) {
  const answer = (what: Referral | 'none') =>
    void say({
      method: 'PUT',
      path: '/people/{person}/answer',
      parts: { person: person.id },
      body: { answer: what },
      told: `${person.name}: ${answers[what] ?? 'no answer any more'}.`,
    })
  useKeys({ h: () => answer('hesitate'), s: () => answer('stranger') })
  const now = answerWords(person)
  return (
    <div className="refer">
      <h2 className="ask">
        Would you refer somebody to {given(person.name)}, or {given(person.name)} to somebody,
        without hesitation?
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
            No answer
          </button>
        )}
      </div>
      {now && <p className="muted small section-s">{now}</p>}
    </div>
  )
}
