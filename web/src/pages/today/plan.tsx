// The plan: one step in hand, the others in order; every answer shows at once and can be taken back.
import { useEffect, useRef, useState } from 'react'
import type { Plan as PlanShape, Step } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { setSearch } from '../../kit/router'
import { Empty } from '../../kit/states'
import { takeBackNewest } from '../../kit/told'
import { type Answered, type Closed, words } from './answered'
import { StepCard } from './step'

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

  const longer = (
    <button className="linkish" onClick={() => setSearch({ minutes: '60' })}>
      {steps.length > 0 ? 'a longer one' : 'a longer plan'}
    </button>
  )
  return (
    <>
      {answered.length > 0 && (
        <ul className="closedlines" aria-label="Answered just now">
          {answered.map(({ step, what }) => (
            <li key={step.key}>
              {words[what]}: {step.person.name}
              {!plan.steps.some((one) => one.key === step.key) &&
                what === answered.at(-1)?.what && (
                  <button className="linkish" onClick={() => takeBackNewest()}>
                    Take back
                  </button>
                )}
            </li>
          ))}
        </ul>
      )}
      {steps.length === 0 ? (
        <Empty
          say={
            plan.done.steps > 0
              ? 'That was today. Tomorrow has a plan of its own.'
              : 'Nothing more for now. The plan fills by itself as days go by and files come in.'
          }
        >
          <p>
            If you have time: {minutes < 60 && <>take {longer}, </>}answer a few cards in Triage, or
            look who has gone quiet.
          </p>
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
        <p className="aside-note">
          That is the plan. Whatever is left waits without a date
          {minutes < 60 ? <>; {longer} if you have time.</> : '.'}
        </p>
      )}
    </>
  )
}
