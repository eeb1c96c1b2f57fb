// The main thing to do for a step: a letter to open in mail, a page to open, a piece to send.
import { askAnew, useIntroductions } from '../../api/queries'
import { send } from '../../api/client'
import { takeBack } from '../../api/say'
import type { Draft, Step } from '../../api/types'
import { useDraft } from '../../kit/draft'
import { mailto, openMail, webLink } from '../../kit/links'
import { personTo } from '../../kit/mark'
import { go } from '../../kit/router'
import { tell, tellProblem } from '../../kit/told'
import { given, topicNumber } from '../../words'

const subjectOf = (step: Step) => {
  const note = step.evidence?.note
  if (!note || (step.topic !== 'owed' && step.topic !== 'dropped')) return ''
  return /^(re|aw|sv|antw):/i.test(note) ? note : `Re: ${note}`
}

function letter(step: Step): Draft | null {
  const to = step.person.email
  if (!to) return null
  return { to, subject: subjectOf(step), body: `Hi ${given(step.person.name)},\n\n` }
}

/** Sends nothing: the piece is noted as sent, and the letter opens in the mail program. */
async function sharePiece(piece: number, step: Step) {
  try {
    const answer = await send('POST', '/pieces/{n}/share', {
      parts: { n: piece },
      body: { persons: [step.person.id] },
    })
    const draft = answer.letters[0]?.draft
    if (draft?.to) openMail(draft)
    tell(`Noted as sent: ${step.person.name}.`, () => takeBack(answer.change))
    void askAnew()
  } catch (error) {
    tellProblem(error)
  }
}

interface Act {
  words: string
  href: string | null
  /** Opens in a tab of its own. */
  away: boolean
  run: () => void
  draft: Draft | null
  write: (body: string) => void
}

export function useStepAct(step: Step, now: boolean): Act {
  const introduces = step.topic === 'introduction'
  const introductions = useIntroductions(introduces)
  const introduction = introductions.data?.introductions.find(
    (one) =>
      one.draft !== null && [one.first.id, one.second.id].includes(step.person.id) && introduces,
  )
  const start = introduction?.draft ?? letter(step)
  const { draft, write } = useDraft(step.key, start)
  const piece = topicNumber(step, 'piece')
  const none = { href: null, away: false, draft: null, write, run: () => go(personTo(step.person)) }

  if (step.topic === 'how-did-it-go') {
    return { ...none, words: 'Say how', run: () => go('/meet') }
  }
  if (piece !== null) {
    return { ...none, words: 'Write the letter', run: () => void sharePiece(piece, step) }
  }
  if (draft) {
    return { ...none, words: 'Open in mail', href: mailto(draft), draft: now ? draft : null }
  }
  const profile = webLink(step.person.linkedin)
  if (profile) return { ...none, words: 'Open LinkedIn', href: profile, away: true }
  return { ...none, words: `Open ${given(step.person.name)}’s page` }
}
