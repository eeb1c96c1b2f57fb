// What narrows the list: blocks of ticks at the side, the same as chips on a phone.
import { memo } from 'react'
import type { Facets as Counts } from '../../api/types'
import { setSearch } from '../../kit/router'
import { num } from '../../words'
import { type FacetOption, type Filter, canonical, facetBlocks } from './filters'

/** The words typed narrow the counts, not the ticks. */
const same = (a: FacetsProps, b: FacetsProps) =>
  a.facets === b.facets && canonical(ticks(a.filter)) === canonical(ticks(b.filter))

const ticks = ({ q: _, ...filter }: Filter) =>
  new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]))

interface FacetsProps {
  filter: Filter
  facets: Counts | undefined
}

function counted(facets: Counts | undefined, option: FacetOption): number | null {
  if (!facets) return null
  const { name, value } = option
  if (name === 'one_step' || name === 'quiet') return facets[name]
  if (name === 'market') return facets.market[value] ?? null
  const table = facets[name as 'standing' | 'rung' | 'missing'] as Record<string, number>
  return table[value] ?? 0
}

function ticked(filter: Filter, { name, value }: FacetOption): boolean {
  const now = filter[name as keyof Filter]
  return typeof now === 'boolean' ? now : now === value
}

const toggle = (filter: Filter, option: FacetOption) =>
  setSearch({ [option.name]: ticked(filter, option) ? null : option.value })

const blocks = (facets: Counts | undefined) => {
  const markets = Object.keys(facets?.market ?? {})
  const options = markets.map((name) => ({ name: 'market', value: name, words: name }))
  return markets.length > 0 ? [...facetBlocks, { title: 'Market', options }] : facetBlocks
}

export const Facets = memo(function Facets({ filter, facets }: FacetsProps) {
  return (
    <div className="facets">
      {blocks(facets).map((block) => (
        <fieldset className="facet" key={block.title}>
          <legend>{block.title}</legend>
          {block.options.map((option) => {
            const n = counted(facets, option)
            return (
              <label key={option.value + option.words}>
                <input
                  type="checkbox"
                  checked={ticked(filter, option)}
                  onChange={() => toggle(filter, option)}
                />
                {option.words}
                <span className="num">{n === null ? '' : num(n)}</span>
              </label>
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}, same)

export const ChipFacets = memo(function ChipFacets({ filter, facets }: FacetsProps) {
  return (
    <div className="chips" role="group" aria-label="Narrow the list">
      {blocks(facets)
        .flatMap((block) => block.options)
        .map((option) => (
          <button
            className="chip t"
            key={option.name + option.value}
            aria-pressed={ticked(filter, option)}
            onClick={() => toggle(filter, option)}
          >
            {option.name === 'missing' ? `no ${option.words}` : option.words}
            {ticked(filter, option) && <span aria-hidden="true"> ×</span>}
          </button>
        ))}
    </div>
  )
}, same)
