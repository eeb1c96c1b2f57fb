// The mark of a person: filled disc for network, warm ring gone quiet, cool ring for a contact.
import type { PersonRef } from '../api/types'
import { initials } from '../words'
import { Link } from './router'

const kind = (person: PersonRef) => {
  if (person.standing === 'contact') return 'c'
  return person.quiet ? 'q' : 'n'
}

export function Mark({ person, size }: { person: PersonRef; size?: 'sm' | 'lg' }) {
  return (
    <span className={`mark ${kind(person)} ${size ?? ''}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  )
}

export const personTo = (person: { id: string }) => `/people/${encodeURIComponent(person.id)}`

interface PersonLinkProps {
  person: { id: string; name: string }
  words?: string
}

export function PersonLink({ person, words }: PersonLinkProps) {
  return <Link to={personTo(person)}>{words ?? person.name}</Link>
}

export function PersonChip({ person }: { person: PersonRef }) {
  return (
    <Link className="chip" to={personTo(person)}>
      <Mark person={person} />
      {person.name}
    </Link>
  )
}
