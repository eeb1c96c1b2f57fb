// The filter of People: it lives in the address bar, and is what the server is asked with.
import { rungOrder, rungs, factNames } from '../../words'

export type Sort = 'strength' | 'name' | 'recent' | 'rung'

export interface Filter {
  q: string
  standing: string
  rung: string
  missing: string
  market: string
  one_step: boolean
  quiet: boolean
  let_go: boolean
  organisations: boolean
  sort: Sort
}

const sorts: Sort[] = ['strength', 'name', 'recent', 'rung']

export function readFilter(query: URLSearchParams): Filter {
  const text = (name: string) => query.get(name) ?? ''
  const flag = (name: string) => query.get(name) === '1'
  return {
    q: text('q'),
    standing: text('standing'),
    rung: text('rung'),
    missing: text('missing'),
    market: text('market'),
    one_step: flag('one_step'),
    quiet: flag('quiet'),
    let_go: flag('let_go'),
    organisations: flag('organisations'),
    sort: sorts.find((one) => one === query.get('sort')) ?? 'strength',
  }
}

export const asParams = ({ sort, ...rest }: Filter) => ({
  ...rest,
  sort: sort === 'strength' ? '' : sort,
})

/** The facets are counted whatever the order, and for every market. */
export const asFacetParams = ({ sort: _sort, market: _market, ...rest }: Filter) => rest

export interface FacetOption {
  name: string
  value: string
  words: string
}

/** What can be ticked in one block; only one at a time in each, as the server has it. */
export const facetBlocks: { title: string; options: FacetOption[] }[] = [
  {
    title: 'Standing',
    options: ['network', 'contact'].map((value) => ({ name: 'standing', value, words: value })),
  },
  {
    title: 'Rung',
    options: rungOrder.map((value) => ({ name: 'rung', value, words: rungs[value] })),
  },
  {
    title: 'Missing',
    options: factNames.map((value) => ({ name: 'missing', value, words: value })),
  },
  {
    title: 'Moving',
    options: [
      { name: 'one_step', value: '1', words: 'one step away' },
      { name: 'quiet', value: '1', words: 'gone quiet' },
    ],
  },
]

export interface View {
  name: string
  query: string
}

export const builtIn: View[] = [
  { name: 'Everybody', query: '' },
  { name: 'Network', query: 'standing=network' },
  { name: 'One step away', query: 'one_step=1' },
  { name: 'Gone quiet', query: 'quiet=1' },
  { name: 'Let go', query: 'let_go=1' },
]

/** The same filter, whatever the order in which it was put together. */
export function canonical(query: URLSearchParams | string): string {
  const sorted = new URLSearchParams(query)
  sorted.sort()
  return sorted.toString()
}
