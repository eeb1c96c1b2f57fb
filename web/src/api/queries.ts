// What pages ask of the server, one hook a question.
import { QueryClient, keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Params, Problem, address, get } from './client'
import type * as Api from './types'

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
export function ask<T>(path: string, params?: Params): Ask<T> {
  const full = address(path, params)
  return { queryKey: [full], queryFn: ({ signal }) => get<T>(full, signal) }
}

export const useStatus = () => useQuery(ask<Api.Status>('/status'))

export const usePlan = (minutes: number) =>
  useQuery({ ...ask<Api.Plan>('/plan', { minutes }), placeholderData: keepPreviousData })

export const personPath = (id: string) => `/people/${encodeURIComponent(id)}`

export const usePerson = (id: string, enabled = true) =>
  useQuery({ ...ask<Api.Show>(personPath(id)), enabled })

export const useBrief = (id: string) => useQuery(ask<Api.Brief>(`${personPath(id)}/brief`))

export const usePath = (to: string) =>
  useQuery({ ...ask<Api.Path>('/paths', { to }), enabled: to !== '', retry: false })

export const useFacets = (filters: Params) =>
  useQuery({ ...ask<Api.Facets>('/people/facets', filters), placeholderData: keepPreviousData })

export const useTriage = (limit = 10) => useQuery(ask<Api.Triage>('/triage', { limit }))

export const useReview = (limit = 50) => useQuery(ask<Api.Review>('/review', { limit }))

export const useReport = () => useQuery(ask<Api.Report>('/report'))

export const useSources = () => useQuery(ask<Api.Sources>('/sources'))

/** The kinds of file that were read and not taken back. */
export function useKindsRead(): Set<string | null> | null {
  const sources = useSources().data
  if (!sources) return null
  const live = sources.imports.filter((one) => one.live)
  return new Set(live.flatMap((one) => one.files.map((file) => file.kind)))
}

export const useHistory = (limit: number) => useQuery(ask<Api.History>('/history', { limit }))

export const useOffers = () => useQuery(ask<{ offers: Api.Offer[] }>('/offers'))

export const useNeeds = () => useQuery(ask<Api.Needs>('/needs'))

export const useIntroductions = (enabled = true) =>
  useQuery({ ...ask<{ introductions: Api.Introduction[] }>('/introductions'), enabled })

export const useFavours = () => useQuery(ask<Api.Favours>('/favours'))

export const usePieces = () => useQuery(ask<{ pieces: Api.Piece[] }>('/pieces'))

export const useMarkets = () => useQuery(ask<{ markets: Api.Market[] }>('/markets'))

export const useMap = () => useQuery(ask<Api.MapPicture>('/map'))
