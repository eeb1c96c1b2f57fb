// The main thing to do for a step: its letter to open in mail, else a page to open.
import type { Draft, Step } from '../../api/types'
import { useDraft } from '../../kit/draft'
import { mailto, webLink } from '../../kit/links'
import { personTo } from '../../kit/mark'
import { go } from '../../kit/router'
import { given, say } from '../../words'

interface Act {
  words: string
  href: string | null
  /** Opens in a tab of its own. */
  away: boolean
  run: () => void
  draft: Draft | null
  write: (body: string) => void
  /** Where else it could be done: times to meet, from the owner's calendar. */
  beside: { words: string; to: string } | null
}

export function useStepAct(step: Step, now: boolean): Act {
  const { draft, write } = useDraft(step.key, step.draft)
  const profile = webLink(step.person.linkedin)
  const other = {
    away: false,
    run: () => go(personTo(step.person)),
    draft: now ? draft : null,
    write,
    beside:
      step.play === 'meet'
        ? { words: say('web.step.propose'), to: `/meet?with=${encodeURIComponent(step.person.id)}` }
        : null,
  }
  if (step.topic === 'how-did-it-go') {
    const run = () => go(`/meet?how=${encodeURIComponent(step.person.id)}`)
    return { ...other, words: say('web.step.say-how'), href: null, run, draft: null, beside: null }
  }
  if (draft?.to) return { ...other, words: say('web.act.open-mail'), href: mailto(draft) }
  if (profile) return { ...other, words: say('web.step.open-linkedin'), href: profile, away: true }
  return {
    ...other,
    words: say('web.step.open-page', { name: given(step.person.name) }),
    href: null,
  }
}
