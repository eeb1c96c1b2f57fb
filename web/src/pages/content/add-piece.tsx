// A new piece: from a feed, or by its title.
import { type FormEvent, useState } from 'react'
import { type AnswerTo, send } from '../../api/client'
import { askAnew } from '../../api/queries'
import { tell, tellProblem } from '../../kit/told'
import { count } from '../../words'

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
      tell(added.length > 0 ? `${count(added.length, 'new piece')}.` : 'There is no new piece.')
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
      <h2 className="h">Another piece</h2>
      <form className="stack section-s" onSubmit={submit}>
        <input
          className="field"
          aria-label="Title of a piece, or the address of a feed"
          placeholder="Its title, or the address of a feed"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text !== '' && !feed && (
          <>
            <input
              className="field"
              type="url"
              aria-label="Where it can be read"
              placeholder="https://… where it can be read"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
            <textarea
              className="field"
              rows={3}
              aria-label="What it is about"
              placeholder="What it is about, or all of it"
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            />
          </>
        )}
        <div className="acts">
          <button className="btn" disabled={busy || text.trim() === ''}>
            {feed ? 'Read the feed' : 'Add'}
          </button>
          {hasFeed && (
            <button
              className="btn plain"
              type="button"
              disabled={busy}
              onClick={() => void put(send('POST', '/pieces/fetch'))}
            >
              Look for new ones
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
