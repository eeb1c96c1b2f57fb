// A field that finds one person by a few letters; needs <Mantine> around it.
import { Combobox, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { Person } from '../api/types'
import { FoundPeople, useFoundPeople } from './found-people'
import { say } from '../words'

interface PersonPickerProps {
  label: string
  placeholder?: string
  autoFocus?: boolean
  /** Stays empty after picking, to pick another. */
  onPick: (person: Person) => void
}

export function PersonPicker({ label, placeholder, autoFocus, onPick }: PersonPickerProps) {
  const [q, setQ] = useState('')
  const combobox = useCombobox()
  const { people } = useFoundPeople(q, combobox)
  const take = (id: string) => {
    const person = people.find((one) => one.id === id)
    if (!person) return
    setQ('')
    combobox.closeDropdown()
    onPick(person)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={take} transitionProps={{ duration: 120 }}>
      <Combobox.Target>
        <input
          className="field"
          aria-label={label}
          placeholder={placeholder ?? say('web.pick.placeholder')}
          data-autofocus={autoFocus}
          value={q}
          onChange={(event) => {
            setQ(event.target.value)
            combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault() // not the form
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={people.length === 0}>
        <Combobox.Options aria-label={label}>
          <FoundPeople people={people} value={(person) => person.id} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
