// Today: the sentence about the owner's people, the plan for the minutes at hand, the two circles.
import { usePlan, useStatus } from '../../api/queries'
import type { Status, Step } from '../../api/types'
import { Seg } from '../../kit/seg'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'
import { longDay, rich, say, spelled, spelledSmall } from '../../words'
import { Moves } from './moves'
import { useAnswered } from './answered'
import { Plan } from './plan'

/** Once some are done today, the head tells what is left rather than what there is. */
function planHead(steps: number, minutes: number, begun: boolean): string {
  const many = spelled(steps)
  if (begun) return say('web.today.left', { n: steps, many })
  return say('web.today.plan-for', { n: steps, many, minutes: String(minutes) })
}

function Headline({ status }: { status: Status }) {
  const { people, network, one_step_away: near } = status
  return (
    <>
      <p className="kicker">{longDay(status.today)}</p>
      <h1 className="headline">
        <span className="b">
          {rich('web.today.know', {
            n: people,
            big: (parts) => <span className="big">{parts}</span>,
          })}
        </span>{' '}
        <span className="b">
          {rich('web.today.are-network', {
            n: network,
            big: (parts) => <span className="big net">{parts}</span>,
          })}
        </span>{' '}
        <span className="b">
          {rich('web.today.are-one-step', {
            n: near,
            big: (parts) => <span className="big con">{parts}</span>,
          })}
        </span>
      </h1>
    </>
  )
}

export default function Today() {
  useTitle(say('web.page.today'))
  const asked = Number(useSearch().get('minutes'))
  const minutes = [15, 30, 60].includes(asked) ? asked : 30
  const status = useStatus()
  const plan = usePlan(minutes)
  const { answered, answer } = useAnswered()
  const closed = new Set(answered.map((one) => one.step.key))
  const steps = plan.data?.steps.filter((step) => !closed.has(step.key)) ?? []
  const done = plan.data?.done
  const begun = (done?.steps ?? 0) > 0 || answered.some((one) => one.what === 'done')
  const owes = (step: Step) => step.topic === 'owed' && step.urgency === 2
  const notOwed = steps.findIndex((step) => !owes(step))
  const owed = notOwed < 0 ? steps.length : notOwed
  const giving = steps.filter((step) => step.gives).length

  const summary = [
    done &&
      done.steps > 0 &&
      say('web.today.done', {
        many: spelled(done.steps),
        minutes: done.minutes,
      }),
    owed > 0 && say('web.today.owed', { many: spelled(owed), n: owed }),
    giving > 0 &&
      steps.length > 1 &&
      (giving === steps.length
        ? say('web.today.all-giving', { n: giving })
        : say('web.today.some-giving', {
            many: spelled(giving),
            all: spelledSmall(steps.length),
            n: giving,
          })),
  ].filter(Boolean)
  return (
    <>
      <Answer of={status} lines={2}>
        {(known) => <Headline status={known} />}
      </Answer>
      <div className="today">
        <section aria-labelledby="plan">
          <div className="planbar">
            <div>
              <h2 className="h" id="plan">
                {plan.data === undefined
                  ? say('web.today.plan')
                  : planHead(steps.length, minutes, begun)}
              </h2>
              <p>{summary.join(' ')}</p>
            </div>
            <Seg
              label={say('web.today.minutes')}
              value={minutes}
              options={[15, 30, 60].map((n) => ({
                value: n,
                words: n === minutes ? say('web.step.minutes', { n }) : `${n}`,
              }))}
              onChoose={(n) => setSearch({ minutes: n === 30 ? null : String(n) })}
            />
          </div>
          <Answer of={plan} lines={9}>
            {(known) => <Plan plan={known} minutes={minutes} answered={answered} answer={answer} />}
          </Answer>
        </section>
        {status.data && <Moves status={status.data} planned={!plan.isPending} />}
      </div>
    </>
  )
}
