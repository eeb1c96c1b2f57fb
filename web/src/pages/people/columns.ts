// The columns of the list that can be shown or not, and those for which there is no room.
import { useMemo } from 'react'
import { useMedia } from '../../kit/media'
import { say } from '../../words'

export type Column = 'city' | 'rung' | 'lamps' | 'strength' | 'recent'

export const allColumns: Column[] = ['city', 'rung', 'lamps', 'strength', 'recent']

export const columnNames: Record<Column, string> = {
  city: say('web.people.city'),
  rung: say('web.people.rung'),
  lamps: say('web.people.lamps'),
  strength: say('web.people.strength'),
  recent: say('web.people.recent'),
}

/** Those of the columns that the window has room for; on a phone the rows are laid out otherwise. */
export function useRoom(columns: Column[]): Column[] {
  const noCity = useMedia('(min-width: 761px) and (max-width: 1380px)')
  const noStrength = useMedia('(min-width: 761px) and (max-width: 960px)')
  return useMemo(
    () =>
      columns.filter((one) => !(noCity && one === 'city') && !(noStrength && one === 'strength')),
    [noCity, noStrength, columns],
  )
}

const widths: Record<Column, string> = {
  city: 'minmax(0, 112px)',
  rung: '112px',
  lamps: '122px',
  strength: '104px',
  recent: '112px',
}

/** The grid that head and rows share. */
export const grid = (columns: Column[]) =>
  [
    '27px',
    'minmax(0, 1fr)',
    ...allColumns.filter((one) => columns.includes(one)).map((one) => widths[one]),
  ].join(' ')
