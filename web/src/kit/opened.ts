// Which of the app's own dialogs is open: the find box, the keys, or the sheet behind More.
import { useEffect, useSyncExternalStore } from 'react'
import { holdKeys } from './keys'

export type Overlay = 'find' | 'keys' | 'more'

let opened: Overlay | null = null
const listeners = new Set<() => void>()

/** What was typed for the find box before it was there; null where it is, or nobody asked for it. */
let ahead: string | null = null

let letGo = () => {}

/** From here on until it is closed it has all keys, whether it is here yet or not. */
export function open(which: Overlay | null) {
  letGo()
  letGo = which ? holdKeys(() => open(null)) : () => {}
  opened = which
  ahead = which === 'find' ? '' : null
  listeners.forEach((listener) => listener())
}

export const useOpened = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => opened,
  )

/** The box is there: gives what was typed meanwhile, and leaves all keys to it from now on. */
export function typedAhead(): string {
  const text = ahead ?? ''
  ahead = null
  return text
}

/** Whoever types on at once means the box: no key may act on the page behind it. */
function keep(event: KeyboardEvent) {
  if (ahead === null || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Backspace') ahead = ahead.slice(0, -1)
  else if (event.key.length === 1) ahead += event.key
  else if (event.key !== 'Enter') return
  event.preventDefault()
  event.stopPropagation()
}

/** Ctrl-K (or ⌘K) opens the find box from anywhere, while typing too. */
export function useFindKey() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open(opened === 'find' ? null : 'find')
    }
    window.addEventListener('keydown', press)
    window.addEventListener('keydown', keep, true)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('keydown', keep, true)
    }
  }, [])
}
