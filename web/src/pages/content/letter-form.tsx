// How letters go, and what the owner is known for: both are the owner's own words.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries'
import { record } from '../../api/record'
import { list, say } from '../../words'

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
    if (await record({ method: 'PUT', path, body: { text: now } })) setText(null)
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
          {say('web.act.keep')}
        </button>
      </div>
    </details>
  )
}

const fields = [
  'greeting',
  'given_name',
  'name',
  'company',
  'reason',
  'title',
  'link',
  'me',
  'topics',
].map((one) => `{{${one}}}`)

export const LetterForm = () => (
  <TextSetting
    title={say('web.content.letters')}
    path="/letter-form"
    rows={9}
    hint={say('web.content.letters-hint', { fields: list(fields) })}
  />
)

export const Topics = () => (
  <TextSetting
    title={say('web.content.topics')}
    path="/topics"
    rows={2}
    hint={say('web.content.topics-hint')}
  />
)
