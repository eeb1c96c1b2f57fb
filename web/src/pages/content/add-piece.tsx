// A new piece: from a feed, or by its title.
import { type FormEvent, useState } from 'react'
import { type AnswerTo, send } from '../../api/client'
import { askAnew } from '../../api/queries'
import { tell, tellProblem } from '../../kit/told'
import { say } from '../../words'

export function AddPiece({ hasFeed }: { hasFeed: boolean }) {
  const [text, setText] = useState('')
  const [link, setLink] = useState('')
  const [about, setAbout] = useState('')
  const [busy, setBusy] = useState(false)
  const feed = /^https?:\/\//.test(text.trim())

  const put = async (answer: Promise<AnswerTo<'POST', '/pieces'>>) => {
    setBusy(true)
    try {
      const { added } = await answer
      tell(say('web.content.added', { n: added.length }))
      setText('')
      setLink('')
      setAbout('')
      void askAnew()
    } catch (error) {
      tellProblem(error)
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const title = text.trim()
    const body = feed ? { from: title } : { title, link: link.trim(), text: about.trim() }
    void put(send('POST', '/pieces', { body }))
  }
  return (
    <section className="section">
      <h2 className="h">{say('web.content.another')}</h2>
      <form className="stack section-s" onSubmit={submit}>
        <input
          className="field"
          aria-label={say('web.content.title-label')}
          placeholder={say('web.content.title')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text !== '' && !feed && (
          <>
            <input
              className="field"
              type="url"
              aria-label={say('web.content.link-label')}
              placeholder={say('web.content.link')}
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
            <textarea
              className="field"
              rows={3}
              aria-label={say('web.content.about-label')}
              placeholder={say('web.content.about')}
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            />
          </>
        )}
        <div className="acts">
          <button className="btn" disabled={busy || text.trim() === ''}>
            {feed ? say('web.content.read-feed') : say('web.act.add')}
          </button>
          {hasFeed && (
            <button
              className="btn plain"
              type="button"
              disabled={busy}
              onClick={() => void put(send('POST', '/pieces/fetch'))}
            >
              {say('web.content.fetch')}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
