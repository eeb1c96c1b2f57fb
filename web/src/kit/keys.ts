// Keys of one letter: they act on the block in hand, and never while somebody types.
import { useEffect, useRef } from 'react'

export type Keys = Record<string, (event: KeyboardEvent) => void>

const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]',
  ) !== null

const dialogOpen = () => document.querySelector('[role=dialog][aria-modal=true]') !== null

/** The names are those of KeyboardEvent.key. */
export function useKeys(keys: Keys, on = true) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (typing(event.target) || dialogOpen()) return
      const onControl = event.target instanceof Element && event.target.closest('a,button,summary')
      if (event.key === 'Enter' && onControl) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
}
