// The five tabs at the foot of a phone.
import { open } from '../kit/opened'
import { Link, usePathname } from '../kit/router'
import { pageAt, pages } from '../routes'
import { say } from '../words'

const shown = ['/', '/people', '/map', '/focus']

export function Tabs() {
  const here = pageAt(usePathname()).page
  const elsewhere = here !== null && !shown.includes(here.path)
  return (
    <nav className="tabs" aria-label={say('web.frame.main-pages')}>
      {pages
        .filter((page) => shown.includes(page.path))
        .map((page) => (
          <Link key={page.path} to={page.path} aria-current={page === here ? 'page' : undefined}>
            {page.name}
          </Link>
        ))}
      <button aria-current={elsewhere ? 'true' : undefined} onClick={() => open('more')}>
        {say('web.frame.more')}
      </button>
    </nav>
  )
}
