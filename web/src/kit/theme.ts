// Light, dark, or as the system has it; remembered in this browser.
import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'

const place = 'wellmet.theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function read(): Theme {
  const kept = localStorage.getItem(place)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

let theme = read()

function show() {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  listeners.forEach((listener) => listener())
}

export function setTheme(next: Theme) {
  theme = next
  localStorage.setItem(place, next)
  show()
}

const resolved = (): 'light' | 'dark' =>
  theme === 'system' ? (system.matches ? 'dark' : 'light') : theme

system.addEventListener('change', show)
show()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTheme = () => useSyncExternalStore(subscribe, () => theme)
export const useScheme = () => useSyncExternalStore(subscribe, resolved)
