// Which of the app's own dialogs is open: the find box, the keys, or the sheet behind More.
import { useEffect, useSyncExternalStore } from 'react'

export type Overlay = 'find' | 'keys' | 'more'

let opened: Overlay | null = null
const listeners = new Set<() => void>()

export function open(which: Overlay | null) {
  opened = which
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

/** Ctrl-K (or ⌘K) opens the find box from anywhere, while typing too. */
export function useFindKey() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open(opened === 'find' ? null : 'find')
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
