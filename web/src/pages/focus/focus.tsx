// Focus: the markets to pursue, and whom to let go so that the rest is denser.
import { useState } from 'react'
import { useMarkets } from '../../api/queries'
import type { Market } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'
import { spelled } from '../../words'
import { LetGo } from './let-go'
import { MarketArticle } from './market'

const RuleEditor = lazily(() => import('./rule-editor'))

function headline(n: number): string {
  if (n === 0) return 'Choose a market to pursue. The others can rest.'
  if (n === 1) return 'One market to pursue. The others can rest.'
  return `${spelled(n)} markets to pursue. The others can rest.`
}

export default function Focus() {
  useTitle('Focus')
  const markets = useMarkets()
  const [editing, setEditing] = useState<Market | 'new' | null>(null)
  const first = markets.data?.markets[0]
  useKeys({ e: () => setEditing(first ?? 'new') })
  return (
    <>
      <p className="kicker">Focus</p>
      <h1 className="narrowhead">{headline(markets.data?.markets.length ?? 0)}</h1>
      <p className="lede">
        A smaller network that knows itself carries further than a long list. Letting go is not
        deleting: nobody is told, nothing is lost, and whoever writes to you comes back by
        themselves.
      </p>
      <Answer of={markets} lines={5}>
        {({ markets: all }) => (
          <div className="markets">
            {all.map((market) => (
              <MarketArticle
                key={market.name}
                market={market}
                first={market === first}
                onEdit={() => setEditing(market)}
              />
            ))}
            {all.length < 2 && (
              <article className="market">
                <h2 className="h">{all.length === 0 ? 'A first market' : 'A second market'}</h2>
                <p className="muted small section-s">
                  A market is a group of people whom you want to work with, given by rules: their
                  title, their company, their town.
                </p>
                <div className="acts">
                  <button className="btn" onClick={() => setEditing('new')}>
                    Describe one {all.length === 0 && <kbd>e</kbd>}
                  </button>
                </div>
              </article>
            )}
          </div>
        )}
      </Answer>
      {markets.data && markets.data.markets.length >= 2 && (
        <p className="section-s">
          <button className="linkish small" onClick={() => setEditing('new')}>
            Another market
          </button>
        </p>
      )}
      <LetGo />
      {editing && (
        <Later onClose={() => setEditing(null)}>
          <RuleEditor
            market={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
          />
        </Later>
      )}
    </>
  )
}
