// The frame around every page: rail on a wide screen, top bar and tabs on a phone.
import { type ReactNode, useEffect, useRef } from 'react'
import { useStatus } from '../api/queries'
import { SearchGlyph, Brand } from '../kit/glyphs'
import { open, useFindKey } from '../kit/opened'
import { Link, usePathname } from '../kit/router'
import { DemoBanner } from './demo'
import { Rail } from './rail'
import { Tabs } from './tabs'
import { say } from '../words'

interface FrameProps {
  /** Nothing but the page: there is nothing else to go to yet. */
  bare: boolean
  /** The page fills the window. */
  wide: boolean
  children: ReactNode
}

export function Frame({ bare, wide, children }: FrameProps) {
  const path = usePathname()
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  const status = useStatus()
  useFindKey()
  useEffect(() => {
    // Whoever moves by keyboard or screen reader starts at the new page's head.
    if (before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])

  if (bare) {
    return (
      <main id="main" className="bare" ref={main} tabIndex={-1}>
        {children}
      </main>
    )
  }
  return (
    <>
      <a className="skip" href="#main">
        {say('web.frame.skip')}
      </a>
      <header className="topbar">
        <Link className="brand" to="/">
          <Brand />
          wellmet
        </Link>
        <button className="iconbtn" aria-label={say('web.frame.find')} onClick={() => open('find')}>
          <SearchGlyph />
        </button>
      </header>
      <div className="frame">
        <Rail />
        <div className="column">
          {status.data?.demo && <DemoBanner />}
          <main id="main" className={wide ? 'wide' : ''} ref={main} tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <Tabs />
    </>
  )
}
