// Numbers, days, spans and lists in the language of the page, and what is made of a name.
import { type ReactNode, createElement, Fragment } from 'react'
import { locale, say } from './say'

const whole = new Intl.NumberFormat(locale)
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const hundredths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const dayForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const longForm = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const monthForm = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
const momentForm = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

export const num = (n: number) => whole.format(n)
export const decimal = (n: number) => oneDecimal.format(n)
export const share = (n: number) => hundredths.format(n)
export const inHundred = (part: number) => say('web.form.in-hundred', { n: Math.round(part * 100) })

const countries = new Intl.DisplayNames(locale, { type: 'region' })
/** Of a code of two letters. */
export const country = (code: string) =>
  /^[a-z]{2}$/i.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code

/** "+6", "−3", "0". */
export function signed(n: number): string {
  if (n === 0) return '0'
  return (n > 0 ? '+' : '−') + whole.format(Math.abs(n))
}

export const people = (n: number) => say('web.form.people', { n })

/** At the head of a sentence: "Five", "18". */
export const spelled = (n: number) => say('web.form.spelled', { n })
export const spelledSmall = (n: number) => say('web.form.spelled-small', { n })

/** "once", "twice", "three times", "39 times". */
export const times = (n: number) => say('web.form.times', { n })

/** A day stays that day in every time zone: its words are read at noon, local time. */
const asDate = (iso: string) => new Date(iso.length === 10 ? `${iso}T12:00:00` : iso)
export const day = (iso: string) => dayForm.format(asDate(iso))
export const longDay = (iso: string) => longForm.format(asDate(iso)).replace(',', '')
export const dayOfYear = (iso: string) => monthForm.format(asDate(iso))
export const moment = (iso: string) => momentForm.format(asDate(iso))
/** "14 Mar 2026", or that there is none. */
export const dayOrNone = (iso: string | null | undefined) =>
  iso ? day(iso) : say('web.form.no-date')

/** A minute of the day as "14:05". */
export const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':')

/** A birthday, whether its year is known ("1980-12-03") or not ("--12-03"). */
export function birthday(text: string): string {
  const found = /^(?:\d{4}|-)-(\d{2})-?(\d{2})$/.exec(text)
  return found ? dayOfYear(`2000-${found[1]}-${found[2]}`) : text
}

export function daysSince(iso: string, today: string): number {
  return Math.round((asDate(today).getTime() - asDate(iso.slice(0, 10)).getTime()) / 86_400_000)
}

/** "yesterday", "3 days ago"; the day itself when that is more than 60 days ago. */
export function ago(iso: string, today: string): string {
  const days = daysSince(iso, today)
  if (days < 0 || days > 60) return day(iso)
  return say('web.form.ago', { days })
}

/** "Later" without a day is a week from now. */
export function inAWeek(): string {
  const then = new Date(Date.now() + 7 * 86_400_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`
}

export function bytes(n: number): string {
  if (n < 1000) return say('web.form.bytes', { n })
  if (n < 1_000_000) return say('web.form.kilobytes', { n: decimal(n / 1000) })
  if (n < 1_000_000_000) return say('web.form.megabytes', { n: decimal(n / 1_000_000) })
  return say('web.form.gigabytes', { n: decimal(n / 1_000_000_000) })
}

const together = new Intl.ListFormat(locale)
const either = new Intl.ListFormat(locale, { type: 'disjunction' })
export const list = (items: string[]) => together.format(items)
export const orList = (items: string[]) => either.format(items)

/** The same of links and the like. */
export const listOf = (items: ReactNode[]): ReactNode => {
  const parts = together.formatToParts(items.map((_, i) => String(i)))
  const shown = parts.map(({ type, value }) => (type === 'element' ? items[Number(value)] : value))
  return createElement(Fragment, null, ...shown)
}

export const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A phrase of the program as a sentence: capital, full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' ? '' : upper(trimmed) + (/[.?!”]$/.test(trimmed) ? '' : '.')
}

/** The first word of a name, to speak of somebody. */
export const given = (name: string) =>
  name.includes('@') ? name : (name.split(/[\s,]+/)[0] ?? name)

export function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /^\p{L}/u.test(word))
  const first = Array.from(words[0] ?? name)[0] ?? '·'
  const last = words.length > 1 ? Array.from(words[words.length - 1] ?? '')[0] : ''
  return (first + (last ?? '')).toUpperCase()
}
