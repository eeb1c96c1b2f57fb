// Focus: the markets to pursue, and whom to let go so that the rest is denser.
import { useState } from 'react'
import { useMarkets } from '../../api/queries'
import type { Market } from '../../api/types'
import { useKeys } from '../../kit/keys'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'
import { say, spelled } from '../../words'
import { LetGo } from './let-go'
import { MarketArticle } from './market'

const RuleEditor = lazily(() => import('./rule-editor'))

function headline(n: number): string {
  return say('web.focus.head', { n, many: spelled(n) })
}

export default function Focus() {
  useTitle(say('web.page.focus'))
  const markets = useMarkets()
  const [editing, setEditing] = useState<Market | 'new' | null>(null)
  const first = markets.data?.markets[0]
  useKeys({ e: () => setEditing(first ?? 'new') })
  return (
    <>
      <p className="kicker">{say('web.page.focus')}</p>
      <h1 className="narrowhead">{headline(markets.data?.markets.length ?? 0)}</h1>
      <p className="lede">{say('web.focus.lede')}</p>
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
                <h2 className="h">
                  {all.length === 0
                    ? say('web.focus.first-market')
                    : say('web.focus.second-market')}
                </h2>
                <p className="muted small section-s">{say('web.focus.what-market')}</p>
                <div className="acts">
                  <button className="btn" onClick={() => setEditing('new')}>
                    {say('web.focus.describe')} {all.length === 0 && <kbd>e</kbd>}
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
            {say('web.focus.another-market')}
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
