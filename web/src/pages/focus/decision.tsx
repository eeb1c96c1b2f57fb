// What letting go does, before and after side by side, and the one button.
import { useStatus } from '../../api/queries'
import { say } from '../../api/say'
import type { LetGo } from '../../api/types'
import { CircleBefore } from '../../pictures/before'
import { num, people, share } from '../../words'

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
    ['people you keep in view', num(all), num(all - chosen.length)],
    ['who know each other, in pairs', num(before.acquaintances), num(after.acquaintances)],
  ]
  if (status) {
    rows.splice(1, 0, ['network', num(status.network), num(status.network)])
    rows.splice(2, 0, ['one step away', num(status.one_step_away), num(status.one_step_away)])
  }
  const letGo = () =>
    void say({
      path: '/people/rule',
      body: { verb: 'let-go', persons: chosen },
      told: `Let go: ${people(chosen.length)}.`,
    })
  return (
    <aside className="decision" aria-label="What letting go does">
      <h2 className="h">What it does</h2>
      <div className="before">
        <figure>
          <CircleBefore network={status?.network ?? 0} others={before.people} of={before.people} />
          <figcaption>
            <b>{share(before.transitivity)}</b>cohesion now
          </figcaption>
        </figure>
        <figure>
          <CircleBefore network={status?.network ?? 0} others={after.people} of={before.people} />
          <figcaption>
            <b>{share(after.transitivity)}</b>cohesion after
          </figcaption>
        </figure>
      </div>
      <p className="small">
        Where one person knows two others, those two know each other in{' '}
        {num(hundred(before.transitivity))} cases of 100 now, in{' '}
        {num(hundred(after.transitivity))} after.
        {cohesionFalls(proposals) &&
          ' Some of these know each other, so cohesion falls; fewer cost less.'}
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
        Let {num(chosen.length)} go
      </button>
      <p className="muted small centred">
        You can take it back, today or in a year. <kbd>u</kbd>
      </p>
    </aside>
  )
}
