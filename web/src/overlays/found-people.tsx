// People found by a few letters, as lines of a list to choose from; the first is the one that Enter takes.
import { Combobox, type useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '../api/queries'
import type { Person } from '../api/types'
import { Mark } from '../kit/mark'
import { role } from '../words'

export function useFoundPeople(q: string, combobox: ReturnType<typeof useCombobox>) {
  const some = q.trim() !== ''
  const found = useQuery({
    ...ask('/people', { query: { q, limit: 8 } }),
    enabled: some,
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    combobox.selectFirstOption()
    // Whenever the list changes.
  }, [q, found.data])
  return { people: some ? (found.data?.people ?? []) : [], isFetching: found.isFetching }
}

interface FoundPeopleProps {
  people: Person[]
  /** What is taken when one is chosen. */
  value: (person: Person) => string
}

export const FoundPeople = ({ people, value }: FoundPeopleProps) =>
  people.map((person) => (
    <Combobox.Option key={person.id} value={value(person)}>
      <span className="foundline">
        <Mark person={person} size="sm" />
        {person.name}
        <small>{role(person)}</small>
      </span>
    </Combobox.Option>
  ))
