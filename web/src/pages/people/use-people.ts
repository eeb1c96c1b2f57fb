// The people of a filter, in windows: only those windows are asked for that come into view.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../api/queries'
import type { Person } from '../../api/types'
import { type Filter, asParams } from './filters'

const first = 40
const further = 250

/** Which windows after the first hold the rows from `from` to before `to`. */
function windows(from: number, to: number, total: number): number[] {
  const last = Math.min(to, total) - 1
  if (last < first) return []
  const a = Math.max(0, Math.floor((from - first) / further))
  const b = Math.floor((last - first) / further)
  return Array.from({ length: b - a + 1 }, (_, i) => first + (a + i) * further)
}

export interface People {
  total: number | null
  at: (index: number) => Person | undefined
  /** How many are here without a gap from the top: what a key can move through. */
  loaded: Person[]
  error: unknown
  /** What is shown answers the question before this one. */
  stale: boolean
  /** The rows are here: what else there is to ask about them may follow. */
  settled: boolean
  retry: () => void
}

export function usePeople(filter: Filter, view: { from: number; to: number }): People {
  const query = asParams(filter)
  const head = useQuery({
    ...ask('/people', { query: { ...query, limit: first } }),
    placeholderData: keepPreviousData,
  })
  const total = head.data?.total ?? 0
  const starts = head.isPlaceholderData ? [] : windows(view.from, view.to, total)
  const rest = useQueries({
    queries: starts.map((start) =>
      ask('/people', { query: { ...query, limit: further, cursor: start } }),
    ),
  })
  const pages = rest.map((one) => one.data)
  const loaded = useMemo(() => head.data?.people ?? [], [head.data])
  const at = (index: number): Person | undefined => {
    if (index < first) return loaded[index]
    const which = starts.findIndex((start) => index >= start && index < start + further)
    const start = starts[which]
    return start === undefined ? undefined : pages[which]?.people[index - start]
  }
  return {
    total: head.data ? total : null,
    at,
    loaded,
    error: head.data ? null : head.error,
    stale: head.isPlaceholderData,
    settled: head.isSuccess && !head.isFetching,
    retry: () => void head.refetch(),
  }
}
