// What letting go does, before and after side by side, and the one button.
import { useStatus } from '../../api/queries'
import { record } from '../../api/record'
import type { LetGo } from '../../api/types'
import { CircleBefore } from '../../pictures/before'
import { bold, num, people, rich, say, share } from '../../words'

const hundred = (n: number) => Math.round(n * 100)

/** By what is shown: a change too small to be seen is none. */
export const cohesionFalls = ({ cohesion }: LetGo) =>
  hundred(cohesion.after.transitivity) < hundred(cohesion.before.transitivity)

interface DecisionProps {
  proposals: LetGo
  chosen: string[]
}

export function Decision({ proposals, chosen }: DecisionProps) {
  const status = useStatus().data
  const { before, after } = proposals.cohesion
  const all = status?.people ?? before.people
  const rows: [string, string, string][] = [
    [say('web.focus.in-view'), num(all), num(all - chosen.length)],
    [say('web.focus.acquainted'), num(before.acquaintances), num(after.acquaintances)],
  ]
  if (status) {
    rows.splice(1, 0, [say('web.rung.network'), num(status.network), num(status.network)])
    rows.splice(2, 0, [
      say('web.standing.one-step'),
      num(status.one_step_away),
      num(status.one_step_away),
    ])
  }
  const letGo = () =>
    void record({
      path: '/people/rule',
      body: { verb: 'let-go', persons: chosen },
      told: say('web.act.told-let-go', { who: people(chosen.length) }),
    })
  return (
    <aside className="decision" aria-label={say('web.focus.effect-label')}>
      <h2 className="h">{say('web.focus.effect')}</h2>
      <div className="before">
        <figure>
          <CircleBefore network={status?.network ?? 0} others={before.people} of={before.people} />
          <figcaption>
            {rich('web.focus.cohesion-now', { b: bold, share: share(before.transitivity) })}
          </figcaption>
        </figure>
        <figure>
          <CircleBefore network={status?.network ?? 0} others={after.people} of={before.people} />
          <figcaption>
            {rich('web.focus.cohesion-after', { b: bold, share: share(after.transitivity) })}
          </figcaption>
        </figure>
      </div>
      <p className="small">
        {say('web.focus.cases', {
          now: hundred(before.transitivity),
          then: hundred(after.transitivity),
        })}
        {cohesionFalls(proposals) && ` ${say('web.focus.cohesion-falls')}`}
      </p>
      <ul className="words">
        {rows.map(([words, now, then]) => (
          <li key={words}>
            <span>{words}</span>
            <span className="num">
              {now} → {then}
            </span>
          </li>
        ))}
      </ul>
      <button className="btn primary whole" disabled={chosen.length === 0} onClick={letGo}>
        {say('web.focus.let-go', { n: chosen.length })}
      </button>
      <p className="muted small centred">
        {say('web.focus.undo')} <kbd>u</kbd>
      </p>
    </aside>
  )
}
