// Where the owner stands with somebody, in full sentences, from what is known and nothing else.
import type { Show } from '../../api/types'
import { given, inHundred, num, times } from '../../words'

function talked({ counts, facts }: Show): string {
  const spoken = counts.met + counts.called
  const bothWays = counts.wrote_in > 0 && counts.wrote_out > 0
  const wrote = bothWays
    ? 'You have written both ways'
    : counts.wrote_out > 0
      ? 'You have written, without an answer so far'
      : counts.wrote_in > 0
        ? 'There was mail to you, and none from you'
        : 'No letter has gone either way'
  const met =
    spoken > 0
      ? `${bothWays ? ' and' : '; you have'} spoken ${times(spoken)}`
      : facts.meet === 'unknown'
        ? '; whether you ever spoke no file tells'
        : '; you have not spoken yet'
  return wrote + met
}

function helped({ counts, facts }: Show): string {
  if (counts.help_in > 0 && counts.help_out > 0) return 'help has flowed both ways'
  if (counts.help_in > 0) return 'help has come to you'
  if (counts.help_out > 0) return 'help has gone out from you'
  return facts.help === 'unknown' ? 'whether help flowed no file tells' : 'no help has flowed yet'
}

export function standingWords(person: Show): { kind: string; marked: string | null; rest: string } {
  const kind = person.organisation
    ? 'an organisation, not a person'
    : person.standing === 'network'
      ? person.rung === 'advocate'
        ? 'your network, and an advocate'
        : 'your network'
      : 'a contact'
  const marked = person.let_go
    ? 'let go'
    : person.exempt
      ? 'exempt'
      : person.quiet
        ? 'gone quiet'
        : person.one_step_away
          ? 'one step away'
          : null
  return { kind, marked, rest: `${talked(person)}; ${helped(person)}.` }
}

export function strengthWords(person: Show): string {
  const change = person.strength - person.strength_before
  const course = change > 1.5 ? ', growing' : change < -1.5 ? ', fading' : ''
  const chance = person.exchange_chance
  const likely =
    chance > 0
      ? ` An exchange within 90 days is ${chance >= 0.5 ? 'likely' : 'not likely'}, ${inHundred(chance)}.`
      : ''
  return `Strength ${num(Math.round(person.strength))}${course}.${likely}`
}

export const answers: Record<string, string> = {
  yes: 'yes, without hesitation',
  hesitate: 'I hesitate',
  no: 'no',
  stranger: 'does not know me',
}

export function answerWords(person: Show): string | null {
  if (!person.answer) return null
  return `You said of referring ${given(person.name)}: ${answers[person.answer] ?? person.answer}.`
}
