// The rail: brand, find box, every page, and where the data is.
import { useStatus } from '../api/queries'
import type { Status } from '../api/types'
import { Brand } from '../kit/glyphs'
import { open } from '../kit/opened'
import { Link, usePathname } from '../kit/router'
import { type Theme, setTheme, useTheme } from '../kit/theme'
import { groups, pageAt, pages } from '../routes'
import { num, say } from '../words'

const figure = (path: string, status: Status | undefined): number | null => {
  if (!status) return null
  if (path === '/people') return status.people
  if (path === '/review') return status.review || null
  return null
}

const next: Record<Theme, Theme> = { system: 'dark', dark: 'light', light: 'system' }
const words: Record<Theme, string> = {
  system: say('web.frame.theme-system'),
  dark: say('web.frame.theme-dark'),
  light: say('web.frame.theme-light'),
}

export function ThemeButton() {
  const theme = useTheme()
  return (
    <button
      onClick={() => setTheme(next[theme])}
      aria-label={say('web.frame.theme-label', { now: words[theme] })}
      title={say('web.frame.theme-title', { now: words[theme], then: words[next[theme]] })}
    >
      {say('web.frame.dark-or-light')}
    </button>
  )
}

export function Rail() {
  const status = useStatus()
  const here = pageAt(usePathname()).page
  return (
    <aside className="rail">
      <Link className="brand" to="/">
        <Brand />
        wellmet
      </Link>
      <button className="find" onClick={() => open('find')}>
        {say('web.frame.find-anybody')} <kbd>Ctrl K</kbd>
      </button>
      <nav aria-label={say('web.frame.pages')}>
        {groups.map((group) => (
          <div key={group}>
            <h2>{group}</h2>
            <ul>
              {pages
                .filter((page) => page.group === group)
                .map((page) => {
                  const n = figure(page.path, status.data)
                  return (
                    <li key={page.path}>
                      <Link to={page.path} aria-current={page === here ? 'page' : undefined}>
                        {page.name} {n !== null && <span className="num">{num(n)}</span>}
                      </Link>
                    </li>
                  )
                })}
            </ul>
          </div>
        ))}
      </nav>
      <footer>
        {say('web.frame.one-file')}
        <br />
        <ThemeButton /> · <button onClick={() => open('keys')}>{say('web.frame.keys')}</button>{' '}
        <kbd>?</kbd>
      </footer>
    </aside>
  )
}
