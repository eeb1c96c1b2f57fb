// The whole app: who may see it, what there is to see yet, and the page at the address.
import { Component, type ReactNode, Suspense, useEffect } from 'react'
import { Problem } from './api/client'
import { useLive } from './api/live'
import { useSources, useStatus } from './api/queries'
import { DropAnywhere } from './kit/drop'
import { Frame } from './frame/frame'
import { findImport } from './kit/imports'
import { useKeys } from './kit/keys'
import { Later } from './kit/later'
import { askForLost, lazily } from './kit/lazily'
import { Lines } from './kit/lines'
import { open, useOpened } from './kit/opened'
import { usePathname } from './kit/router'
import { Loading, Trouble } from './kit/states'
import { takeBackNewest, tell } from './kit/told'
import { useWelcome } from './pages/welcome/stage'
import { pageAt } from './routes'
import { say } from './words'

const Overlays = lazily(() => import('./overlays/overlays'))
const Welcome = lazily(() => import('./pages/welcome/welcome'))
const Unlock = lazily(() => import('./pages/unlock'))
const Nowhere = lazily(() => import('./pages/nowhere'))

/** A page that breaks says so, and leaves the frame standing. */
class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  retry = () => {
    // The page's own code could not be had: the server was away.
    const lost = this.state.error instanceof Problem
    if (!lost) return location.reload()
    askForLost()
    this.setState({ error: null })
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return <Trouble error={this.state.error} retry={this.retry} />
  }
}

/** What a key may ask for at any time is here before: it comes at once, and without the server. */
function useOverlaysAhead(on: boolean) {
  useEffect(() => {
    if (!on) return
    // Safari does not tell when it is idle.
    const idle = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act, 1000))
    idle(() => Overlays.ahead())
  }, [on])
}

function takeBackOrTell() {
  if (takeBackNewest()) return
  tell(say('web.app.nothing-to-undo'))
}

function useEmpty() {
  const status = useStatus()
  const sources = useSources()
  return status.data?.people === 0 && !status.data.demo && sources.data?.imports.length === 0
}

export function App() {
  const path = usePathname()
  const status = useStatus()
  const empty = useEmpty()
  const [stage] = useWelcome()
  const opened = useOpened()
  const locked = status.error instanceof Problem && status.error.status === 401
  useLive(status.isSuccess)
  useEffect(() => {
    if (status.isSuccess) void findImport().catch(() => undefined)
  }, [status.isSuccess])
  useOverlaysAhead(status.isSuccess)
  useKeys({ '?': () => open('keys'), u: takeBackOrTell }, !locked)

  if (locked) {
    return (
      <Guard>
        <Suspense fallback={null}>
          <Unlock problem={status.error as Problem} />
        </Suspense>
      </Guard>
    )
  }
  const { view: View } = pageAt(path)
  const welcome = empty || (stage !== null && path === '/')
  const body = (
    <Suspense fallback={<Loading lines={7} />}>
      {welcome ? <Welcome /> : View ? <View /> : <Nowhere />}
    </Suspense>
  )
  return (
    <>
      <Frame bare={welcome} wide={path === '/map' && !welcome}>
        <Guard key={path}>{body}</Guard>
      </Frame>
      <DropAnywhere />
      <Lines />
      {opened && (
        <Later onClose={() => open(null)}>
          <Overlays which={opened} />
        </Later>
      )}
    </>
  )
}
