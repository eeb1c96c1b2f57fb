// Addresses that come from data: only those that can do no harm become links.
import type { Draft } from '../api/types'

/** The address if it is http(s), else null. */
export function webLink(text: string | null | undefined): string | null {
  if (!text) return null
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}

export function mailto(draft: Draft): string {
  const parts = [
    draft.subject && `subject=${encodeURIComponent(draft.subject)}`,
    draft.body && `body=${encodeURIComponent(draft.body.replace(/\r?\n/g, '\r\n'))}`,
  ].filter(Boolean)
  const to = draft.to.split(',').map((one) => encodeURIComponent(one.trim()).replace('%40', '@'))
  return `mailto:${to.join(',')}${parts.length ? `?${parts.join('&')}` : ''}`
}
