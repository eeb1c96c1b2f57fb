// A field that finds one person by a few letters; needs <Mantine> around it.
import { Combobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../api/queries'
import type { Person } from '../api/types'
import { Mark } from '../kit/mark'
import { role } from '../words'

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
  const found = useQuery({
    ...ask('/people', { query: { q, limit: 8 } }),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const people = q.trim() === '' ? [] : (found.data?.people ?? [])
  useEffect(() => {
    // Whenever the list changes, the first line is the one that Enter takes.
    combobox.selectFirstOption()
  }, [found.data, q])
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
          placeholder={placeholder ?? 'A name, a company'}
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
          {people.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <span className="foundline">
                <Mark person={person} size="sm" />
                {person.name}
                <small>{role(person)}</small>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
