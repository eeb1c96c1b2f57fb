// Whom could the owner ask about something: who knows, who would gladly, and a letter.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask } from '../../api/queries'
import { mailto } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { setSearch, useSearch } from '../../kit/router'
import { list, say, sentence } from '../../words'

export function AskSomebody() {
  const about = useSearch().get('about') ?? ''
  const [text, setText] = useState(about)
  const asks = useQuery({
    ...ask('/asks', { query: { about, limit: 6 } }),
    enabled: about !== '',
    placeholderData: keepPreviousData,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSearch({ about: text.trim() })
  }
  return (
    <section className="section">
      <h2 className="h">{say('web.help.ask-head')}</h2>
      <form className="inline section-s" onSubmit={submit}>
        <input
          className="field"
          aria-label={say('web.help.about')}
          placeholder={say('web.help.about-example')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button className="btn">{say('web.act.find')}</button>
      </form>
      <ul className="plainlist section-s" aria-live="polite">
        {about !== '' &&
          asks.data?.asks.map((one) => (
            <li key={one.person.id}>
              <Mark person={one.person} size="sm" />
              <div>
                <PersonLink person={one.person} />
                <small>
                  {sentence(
                    say('web.content.why', {
                      words: list(one.words),
                      by: one.about ? `“${one.about.title}”` : one.where,
                    }),
                  )}
                </small>
              </div>
              {one.draft.to && (
                <a className="btn plain" href={mailto(one.draft)}>
                  {say('web.act.open-mail')} <span className="sr">: {one.person.name}</span>
                </a>
              )}
            </li>
          ))}
      </ul>
      {about !== '' && asks.data?.asks.length === 0 && (
        <p className="muted small">{say('web.help.nobody-by-words')}</p>
      )}
    </section>
  )
}
