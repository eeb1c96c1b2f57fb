// The views above the list: ours, and those that the owner has saved in this browser.
import type { Status } from '../../api/types'
import { Link, go } from '../../kit/router'
import { num } from '../../words'
import { type View, builtIn, canonical } from './filters'

interface ViewsProps {
  saved: View[]
  status: Status | undefined
  here: string
  onSave: (views: View[]) => void
}

const figures: Record<string, keyof Status> = {
  Everybody: 'people',
  Network: 'network',
  'One step away': 'one_step_away',
  'Gone quiet': 'quiet',
  'Let go': 'let_go',
  Organisations: 'organisations',
}

const to = (view: View) => (view.query ? `/people?${view.query}` : '/people')

export function Views({ saved, status, here, onSave }: ViewsProps) {
  const own = saved.find((view) => canonical(view.query) === here)
  const views = [...builtIn.slice(0, 4), ...saved, ...builtIn.slice(4)]
  const forget = () => {
    onSave(saved.filter((view) => view !== own))
    go('/people')
  }
  return (
    <nav className="views" aria-label="Saved views">
      {views.map((view) => {
        const name = figures[view.name]
        const n = status && name ? (status[name] as number) : null
        return (
          <Link
            key={view.name}
            to={to(view)}
            aria-current={canonical(view.query) === here ? 'true' : undefined}
          >
            {view.name} {n !== null && <span className="num">{num(n)}</span>}
          </Link>
        )
      })}
      {own && (
        <button className="linkish" onClick={forget}>
          Forget this view
        </button>
      )}
    </nav>
  )
}
