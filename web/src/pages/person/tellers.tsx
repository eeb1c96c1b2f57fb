// Who says what of a person: one quiet line beneath each fact, with what other sources say instead.
import type { FactFrom, Show } from '../../api/types'
import { day, sourceName } from '../../words'

type Told = Pick<FactFrom, 'source' | 'file' | 'at'> & { told?: string | null }

/** "contacts.vcf, imported 3 Mar 2026"; "LinkedIn, 20 Nov 2026"; "your word, 3 Nov 2026". */
export function tellerWords(one: Told): string {
  const name = one.file !== null && one.source !== 'linkedin' ? one.file : sourceName(one.source)
  const told = one.told ? `${one.source === 'you' ? '' : 'imported '}${day(one.told)}` : ''
  const when = one.at ? day(one.at) : told
  return when ? `${name}, ${when}` : name
}

const shown = 3

function tellers(all: FactFrom[]): string {
  const words = [...new Set(all.map(tellerWords))]
  const more = words.length - shown
  return words.slice(0, shown).join(' · ') + (more > 0 ? ` and ${more} more` : '')
}

interface TellersProps {
  person: Show
  fact: FactFrom['fact']
  /** Of this value; else of the one that is shown, with those that are not. */
  value?: string
}

export function Tellers({ person, fact, value }: TellersProps) {
  const all = person.facts_from.filter((one) => one.fact === fact)
  const theirs = all.filter((one) => (value === undefined ? one.shown : one.value === value))
  if (theirs.length === 0) return null
  const why = value === undefined ? theirs.find((one) => one.why)?.why : null
  const hidden = value === undefined ? all.filter((one) => !one.shown) : []
  const others = [...new Set(hidden.map((one) => one.value))]
  return (
    <>
      <small>
        {tellers(theirs)}
        {why && `; ${why}`}
      </small>
      {others.map((other) => (
        <small key={other}>
          not “{other}”: {tellers(hidden.filter((one) => one.value === other))}
        </small>
      ))}
    </>
  )
}
