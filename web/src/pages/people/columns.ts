// The columns of the list that can be shown or not.

export type Column = 'city' | 'rung' | 'lamps' | 'strength' | 'recent'

export const allColumns: Column[] = ['city', 'rung', 'lamps', 'strength', 'recent']

export const columnNames: Record<Column, string> = {
  city: 'City',
  rung: 'Rung',
  lamps: 'Talk, meet, help',
  strength: 'Strength',
  recent: 'Last both ways',
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
