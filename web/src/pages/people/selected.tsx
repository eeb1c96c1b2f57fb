// What can be done with all who are selected.
import { useState } from 'react'
import { record } from '../../api/record'
import type { Facets, Person, Rule } from '../../api/types'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { people, say } from '../../words'

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
    if (await record({ path: '/people/rule', body: { verb, persons }, told })) onClear()
  }
  const whom = selected.length === 1 ? (selected[0]?.name ?? '') : people(selected.length)
  const intoMarket = async (market: string) => {
    const told = say('web.people.told-market', { market, who: whom })
    const body = { verb: 'tag' as const, tag: market, persons }
    if (await record({ path: '/people/tag', body, told })) onClear()
  }
  return (
    <div className="selbar" role="toolbar" aria-label={say('web.people.with-selected')}>
      <span>{say('web.people.selected', { n: selected.length })}</span>
      {organisations ? (
        <button onClick={() => void rule('person', say('web.act.told-person', { who: whom }))}>
          {say('web.act.person')}
        </button>
      ) : letGo ? (
        <button
          onClick={() => void rule('take-back', say('web.act.told-taken-back', { who: whom }))}
        >
          {say('web.line.take-back')}
        </button>
      ) : (
        <>
          <button onClick={() => setTagging(true)}>{say('web.act.tag')}</button>
          {Object.keys(facets?.market ?? {}).map((market) => (
            <button key={market} onClick={() => void intoMarket(market)}>
              {say('web.people.add-to', { market })}
            </button>
          ))}
          <button onClick={() => void rule('let-go', say('web.act.told-let-go', { who: whom }))}>
            {say('web.act.let-go')}
          </button>
          <button onClick={() => void rule('exempt', say('web.act.told-exempt', { who: whom }))}>
            {say('web.people.exempt')}
          </button>
          <button
            onClick={() =>
              void rule('organisation', say('web.act.told-organisation', { who: whom }))
            }
          >
            {say('web.people.not-person')}
          </button>
        </>
      )}
      <button onClick={onClear}>{say('web.people.clear')}</button>
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
