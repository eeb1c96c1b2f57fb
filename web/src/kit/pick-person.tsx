// Chooses one person: a field that finds, then the chosen one as a chip that can be taken away.
import type { PersonRef } from '../api/types'
import { Later } from './later'
import { lazily } from './lazily'
import { Mark } from './mark'
import { say } from '../words'

const LonePicker = lazily(() => import('../overlays/lone-picker'))

interface PickPersonProps {
  label: string
  placeholder?: string
  person: PersonRef | null
  onPick: (person: PersonRef | null) => void
}

export function PickPerson({ label, placeholder, person, onPick }: PickPersonProps) {
  if (person) {
    return (
      <button
        className="chip picked"
        aria-label={say('web.pick.another', { label, name: person.name })}
        onClick={() => onPick(null)}
      >
        <Mark person={person} />
        {person.name} ×
      </button>
    )
  }
  return (
    <Later meanwhile={<span className="field" />}>
      <LonePicker label={label} placeholder={placeholder ?? label} onPick={onPick} />
    </Later>
  )
}
