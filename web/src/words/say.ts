// Says things: a code of the catalogue (words/en.json) and what fills its sentence, in the language of this browser.
import { IntlMessageFormat } from 'intl-messageformat'
import { type ReactNode, createElement, Fragment } from 'react'
import english from '../../../words/en.json'

export type Code = Extract<keyof typeof english, `web.${string}`>
/** Sentences as web/catalogue.ts makes them: text, or what a pattern was parsed into. */
type Catalogue = Partial<Record<Code, string | ConstructorParameters<typeof IntlMessageFormat>[0]>>

const others = import.meta.glob<Catalogue>(['../../../words/*.json', '!../../../words/en.json'], {
  import: 'default',
})
const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''
const loading = (tag: string) => others[`../../../words/${languageOf(tag)}.json`]
const spoken = (tag: string) => languageOf(tag) === 'en' || loading(tag) !== undefined

/** The first of the browser's languages that there is a catalogue for. */
const tag = navigator.languages.find(spoken) ?? 'en-GB'
let catalogue = english as Catalogue
/** Of numbers, days and lists; xx is English in strange letters. */
export let locale = 'en-GB'

/** Before anything else of the app is loaded. English is here already, and stays where a language cannot be had. */
export async function speak() {
  const theirs = await loading(tag)?.().catch(() => null)
  if (theirs === null) return
  catalogue = { ...catalogue, ...theirs }
  document.documentElement.lang = languageOf(tag)
  if (languageOf(tag) !== 'xx') locale = tag
}

const formats = new Map<Code, IntlMessageFormat>()

function format(code: Code, pattern: NonNullable<Catalogue[Code]>): IntlMessageFormat {
  const made = formats.get(code) ?? new IntlMessageFormat(pattern, locale)
  formats.set(code, made)
  return made
}

/** A code that the catalogue lacks is said as it is: no message is ever lost. */
export function say(code: Code, values: Record<string, string | number> = {}): string {
  const pattern = catalogue[code] ?? code
  return typeof pattern === 'string' ? pattern : String(format(code, pattern).format(values))
}

type Tag = (parts: ReactNode[]) => ReactNode

/** A sentence with markup within: its tags are functions, as <b> in words/tags.tsx. */
export function rich(
  code: Code,
  values: Record<string, Exclude<ReactNode, undefined> | Tag>,
): ReactNode {
  const pattern = catalogue[code] ?? code
  if (typeof pattern === 'string') return pattern
  const parts = format(code, pattern).format<ReactNode>(values as Record<string, ReactNode>)
  return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts
}
