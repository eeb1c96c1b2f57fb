// Steps answered in this visit: done, later or skipped; shown at once, and taken back where the
// server does not have them.
import { useState } from 'react'
import { say } from '../../api/say'
import type { Step } from '../../api/types'
import { inAWeek } from '../../words'

export type Answered = 'done' | 'later' | 'skip'

export const words: Record<Answered, string> = {
  done: 'Done',
  later: 'Later',
  skip: 'Skipped',
}

export interface Closed {
  step: Step
  what: Answered
}

/** Steps answered in this visit stay as one quiet line where they were. */
export function useAnswered() {
  const [answered, setAnswered] = useState<Closed[]>([])
  const forget = (key: string) => setAnswered((all) => all.filter((one) => one.step.key !== key))
  const answer = (step: Step, what: Answered) => {
    const show = () => {
      setAnswered((all) => [...all, { step, what }])
      return () => forget(step.key)
    }
    const body = what === 'later' ? { answer: what, until: inAWeek() } : { answer: what }
    const told = `${words[what]}: ${step.person.name}.`
    void say({ path: '/plan/{step}', parts: { step: step.key }, body, told, show })
  }
  return { answered, answer }
}
