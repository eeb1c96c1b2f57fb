// The line that tells what was just done; what was done in this visit can be taken back with `u`.
import { useSyncExternalStore } from 'react'
import { Problem } from '../api/client'
import { say } from '../words'

export interface Line {
  id: number
  text: string
  help: string | null
  back: (() => Promise<void>) | null
}

const longest = 180
const stepsBack = 100

let shown: Line | null = null
let done: Line[] = []
let next = 1
const listeners = new Set<() => void>()

function show(line: Line | null) {
  shown = line
  listeners.forEach((listener) => listener())
}

const short = (text: string) =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text

export function dismiss(id: number) {
  if (shown?.id === id) show(null)
}

function add(text: string, help: string | null, back: Line['back'], seconds: number) {
  const line = { id: next++, text: short(text), help, back }
  if (back) done = [...done.slice(-stepsBack), line]
  show(line)
  window.setTimeout(() => dismiss(line.id), seconds * 1000)
}

export function tell(text: string, back: Line['back'] = null) {
  add(text, null, back, back ? 12 : 5)
}

export function tellProblem(error: unknown) {
  if (error instanceof Problem) add(error.message, error.help, null, 15)
  else add(say('web.problem.did-not-work'), error instanceof Error ? error.message : null, null, 15)
}

/** Takes back the newest thing done in this visit that still can be; false when there is none. */
export function takeBackNewest(): boolean {
  const line = done.pop()
  if (!line) return false
  dismiss(line.id)
  void line.back?.()
  return true
}

export function takeBackThis(line: Line) {
  done = done.filter((one) => one !== line)
  dismiss(line.id)
  void line.back?.()
}

export const useLine = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
