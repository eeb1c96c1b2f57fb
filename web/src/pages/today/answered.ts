// Steps answered in this visit: done, later or skipped; shown at once, and taken back where the
// server does not have them.
import { useState } from 'react'
import { record } from '../../api/record'
import type { Step } from '../../api/types'
import { inAWeek, say } from '../../words'

export type Answered = 'done' | 'later' | 'skip'

/** "Done: Ada". */
export function answeredWords(what: Answered, name: string): string {
  if (what === 'done') return say('web.step.told-done', { name })
  return what === 'later'
    ? say('web.step.told-later', { name })
    : say('web.step.told-skip', { name })
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
    const told = answeredWords(what, step.person.name)
    void record({ path: '/plan/{step}', parts: { step: step.key }, body, told, show })
  }
  return { answered, answer }
}
