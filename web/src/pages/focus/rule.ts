// A market's rule: read from its text into conditions that can be clicked, and written back.
import { say, sentence } from '../../words'

export const fields = ['title', 'company', 'city', 'note', 'tag', 'seniority', 'any'] as const
export type Field = (typeof fields)[number]

export interface Condition {
  field: Field
  refuses: boolean
  words: string[]
}

export const fieldNames: Record<Field, string> = {
  title: say('web.focus.field-title'),
  company: say('web.focus.field-company'),
  city: say('web.focus.field-town'),
  note: say('web.focus.field-notes'),
  tag: say('web.focus.field-tag'),
  seniority: say('web.focus.field-seniority'),
  any: say('web.focus.field-any'),
}

const isField = (text: string): text is Field => (fields as readonly string[]).includes(text)

/** Null where the text holds what cannot be shown as conditions; it is then edited as text. */
export function parseRule(text: string): Condition[] | null {
  const conditions: Condition[] = []
  for (const part of text.match(/(?:[^\s"]|"[^"]*")+/g) ?? []) {
    const found = /^(no-)?([a-z]+):(.+)$/.exec(part.replaceAll('"', ''))
    const field = found?.[2] === 'label' ? 'tag' : (found?.[2] ?? '')
    if (!found || !isField(field)) return null
    const words = (found[3] ?? '').split(',').filter(Boolean)
    conditions.push({ field, refuses: found[1] !== undefined, words })
  }
  return conditions
}

export const writeRule = (conditions: Condition[]): string =>
  conditions
    .filter((one) => one.words.length > 0)
    .map((one) => {
      const text = `${one.refuses ? 'no-' : ''}${one.field}:${one.words.join(',')}`
      return text.includes(' ') ? `"${text}"` : text
    })
    .join(' ')

export const plainRule = (words: string) => sentence(words)
