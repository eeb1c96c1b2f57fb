// A function that stays the same to those who are given it, and does what it does now.
import { useCallback, useRef } from 'react'

export function useStable<A extends unknown[], R>(act: (...words: A) => R): (...words: A) => R {
  const latest = useRef(act)
  latest.current = act
  return useCallback((...words: A) => latest.current(...words), [])
}
