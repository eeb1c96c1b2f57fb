// Real paths in the address bar: where we are, going elsewhere, and links.
import { type AnchorHTMLAttributes, useEffect, useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const changed = () => listeners.forEach((listener) => listener())
window.addEventListener('popstate', changed)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function go(to: string, { replace = false } = {}) {
  if (to === location.pathname + location.search) return
  const elsewhere = new URL(to, location.href).pathname !== location.pathname
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  changed()
  if (elsewhere) window.scrollTo(0, 0)
}

export const usePathname = () => useSyncExternalStore(subscribe, () => location.pathname)

export function useSearch(): URLSearchParams {
  const text = useSyncExternalStore(subscribe, () => location.search)
  return useMemo(() => new URLSearchParams(text), [text])
}

/** Changes some of what stands behind the `?`; null or '' takes it away, a list stands there one by one. */
export function setSearch(change: Record<string, string | string[] | null>) {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(change)) {
    query.delete(name)
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(name, one)
  }
  const text = query.toString()
  go(text ? `${location.pathname}?${text}` : location.pathname, { replace: true })
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · wellmet`
  }, [title])
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string
}

export function Link({ to, onClick, ...rest }: LinkProps) {
  return (
    <a
      href={to}
      {...rest}
      onClick={(event) => {
        onClick?.(event)
        const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
        if (event.defaultPrevented || !plain) return
        event.preventDefault()
        go(to)
      }}
    />
  )
}
