// The filter of People: it lives in the address bar, and is what the server is asked with.
import type { Facets } from '../../api/types'
import { factNames, facts, rungOrder, rungs, say } from '../../words'

export type Sort = 'strength' | 'name' | 'recent' | 'rung'

export interface Filter {
  q: string
  standing: string[]
  rung: string[]
  missing: string[]
  market: string[]
  city: string[]
  company: string[]
  tag: string[]
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
    standing: query.getAll('standing'),
    rung: query.getAll('rung'),
    missing: query.getAll('missing'),
    market: query.getAll('market'),
    city: query.getAll('city'),
    company: query.getAll('company'),
    tag: query.getAll('tag'),
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

/** What takes people in or leaves them out, whatever their order. */
export const withoutSort = ({ sort: _, ...rest }: Filter) => rest

export interface FacetOption {
  name:
    'standing' | 'rung' | 'missing' | 'market' | 'city' | 'company' | 'tag' | 'one_step' | 'quiet'
  value: string
  words: string
  /** Who would be in the list with this tick alone in its block; null while it is not known. */
  people: number | null
}

export interface FacetBlock {
  of: FacetOption['name'] | 'moving'
  title: string
  options: FacetOption[]
}

/** What tells of where one stands with people, and of organisations nothing. */
const ofPeople: FacetBlock['of'][] = ['standing', 'rung', 'missing', 'moving']

const standings = {
  network: say('web.rung.network'),
  contact: say('web.people.contact'),
}

/** What can be ticked. Several ticks of one block take in whoever has one of them. */
export function blocksOf(counts: Facets | undefined, { organisations }: Filter): FacetBlock[] {
  const several = <V extends string>(
    name: 'standing' | 'rung' | 'missing',
    values: readonly V[],
    words: (value: V) => string,
  ): FacetOption[] =>
    values.map((value) => ({
      name,
      value,
      words: words(value),
      people: (counts?.[name] as Record<string, number> | undefined)?.[value] ?? null,
    }))
  const named = (name: 'city' | 'company' | 'tag'): FacetOption[] =>
    (counts?.[name] ?? []).map((one) => ({
      name,
      value: one.name,
      words: one.name,
      people: one.people,
    }))
  const flag = (name: 'one_step' | 'quiet', words: string): FacetOption => ({
    name,
    value: '1',
    words,
    people: counts?.[name] ?? null,
  })
  const markets = Object.entries(counts?.market ?? {}).map(([name, people]): FacetOption => ({
    name: 'market',
    value: name,
    words: name,
    people,
  }))
  const all: FacetBlock[] = [
    {
      of: 'standing',
      title: say('web.people.standing'),
      options: several('standing', ['network', 'contact'], (one) => standings[one]),
    },
    {
      of: 'rung',
      title: say('web.people.rung'),
      options: several('rung', rungOrder, (one) => rungs[one]),
    },
    {
      of: 'missing',
      title: say('web.people.missing'),
      options: several('missing', factNames, (one) => facts[one]),
    },
    {
      of: 'moving',
      title: say('web.people.moving'),
      options: [
        flag('one_step', say('web.standing.one-step')),
        flag('quiet', say('web.standing.gone-quiet')),
      ],
    },
    { of: 'market', title: say('web.people.market'), options: markets },
    { of: 'tag', title: say('web.people.tag'), options: named('tag') },
    { of: 'city', title: say('web.people.city'), options: named('city') },
    { of: 'company', title: say('web.people.company'), options: named('company') },
  ]
  return all.filter(
    (block) => block.options.length > 0 && !(organisations && ofPeople.includes(block.of)),
  )
}

const alike = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

export function ticked(filter: Filter, { name, value }: FacetOption): boolean {
  const now = filter[name]
  return typeof now === 'boolean' ? now : now.some((one) => alike(one, value))
}

/** What the address bar has for this name once the tick has changed. */
export function toggled(filter: Filter, option: FacetOption): string[] {
  const now = filter[option.name]
  if (typeof now === 'boolean') return now ? [] : [option.value]
  return ticked(filter, option)
    ? now.filter((one) => !alike(one, option.value))
    : [...now, option.value]
}

export interface View {
  name: string
  query: string
  /** How many it shows, by the status. */
  figure?: 'people' | 'network' | 'one_step_away' | 'quiet' | 'let_go' | 'organisations'
}

export const everybody: View = { name: say('web.people.everybody'), query: '', figure: 'people' }
export const builtIn: View[] = [
  everybody,
  { name: say('web.people.network'), query: 'standing=network', figure: 'network' },
  { name: say('web.people.one-step'), query: 'one_step=1', figure: 'one_step_away' },
  { name: say('web.people.gone-quiet'), query: 'quiet=1', figure: 'quiet' },
  { name: say('web.people.let-go'), query: 'let_go=1', figure: 'let_go' },
  { name: say('web.people.organisations'), query: 'organisations=1', figure: 'organisations' },
]

/** The same filter, whatever the order in which it was put together. */
export function canonical(query: URLSearchParams | string): string {
  const sorted = new URLSearchParams(query)
  sorted.sort()
  return sorted.toString()
}
