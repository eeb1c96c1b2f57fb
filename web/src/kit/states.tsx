// What a block shows while it waits, when it is empty, and when something went wrong.
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Problem } from '../api/client'
import { say } from '../words'

/** True once `ms` have gone by: nothing flickers for what takes a moment. */
export function useAfter(ms: number): boolean {
  const [after, setAfter] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setAfter(true), ms)
    return () => window.clearTimeout(timer)
  }, [ms])
  return after
}

export function Loading({ lines = 4 }: { lines?: number }) {
  const late = useAfter(200)
  if (!late) return null
  return (
    <div className="skeleton" aria-busy="true" aria-label={say('web.state.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} style={{ width: `${92 - ((i * 37) % 41)}%` }} />
      ))}
    </div>
  )
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const help = error instanceof Problem ? error.help : null
  return (
    <div className="trouble" role="alert">
      <p className="say">{error instanceof Error ? error.message : say('web.state.wrong')}</p>
      {help && <p>{help}</p>}
      {retry && (
        <button className="btn" onClick={retry}>
          {say('web.state.again')}
        </button>
      )}
    </div>
  )
}

export function Empty({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="say">{words}</p>
      {children && <div className="more">{children}</div>}
    </div>
  )
}

interface AnswerProps<T> {
  of: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}

/** An answer of the server, or its absence. What was there before stays while it is asked again. */
export function Answer<T>({ of, lines, children }: AnswerProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <Trouble error={of.error} retry={() => void of.refetch()} />
  return <Loading lines={lines} />
}
