// One market: its rule in words that can be clicked, and how many fit.
import type { Market } from '../../api/types'
import { PersonChip } from '../../kit/mark'
import { Link } from '../../kit/router'
import { Bars } from '../../pictures/bars'
import { fieldNames, orList, parseRule, plainRule } from './rule'

function RuleWords({ market, onEdit }: { market: Market; onEdit: () => void }) {
  const conditions = parseRule(market.rule)
  if (!conditions) return <p className="rule">{plainRule(market.words)}</p>
  return (
    <p className="rule">
      People whose{' '}
      {conditions.map((one, i) => (
        <span key={i}>
          {i > 0 && ' and whose '}
          {fieldNames[one.field]} {one.refuses ? 'has not' : 'has'}{' '}
          <button className="tok" onClick={onEdit}>
            {orList(one.words)}
          </button>
        </span>
      ))}
    </p>
  )
}

interface MarketArticleProps {
  market: Market
  first: boolean
  onEdit: () => void
}

export function MarketArticle({ market, first, onEdit }: MarketArticleProps) {
  return (
    <article className="market">
      <div className="rowhead">
        <h2 className="h">{market.name}</h2>
        <button className="btn plain edit" onClick={onEdit}>
          Edit rules <span className="sr">of {market.name}</span> {first && <kbd>e</kbd>}
        </button>
      </div>
      <RuleWords market={market} onEdit={onEdit} />
      <Bars
        rows={[
          { words: 'network', n: market.network, face: 'net' },
          { words: 'others who fit', n: market.fits - market.network, face: 'con' },
          { words: 'may fit', n: market.maybe, face: 'maybe' },
        ]}
      />
      {market.fits > 0 && (
        <>
          <div className="offer">
            {market.best
              .filter((one) => one.fits)
              .slice(0, 4)
              .map((one) => (
                <PersonChip key={one.person.id} person={one.person} />
              ))}
          </div>
          <p className="section-s small">
            <Link to={`/people?market=${encodeURIComponent(market.name ?? '')}`}>All who fit</Link>
          </p>
        </>
      )}
      {market.maybe > 0 && (
        <p className="muted small section-s">
          Of those who may fit, some word is not known: unknown is not no.
        </p>
      )}
    </article>
  )
}
