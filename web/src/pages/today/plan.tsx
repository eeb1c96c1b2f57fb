// The plan: one step in hand, the others in order; every answer shows at once and can be taken back.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Plan as PlanShape, Step } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { setSearch } from '../../kit/router'
import { Empty } from '../../kit/states'
import { takeBackNewest } from '../../kit/told'
import { type Answered, type Closed, answeredWords } from './answered'
import { StepCard } from './step'
import { rich, say } from '../../words'

interface PlanProps {
  plan: PlanShape
  minutes: number
  answered: Closed[]
  answer: (step: Step, what: Answered) => void
}

export function Plan({ plan, minutes, answered, answer }: PlanProps) {
  const [inHand, setInHand] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const closed = new Set(answered.map((one) => one.step.key))
  const steps = plan.steps.filter((step) => !closed.has(step.key))
  const at = Math.max(
    0,
    steps.findIndex((step) => step.key === inHand),
  )
  const now = steps[at]

  const move = (to: number) => {
    const next = steps[Math.min(Math.max(to, 0), steps.length - 1)]
    if (!next) return
    setInHand(next.key)
    const card = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
  const close = (what: Answered) => {
    if (!now) return
    setInHand(steps[at + 1]?.key ?? steps[at - 1]?.key ?? null)
    answer(now, what)
  }
  const main = () => list.current?.querySelector<HTMLElement>('.step.now .btn.primary')?.click()

  useKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    d: () => close('done'),
    l: () => close('later'),
    s: () => close('skip'),
    Enter: main,
  })
  useEffect(() => {
    if (inHand === null && steps[0]) setInHand(steps[0].key)
  }, [inHand, steps])

  const longer = (parts: ReactNode[]) => (
    <button className="linkish" onClick={() => setSearch({ minutes: '60' })}>
      {parts}
    </button>
  )
  const short = minutes < 60 ? 'yes' : 'no'
  return (
    <>
      {answered.length > 0 && (
        <ul className="closedlines" aria-label={say('web.today.answered')}>
          {answered.map(({ step, what }) => (
            <li key={step.key}>
              {answeredWords(what, step.person.name)}
              {!plan.steps.some((one) => one.key === step.key) &&
                what === answered.at(-1)?.what && (
                  <button className="linkish" onClick={() => takeBackNewest()}>
                    {say('web.line.take-back')}
                  </button>
                )}
            </li>
          ))}
        </ul>
      )}
      {steps.length === 0 ? (
        <Empty
          words={plan.done.steps > 0 ? say('web.today.that-was') : say('web.today.nothing-more')}
        >
          <p>{rich('web.today.if-time', { short, longer })}</p>
        </Empty>
      ) : (
        <ol ref={list}>
          {steps.map((step) => (
            <StepCard
              key={step.key}
              step={step}
              now={step === now}
              onTake={() => setInHand(step.key)}
              onAnswer={(what) => answer(step, what)}
            />
          ))}
        </ol>
      )}
      {steps.length > 0 && (
        <p className="aside-note">{rich('web.today.that-is', { short, longer })}</p>
      )}
    </>
  )
}
