// Keys of one letter: they act on the block in hand, and never while somebody types or something
// lies over the page.
import { useEffect, useRef } from 'react'

export type Keys = Record<string, (event: KeyboardEvent) => void>

const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]',
  ) !== null

/** What lies over the page and has the keys, the topmost last: what Escape does to each. */
const holders: (() => void)[] = []

/** Until what it gives is called, no key but Escape does anything, unless somebody types. */
export function holdKeys(onEscape: () => void): () => void {
  holders.push(onEscape)
  return () => {
    const at = holders.lastIndexOf(onEscape)
    if (at >= 0) holders.splice(at, 1)
  }
}

// First of all, whatever has the focus: a field with a list of its own would keep Escape to itself.
window.addEventListener(
  'keydown',
  (event) => {
    const onEscape = holders.at(-1)
    if (event.key !== 'Escape' || event.isComposing || !onEscape) return
    event.preventDefault()
    event.stopImmediatePropagation()
    onEscape()
  },
  true,
)

const covered = () =>
  holders.length > 0 ||
  document.querySelector('[role=dialog][aria-modal=true],[role=menu]') !== null

/** The names are those of KeyboardEvent.key. */
export function useKeys(keys: Keys, on = true) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (typing(event.target) || covered()) return
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
