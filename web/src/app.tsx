// The whole app: who may see it, what there is to see yet, and the page at the address.
import { Component, type ReactNode, Suspense, lazy, useEffect } from 'react'
import { Problem, noAnswer } from './api/client'
import { useLive } from './api/live'
import { useSources, useStatus } from './api/queries'
import { DropAnywhere } from './kit/drop'
import { Frame } from './frame/frame'
import { findImport } from './kit/imports'
import { useKeys } from './kit/keys'
import { Lines } from './kit/lines'
import { open, useOpened } from './kit/opened'
import { usePathname } from './kit/router'
import { Loading, Trouble } from './kit/states'
import { takeBackNewest, tell } from './kit/told'
import { useWelcome } from './pages/welcome/stage'
import { pageAt } from './routes'

const Overlays = lazy(() => import('./overlays/overlays'))
const Welcome = lazy(() => import('./pages/welcome/welcome'))
const Unlock = lazy(() => import('./pages/unlock'))
const Nowhere = lazy(() => import('./pages/nowhere'))

/** A page that breaks says so, and leaves the frame standing. */
class Guard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }
  static getDerivedStateFromError(error: unknown) {
    // The page's own chunk could not be had: the server is away.
    const lost = error instanceof TypeError && /import|module/i.test(error.message)
    return { error: lost ? noAnswer() : error }
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return <Trouble error={this.state.error} retry={() => location.reload()} />
  }
}

function takeBackOrTell() {
  if (takeBackNewest()) return
  tell('Nothing of this visit is left to take back. Sources lists every change.')
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
  useKeys({ '?': () => open('keys'), u: takeBackOrTell }, !locked)

  if (locked) {
    return (
      <Suspense fallback={null}>
        <Unlock problem={status.error as Problem} />
      </Suspense>
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
        <Suspense fallback={null}>
          <Overlays which={opened} />
        </Suspense>
      )}
    </>
  )
}
