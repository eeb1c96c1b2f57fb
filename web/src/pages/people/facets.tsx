// What narrows the list: blocks of ticks at the side, the same as chips on a phone.
import { memo, useState } from 'react'
import type { Facets as Counts } from '../../api/types'
import { setSearch } from '../../kit/router'
import { num, say } from '../../words'
import {
  type FacetBlock,
  type FacetOption,
  type Filter,
  blocksOf,
  canonical,
  ticked,
  toggled,
} from './filters'

/** The words typed narrow the counts, not the ticks. */
const same = (a: FacetsProps, b: FacetsProps) =>
  a.facets === b.facets && canonical(ticks(a.filter)) === canonical(ticks(b.filter))

const ticks = ({ q: _, ...filter }: Filter) =>
  new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]))

interface FacetsProps {
  filter: Filter
  facets: Counts | undefined
}

const toggle = (filter: Filter, option: FacetOption) =>
  setSearch({ [option.name]: toggled(filter, option) })

/** So many of a long block are shown at first. */
const few = 6

function Block({ block, filter }: { block: FacetBlock; filter: Filter }) {
  const [all, setAll] = useState(false)
  const shown = block.options.filter((one, i) => all || i < few || ticked(filter, one))
  const more = block.options.length - shown.length
  return (
    <fieldset className="facet">
      <legend>{block.title}</legend>
      {shown.map((option) => (
        <label key={option.name + option.value}>
          <input
            type="checkbox"
            checked={ticked(filter, option)}
            onChange={() => toggle(filter, option)}
          />
          <span className="cut">{option.words}</span>
          <span className="num">{option.people === null ? '' : num(option.people)}</span>
        </label>
      ))}
      {more > 0 && (
        <button className="linkish small" onClick={() => setAll(true)}>
          {say('web.people.more', { n: more })}
        </button>
      )}
    </fieldset>
  )
}

export const Facets = memo(function Facets({ filter, facets }: FacetsProps) {
  return (
    <div className="facets">
      {blocksOf(facets, filter).map((block) => (
        <Block key={block.of} block={block} filter={filter} />
      ))}
    </div>
  )
}, same)

/** On a phone what is ticked comes first, then what moves; rungs, of which the list itself tells, come last. */
const chipOrder = ({ of }: FacetBlock) => (of === 'moving' ? 0 : of === 'rung' ? 2 : 1)

/** Without the heads of the blocks some words would say too little. */
const chipWords = ({ name, words }: FacetOption) =>
  name === 'missing'
    ? say('web.people.chip-missing', { fact: words })
    : name === 'rung'
      ? say('web.people.chip-rung', { rung: words })
      : words

export const ChipFacets = memo(function ChipFacets({ filter, facets }: FacetsProps) {
  return (
    <div className="chips" role="group" aria-label={say('web.people.narrow')}>
      {blocksOf(facets, filter)
        .sort((a, b) => chipOrder(a) - chipOrder(b))
        .flatMap(({ options }) => options.filter((one, i) => i < few || ticked(filter, one)))
        .sort((a, b) => Number(ticked(filter, b)) - Number(ticked(filter, a)))
        .map((option) => (
          <button
            className="chip t"
            key={option.name + option.value}
            aria-pressed={ticked(filter, option)}
            onClick={() => toggle(filter, option)}
          >
            {chipWords(option)}
            {ticked(filter, option) && <span aria-hidden="true"> ×</span>}
          </button>
        ))}
    </div>
  )
}, same)
