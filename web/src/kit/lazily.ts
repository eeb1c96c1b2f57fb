// Code that comes when it is first needed; what could not be had is asked for again by whoever
// needs it next.
import { type ComponentType, createElement, use } from 'react'
import { noAnswer } from '../api/client'

const tries = 3
const pause = 400

type Loaded<P> = { default: ComponentType<P> }

/** A component of its own chunk. */
export type Lazy<P> = ComponentType<P> & {
  /** Brings the code in before anybody needs it; where that fails, nobody is told. */
  ahead: () => void
}

/** Styles that could not be had: whoever loads their code once more takes them for there. */
const lostStyles = new Set<HTMLLinkElement>()
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target)
  },
  true,
)

const styleAgain = (lost: HTMLLinkElement) =>
  new Promise<void>((done, fail) => {
    const again = document.createElement('link')
    again.rel = 'stylesheet'
    again.href = lost.href
    again.onload = () => done()
    again.onerror = () => fail(noAnswer())
    lostStyles.delete(lost)
    lost.replaceWith(again)
  })

const cannotBeHad = (error: unknown) =>
  error instanceof Error && /import|module|preload/i.test(error.message)

const answers = () =>
  window.fetch('/favicon.svg', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  )

/**
 * `anew`: somebody waits for it who could not have it before. Some browsers (seen in Chromium 150, not in 156) keep what could not
 * be had for as long as a page lives; once the server answers again, nothing but the page loaded anew helps there.
 */
async function load<P>(chunk: () => Promise<Loaded<P>>, anew: boolean): Promise<ComponentType<P>> {
  for (let left = tries; ; --left) {
    try {
      await Promise.all([...lostStyles].map(styleAgain))
      return (await chunk()).default
    } catch (error) {
      if (left === 1 && !cannotBeHad(error)) throw error
      if (left === 1 && anew && (await answers())) {
        window.location.reload()
        await new Promise(() => undefined)
      }
      if (left === 1) throw noAnswer()
      await new Promise((done) => window.setTimeout(done, pause))
    }
  }
}

/** What could not be had, to be asked for again. */
const lost = new Set<() => void>()

export function askForLost() {
  lost.forEach((forget) => forget())
  lost.clear()
}

export function lazily<P extends object>(chunk: () => Promise<Loaded<P>>): Lazy<P> {
  let here: ComponentType<P> | null = null
  let coming: Promise<ComponentType<P>> | null = null
  let failed = false
  const fetch = (needed: boolean) => {
    coming ??= load(chunk, needed && failed).catch((error: unknown) => {
      failed = true
      throw error
    })
    return coming
  }
  const forget = () => {
    coming = null
  }
  const keep = (component: ComponentType<P>) => {
    here = component
  }
  const Late = (props: P) => {
    if (here) return createElement(here, props)
    const promise = fetch(true)
    promise.then(keep, () => lost.add(forget))
    return createElement(use(promise), props)
  }
  return Object.assign(Late, { ahead: () => void fetch(false).then(keep, forget) })
}
