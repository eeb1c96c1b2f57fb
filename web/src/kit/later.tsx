// The place of something that comes later: while it is on its way, and where it cannot be had.
import { Component, type ReactNode, Suspense, useEffect } from 'react'
import { holdKeys } from './keys'
import { askForLost } from './lazily'
import { tellProblem } from './told'

interface LaterProps {
  /** What stands there until it is here, and where it cannot be had. */
  meanwhile?: ReactNode
  /** It lies over the page: until it is here it has all keys, and Escape calls it off. */
  onClose?: () => void
  children: ReactNode
}

function Held({ onClose }: { onClose: () => void }) {
  useEffect(() => holdKeys(onClose), [onClose])
  return null
}

/** What cannot be had is told in a line; the page stays as it is. */
export class Later extends Component<LaterProps, { lost: boolean }> {
  override state = { lost: false }
  static getDerivedStateFromError() {
    return { lost: true }
  }
  override componentDidCatch(error: unknown) {
    askForLost()
    tellProblem(error)
    this.props.onClose?.()
  }
  close = () => this.props.onClose?.()
  override render() {
    const { meanwhile = null, onClose, children } = this.props
    if (this.state.lost) return meanwhile
    return (
      <Suspense fallback={onClose ? <Held onClose={this.close} /> : meanwhile}>{children}</Suspense>
    )
  }
}
