// A letter to edit before it is opened in the mail program; what was typed stays for this visit.
import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../api/types'
import { given, say } from '../words'
import { tell, tellProblem } from './told'

const typed = new Map<string, string>()

/** The draft under this key, with what the owner has typed into it. */
export function useDraft(key: string, start: Draft | null) {
  const [text, setText] = useState<string | null>(typed.get(key) ?? null)
  useEffect(() => setText(typed.get(key) ?? null), [key])
  const draft = start && { ...start, body: text ?? start.body.trimEnd() }
  const write = (body: string) => {
    typed.set(key, body)
    setText(body)
  }
  return { draft, write }
}

async function copy(draft: Draft) {
  try {
    await navigator.clipboard.writeText(draft.body)
    tell(say('web.draft.copied'))
  } catch (error) {
    tellProblem(error)
  }
}

interface DraftBoxProps {
  draft: Draft
  name: string
  onWrite: (body: string) => void
}

export function DraftBox({ draft, name, onWrite }: DraftBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [draft.body])
  return (
    <div className="draft">
      <span className="to">
        {draft.to ? say('web.draft.to', { to: draft.to }) : say('web.draft.draft')}
        {draft.subject && `, “${draft.subject}”`}
        {!draft.to && (
          <>
            {' · '}
            {say('web.draft.no-address')}
            {' · '}
            <button type="button" className="linkish" onClick={() => void copy(draft)}>
              {say('web.draft.copy')}
            </button>
          </>
        )}
      </span>
      <textarea
        ref={box}
        rows={2}
        value={draft.body}
        aria-label={say('web.draft.label', { name: given(name) })}
        onChange={(event) => onWrite(event.target.value)}
      />
    </div>
  )
}
