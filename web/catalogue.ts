// Of words/LANG.json what the web app says, its patterns parsed here, so that no browser has to carry the parser.
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

/** Text as it is where nothing is to be filled in; also quoted braces and tags would be. */
function parsed(pattern: string) {
  const parts = parse(pattern, { captureLocation: false })
  const [only] = parts
  const text = parts.length === 1 && only?.type === 0 ? only.value : null
  return text ?? parts
}

export const catalogue = (): Plugin => ({
  name: 'catalogue',
  enforce: 'pre',
  transform(text, id) {
    if (!/\/words\/[a-z]+\.json$/.test(id)) return
    const all = Object.entries(JSON.parse(text) as Record<string, string>)
    const web = all.filter(([code]) => code.startsWith('web.'))
    return {
      code: JSON.stringify(
        Object.fromEntries(web.map(([code, pattern]) => [code, parsed(pattern)])),
      ),
      map: null,
    }
  },
})
