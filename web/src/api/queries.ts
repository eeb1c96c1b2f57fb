// What pages ask of the server, one hook a question.
import { QueryClient, keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  type AnswerTo,
  type PathOf,
  Problem,
  type Request,
  type Rest,
  address,
  getAt,
} from './client'

/** Answers stay fresh until the server says that something changed (live.ts). */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof Problem && error.status === 0 && count < 2,
      retryDelay: 400,
    },
  },
})

export interface Ask<T> {
  queryKey: [string]
  queryFn: (context: { signal: AbortSignal }) => Promise<T>
}

/** The address is the key: one address, one answer. */
export function ask<P extends PathOf<'GET'>>(
  path: P,
  ...[request]: Rest<'GET', P>
): Ask<AnswerTo<'GET', P>> {
  const full = address(path, request)
  return { queryKey: [full], queryFn: ({ signal }) => getAt(full, signal) }
}

/** Everything shown is asked for anew, but for the quarter, which would take seconds each time. */
export const askAnew = () =>
  client.invalidateQueries({ predicate: (one) => one.queryKey[0] !== quarter.queryKey[0] })

/** The quarter too: an import tells of the past. */
export const askAllAnew = () => client.invalidateQueries()

const quarter = ask('/report', { query: { quarters: 1 } })
const tenMinutes = 10 * 60_000

/** How the quarter began, and what has become of it since; asked for after the rest. */
export function useQuarter(enabled: boolean) {
  const report = useQuery({ ...quarter, enabled, staleTime: tenMinutes, gcTime: tenMinutes }).data
  const [then, now] = report?.quarters ?? []
  return then && now ? { then, joined: now.joined } : null
}

export const useStatus = () => useQuery(ask('/status'))

/** For the minutes of the whole day: what was done today has used up some of them. */
export const usePlan = (minutes: number) =>
  useQuery({
    ...ask('/plan', { query: { minutes, of: 'day' } }),
    placeholderData: keepPreviousData,
  })

export const usePerson = (id: string, enabled = true) =>
  useQuery({ ...ask('/people/{person}', { parts: { person: id } }), enabled })

export const useBrief = (id: string) =>
  useQuery(ask('/people/{person}/brief', { parts: { person: id } }))

export const usePath = (to: string) =>
  useQuery({ ...ask('/paths', { query: { to } }), enabled: to !== '', retry: false })

export const useFacets = (query: Request<'GET', '/people/facets'>['query'], enabled: boolean) =>
  useQuery({ ...ask('/people/facets', { query }), enabled, placeholderData: keepPreviousData })

export const useTriage = (limit = 10) => useQuery(ask('/triage', { query: { limit } }))

export const useReview = (limit = 50) => useQuery(ask('/review', { query: { limit } }))

export const useReport = () => useQuery(ask('/report'))

export const useSources = () => useQuery(ask('/sources'))

/** The kinds of file that were read and not taken back. */
export function useKindsRead(): Set<string | null> | null {
  const sources = useSources().data
  if (!sources) return null
  const live = sources.imports.filter((one) => one.live)
  return new Set(live.flatMap((one) => one.files.map((file) => file.kind)))
}

export const useHistory = (limit: number) => useQuery(ask('/history', { query: { limit } }))

/** Whoever has signed in since is there too, whatever has changed otherwise. */
export const useSessions = () => useQuery({ ...ask('/sessions'), staleTime: 0 })

export const useOffers = () => useQuery(ask('/offers'))

export const useNeeds = () => useQuery(ask('/needs'))

export const useIntroductions = (enabled = true) => useQuery({ ...ask('/introductions'), enabled })

export const useInvitations = () => useQuery(ask('/invitations'))

export const useFavours = () => useQuery(ask('/favours'))

export const usePieces = () => useQuery(ask('/pieces'))

export const useMarkets = () => useQuery(ask('/markets'))

export const useMap = () => useQuery(ask('/map'))
