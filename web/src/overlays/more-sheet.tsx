// What stands behind More on a phone: the other pages, and the theme.
import { ThemeButton } from '../frame/rail'
import { open } from '../kit/opened'
import { Link } from '../kit/router'
import { pages } from '../routes'
import { Dialog } from './dialog'
import { say } from '../words'

const onTabs = ['/', '/people', '/map', '/focus']

export function MoreSheet() {
  return (
    <Dialog title={say('web.frame.more')} onClose={() => open(null)}>
      <div className="sheet">
        <ul>
          {pages
            .filter((page) => !onTabs.includes(page.path))
            .map((page) => (
              <li key={page.path}>
                <Link to={page.path} onClick={() => open(null)}>
                  {page.name}
                </Link>
              </li>
            ))}
        </ul>
        <p className="acts linkrow">
          <ThemeButton />
        </p>
      </div>
    </Dialog>
  )
}
