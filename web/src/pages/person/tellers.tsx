// Who says what of a person: one quiet line beneath each fact, with what other sources say instead.
import { Fragment } from 'react'
import type { FactFrom, Show } from '../../api/types'
import { day, rich, say, sourceName } from '../../words'

/** "address book, imported 3 Mar 2026"; "LinkedIn, as of 20 Nov 2026"; "your word, 3 Nov 2026". */
function tellerWords({ source, at, told }: FactFrom): string {
  const when = at ?? told
  const name = sourceName(source)
  if (!when) return name
  if (source === 'you') return `${name}, ${day(when)}`
  return at
    ? say('web.person.told-as-of', { source: name, day: day(when) })
    : say('web.person.told-imported', { source: name, day: day(when) })
}

const shown = 3

/** Sources by their names; the files stand in a title. */
function Sources({ of }: { of: FactFrom[] }) {
  const files = new Map<string, Set<string>>()
  for (const one of of) {
    const words = tellerWords(one)
    const known = files.get(words) ?? new Set()
    if (one.file !== null) known.add(one.file)
    files.set(words, known)
  }
  const more = files.size - shown
  return (
    <>
      {[...files].slice(0, shown).map(([words, named], i) => (
        <Fragment key={words}>
          {i > 0 && ' · '}
          <span title={[...named].join(', ') || undefined}>{words}</span>
        </Fragment>
      ))}
      {more > 0 && ` ${say('web.person.and-more', { n: more })}`}
    </>
  )
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
        <Sources of={theirs} />
        {why && `; ${why}`}
      </small>
      {others.map((other) => (
        <small key={other}>
          {rich('web.person.not', {
            value: other,
            sources: <Sources key="sources" of={hidden.filter((one) => one.value === other)} />,
          })}
        </small>
      ))}
    </>
  )
}
