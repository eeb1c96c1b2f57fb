// Where the owner stands with somebody, in full sentences, from what is known and nothing else.
import type { Show } from '../../api/types'
import { given, inHundred, say, times } from '../../words'

function talked({ counts, facts }: Show): string {
  const spoken = counts.met + counts.called
  const wrote =
    counts.wrote_out > 0
      ? counts.wrote_in > 0
        ? 'both'
        : 'out'
      : counts.wrote_in > 0
        ? 'in'
        : 'none'
  const met = spoken > 0 ? 'yes' : facts.meet === 'unknown' ? 'unknown' : 'no'
  return say('web.standing.talked', { wrote, met, times: spoken > 0 ? times(spoken) : '' })
}

function helped({ counts, facts }: Show): string {
  if (counts.help_in > 0 && counts.help_out > 0) return say('web.standing.help-both')
  if (counts.help_in > 0) return say('web.standing.help-in')
  if (counts.help_out > 0) return say('web.standing.help-out')
  return facts.help === 'unknown' ? say('web.standing.help-unknown') : say('web.standing.help-none')
}

export function standingWords(person: Show): { kind: string; marked: string | null; rest: string } {
  const kind = person.organisation
    ? say('web.standing.kind-organisation')
    : person.standing === 'network'
      ? person.rung === 'advocate'
        ? say('web.standing.kind-advocate')
        : say('web.standing.kind-network')
      : say('web.standing.kind-contact')
  const marked = person.let_go
    ? say('web.standing.let-go')
    : person.exempt
      ? say('web.standing.exempt')
      : person.quiet
        ? say('web.standing.gone-quiet')
        : person.one_step_away
          ? say('web.standing.one-step')
          : null
  return {
    kind,
    marked,
    rest: say('web.standing.rest', { talked: talked(person), helped: helped(person) }),
  }
}

export function strengthWords(person: Show): string {
  const change = person.strength - person.strength_before
  const course = change > 1.5 ? 'growing' : change < -1.5 ? 'fading' : 'level'
  const strength = say('web.standing.strength', { course, n: Math.round(person.strength) })
  const chance = person.exchange_chance
  if (chance <= 0) return strength
  const likely = say('web.standing.exchange', {
    likely: chance >= 0.5 ? 'yes' : 'no',
    share: inHundred(chance),
  })
  return `${strength} ${likely}`
}

export const answers: Record<string, string> = {
  yes: say('web.refer.word-yes'),
  hesitate: say('web.refer.hesitate'),
  no: say('web.refer.word-no'),
  stranger: say('web.refer.word-stranger'),
}

export function answerWords(person: Show): string | null {
  if (!person.answer) return null
  return say('web.refer.said', {
    name: given(person.name),
    answer: answers[person.answer] ?? person.answer,
  })
}
