// One market: its rule in words that can be clicked, and how many fit.
import { Fragment } from 'react'
import type { Market } from '../../api/types'
import { PersonChip } from '../../kit/mark'
import { Link } from '../../kit/router'
import { Bars } from '../../pictures/bars'
import { orList, rich, say, sr } from '../../words'
import { fieldNames, parseRule, plainRule } from './rule'

function RuleWords({ market, onEdit }: { market: Market; onEdit: () => void }) {
  const conditions = parseRule(market.rule)
  if (!conditions) return <p className="rule">{plainRule(market.words)}</p>
  return (
    <p className="rule">
      {conditions.map((one, i) => (
        <Fragment key={i}>
          {i > 0 && ' '}
          {rich('web.focus.rule', {
            first: i === 0 ? 'yes' : 'no',
            field: fieldNames[one.field],
            refuses: one.refuses ? 'yes' : 'no',
            words: orList(one.words),
            tok: (parts) => (
              <button className="tok" onClick={onEdit}>
                {parts}
              </button>
            ),
          })}
        </Fragment>
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
          {rich('web.focus.edit', { sr, name: market.name })} {first && <kbd>e</kbd>}
        </button>
      </div>
      <RuleWords market={market} onEdit={onEdit} />
      <Bars
        rows={[
          { words: say('web.rung.network'), n: market.network, face: 'net' },
          { words: say('web.focus.others-fit'), n: market.fits - market.network, face: 'con' },
          { words: say('web.focus.may-fit'), n: market.maybe, face: 'maybe' },
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
            <Link to={`/people?market=${encodeURIComponent(market.name ?? '')}`}>
              {say('web.focus.all-fit')}
            </Link>
          </p>
        </>
      )}
      {market.maybe > 0 && <p className="muted small section-s">{say('web.focus.unknown')}</p>}
    </article>
  )
}
