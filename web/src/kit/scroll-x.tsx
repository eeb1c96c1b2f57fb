// Something wider than a phone: it scrolls by itself, by keyboard too.
import type { ReactNode } from 'react'

export function ScrollX({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
