// How letters go, and what the owner is known for: both are the owner's own words.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries'
import { say } from '../../api/say'

interface TextSettingProps {
  title: string
  path: '/letter-form' | '/topics'
  hint: string
  rows: number
}

function TextSetting({ title, path, hint, rows }: TextSettingProps) {
  const known = useQuery(ask(path))
  const [text, setText] = useState<string | null>(null)
  if (known.data === undefined) return null
  const now = text ?? known.data.text
  const save = async () => {
    if (await say({ method: 'PUT', path, body: { text: now } })) setText(null)
  }
  return (
    <details className="section">
      <summary>
        <span className="h inlineh">{title}</span>
      </summary>
      <div className="stack section-s">
        <textarea
          className="field"
          rows={rows}
          aria-label={title}
          value={now}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="muted small">{hint}</p>
        <button className="btn" disabled={now === known.data.text} onClick={() => void save()}>
          Keep
        </button>
      </div>
    </details>
  )
}

export const LetterForm = () => (
  <TextSetting
    title="How letters go"
    path="/letter-form"
    rows={9}
    hint="In a letter stand {{greeting}}, {{given_name}}, {{name}}, {{company}}, {{reason}}, {{title}}, {{link}}, {{me}} and {{topics}}."
  />
)

export const Topics = () => (
  <TextSetting
    title="What you are known for"
    path="/topics"
    rows={2}
    hint="A few words, with commas between. Pieces about them go to more people."
  />
)
