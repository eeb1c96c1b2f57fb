// How far the first visit has come; null once it is over.
import { useSyncExternalStore } from 'react'

export type Stage = 'start' | 'reading' | 'you' | 'circles' | 'triage'

let stage: Stage | null = null
const listeners = new Set<() => void>()

export function setStage(next: Stage | null) {
  stage = next
  listeners.forEach((listener) => listener())
}

export const stageNow = () => stage

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useWelcome = () => [useSyncExternalStore(subscribe, () => stage), setStage] as const
