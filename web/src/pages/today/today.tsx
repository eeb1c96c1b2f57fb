// Today: the sentence about the owner's people, the plan for the minutes at hand, the two circles.
import { usePlan, useStatus } from '../../api/queries'
import type { Status, Step } from '../../api/types'
import { Seg } from '../../kit/seg'
import { setSearch, useSearch, useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'
import { count, longDay, num, spelled, spelledSmall } from '../../words'
import { Moves } from './moves'
import { useAnswered } from './answered'
import { Plan } from './plan'

const spans: Record<number, string> = {
  15: 'a quarter of an hour',
  30: 'the next half hour',
  60: 'the next hour',
}

/** Once some are done today, the head tells what is left rather than what there is. */
function planHead(steps: number, minutes: number, begun: boolean): string {
  if (steps === 0) return begun ? 'Done for today' : `Nothing for ${spans[minutes]}`
  const words = `${spelled(steps)} ${steps === 1 ? 'step' : 'steps'}`
  return begun ? `${words} left` : `${words} for ${spans[minutes]}`
}

function Headline({ status }: { status: Status }) {
  const { people, network, one_step_away: near } = status
  return (
    <>
      <p className="kicker">{longDay(status.today)}</p>
      <h1 className="headline">
        <span className="b">
          You know <span className="big">{num(people)}</span> {people === 1 ? 'person' : 'people'}.
        </span>{' '}
        <span className="b">
          <span className="big net">{num(network)}</span> {network === 1 ? 'is' : 'are'} your
          network.
        </span>{' '}
        <span className="b">
          <span className="big con">{num(near)}</span> {near === 1 ? 'is' : 'are'} one step away.
        </span>
      </h1>
    </>
  )
}

export default function Today() {
  useTitle('Today')
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
    done && done.steps > 0 && `${spelled(done.steps)} done today, about ${count(done.minutes, 'minute')}.`,
    owed > 0 && `${spelled(owed)} owed ${owed === 1 ? 'answer' : 'answers'} first.`,
    giving > 0 &&
      steps.length > 1 &&
      (giving === steps.length
        ? `${giving === 2 ? 'Both' : 'All'} are for giving.`
        : `${spelled(giving)} of the ${spelledSmall(steps.length)} ${giving === 1 ? 'is' : 'are'} for giving.`),
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
                  ? 'The plan'
                  : planHead(steps.length, minutes, begun)}
              </h2>
              <p>{summary.join(' ')}</p>
            </div>
            <Seg
              label="Minutes you have"
              value={minutes}
              options={[15, 30, 60].map((n) => ({
                value: n,
                words: n === minutes ? `${n} min` : `${n}`,
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
