// Keeps two tabs and the command line in step: whatever changed anywhere is asked again.
import { useEffect } from 'react'
import { listen } from './events'
import { askAnew, client } from './queries'
import type { Status } from './types'

let head: number | null = null

/** What this tab has done itself, and has asked for anew already. */
export function seen(change: number | null) {
  if (change !== null) head = Math.max(head ?? 0, change)
}

export function useLive(on: boolean) {
  useEffect(() => {
    if (!on) return
    const take = (name: string, data: string) => {
      if (name !== 'changed') return false
      const now = (JSON.parse(data) as { change: number }).change
      const shown = client.getQueryData<Status>(['/status'])?.change
      const known = now === (head ?? shown)
      head = now
      if (!known) void askAnew()
      return false
    }
    return listen('/events', [], take, () => void client.resetQueries())
  }, [on])
}
