// The views above the list: ours, and those that the owner has saved in this browser.
import type { Status } from '../../api/types'
import { Link, go } from '../../kit/router'
import { num, say } from '../../words'
import { type View, builtIn, canonical } from './filters'

interface ViewsProps {
  saved: View[]
  status: Status | undefined
  here: string
  onSave: (views: View[]) => void
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
    <nav className="views" aria-label={say('web.people.saved')}>
      {views.map((view) => {
        const n = status && view.figure ? status[view.figure] : null
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
          {say('web.people.forget')}
        </button>
      )}
    </nav>
  )
}
