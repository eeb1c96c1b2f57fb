// One row of the list; a quiet bar while its person is on the way.
import { memo } from 'react'
import type { Person } from '../../api/types'
import { Lamps } from '../../kit/lamps'
import { Mark, PersonLink } from '../../kit/mark'
import { day, role, say, standingWord } from '../../words'
import type { Column } from './columns'

interface RowProps {
  person: Person | undefined
  index: number
  at: boolean
  selected: boolean
  columns: Column[]
  onToggle: (person: Person) => void
}

export const PersonRow = memo(Row, (a, b) => {
  const same = a.person === b.person && a.at === b.at && a.selected === b.selected
  return same && a.index === b.index && a.columns === b.columns
})

function Row({ person, index, at, selected, columns, onToggle }: RowProps) {
  const has = (column: Column) => columns.includes(column)
  const face = `row ${selected ? 'sel' : ''} ${at ? 'at' : ''}`
  if (!person) {
    return (
      <div className={face} role="row" aria-rowindex={index + 2}>
        <span role="cell" />
        <span role="cell" className="coming" aria-label={say('web.state.loading')} />
      </div>
    )
  }
  return (
    <div className={face} role="row" aria-rowindex={index + 2}>
      <span role="cell">
        <input
          type="checkbox"
          aria-label={say('web.people.select', { name: person.name })}
          checked={selected}
          onChange={() => onToggle(person)}
        />
      </span>
      <span role="cell" className="nm">
        <Mark person={person} size="sm" />
        <span className="names">
          <PersonLink person={person} />
          <small>{role(person)}</small>
        </span>
      </span>
      {has('city') && (
        <span role="cell" className="hide-s cut">
          {person.city}
        </span>
      )}
      {has('rung') && (
        <span role="cell" className="rg">
          {standingWord(person)}
        </span>
      )}
      {has('lamps') && (
        <span role="cell" className="lm">
          <Lamps facts={person.facts} columns />
        </span>
      )}
      {has('strength') && (
        <span role="cell" className="num hide-s">
          <span className="bar" aria-hidden="true">
            <b style={{ width: `${person.strength}%` }} />
          </span>
          {Math.round(person.strength)}
        </span>
      )}
      {has('recent') && (
        <span role="cell" className="num last">
          {person.last_two_way ? (
            day(person.last_two_way)
          ) : (
            <span className="sr">{say('web.people.never')}</span>
          )}
        </span>
      )}
    </div>
  )
}
