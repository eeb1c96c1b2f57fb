// What can be done with all who are selected.
import { useState } from 'react'
import { say } from '../../api/say'
import type { Facets, Person, Rule } from '../../api/types'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { people } from '../../words'

const TagDialog = lazily(() => import('./tag-dialog'))

interface SelectedProps {
  selected: Person[]
  letGo: boolean
  organisations: boolean
  facets: Facets | undefined
  onClear: () => void
}

export function Selected({ selected, letGo, organisations, facets, onClear }: SelectedProps) {
  const [tagging, setTagging] = useState(false)
  const persons = selected.map((person) => person.id)
  const rule = async (verb: Rule, told: string) => {
    if (await say({ path: '/people/rule', body: { verb, persons }, told })) onClear()
  }
  const whom = selected.length === 1 ? (selected[0]?.name ?? '') : people(selected.length)
  const intoMarket = async (market: string) => {
    const told = `In your market ${market}: ${whom}.`
    const body = { verb: 'tag' as const, tag: market, persons }
    if (await say({ path: '/people/tag', body, told })) onClear()
  }
  return (
    <div className="selbar" role="toolbar" aria-label="With those selected">
      <span>{selected.length} selected</span>
      {organisations ? (
        <button onClick={() => void rule('person', `A person: ${whom}.`)}>A person after all</button>
      ) : letGo ? (
        <button onClick={() => void rule('take-back', `Taken back: ${whom}.`)}>Take back</button>
      ) : (
        <>
          <button onClick={() => setTagging(true)}>Tag</button>
          {Object.keys(facets?.market ?? {}).map((market) => (
            <button key={market} onClick={() => void intoMarket(market)}>
              Add to {market}
            </button>
          ))}
          <button onClick={() => void rule('let-go', `Let go: ${whom}.`)}>Let go</button>
          <button onClick={() => void rule('exempt', `Exempt from now on: ${whom}.`)}>
            Exempt
          </button>
          <button onClick={() => void rule('organisation', `Not a person: ${whom}.`)}>
            Not a person
          </button>
        </>
      )}
      <button onClick={onClear}>Clear</button>
      {tagging && (
        <Later onClose={() => setTagging(false)}>
          <TagDialog
            people={selected}
            known={facets?.tag.map((one) => one.name) ?? []}
            onClose={() => setTagging(false)}
          />
        </Later>
      )}
    </div>
  )
}
