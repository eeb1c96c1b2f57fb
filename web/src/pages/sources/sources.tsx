// Sources: where all of it comes from; drop files to import, see what each brought, take it back.
import { get } from '../../api/client'
import { useHistory, useKindsRead, useSources, useStatus } from '../../api/queries'
import { takeBack } from '../../api/say'
import type { Sources as SourcesShape } from '../../api/types'
import { Download } from '../../kit/download'
import { chooseFiles } from '../../kit/imports'
import { useTitle } from '../../kit/router'
import { ScrollX } from '../../kit/scroll-x'
import { Answer, Empty } from '../../kit/states'
import { tell, tellProblem } from '../../kit/told'
import { count, moment, num, sentence } from '../../words'
import { ImportPanel } from './import-panel'
import { Access } from './access'
import { Assumed, Yourself } from './is-this-you'
import { kindName, kinds } from './kinds'
import { Restore } from './restore'

function Drop() {
  return (
    <div className="dropzone">
      <p className="say">Drop files anywhere on any page.</p>
      <p className="muted small">
        A LinkedIn archive, mail, calendars, address books, call logs, chats. They are read here, on
        this machine; the same file twice changes nothing.
      </p>
      <button className="btn primary" onClick={() => chooseFiles()}>
        Choose files
      </button>
    </div>
  )
}

function Imports({ imports }: { imports: SourcesShape['imports'] }) {
  if (imports.length === 0) return <Empty say="Nothing has been imported yet." />
  const troubled = imports.some((one) => one.files.some((file) => file.problems > 0))
  return (
    <>
      {imports.map((one) => (
        <article className="import" key={one.change} aria-label={`Import of ${moment(one.at)}`}>
          <div className="rowhead">
            <p className="num">
              {moment(one.at)}
              {!one.live && <span className="muted"> · taken back</span>}
            </p>
            {one.live && (
              <button className="btn plain" onClick={() => void takeBack(one.change)}>
                Take back
              </button>
            )}
          </div>
          <ScrollX label={`Files of ${moment(one.at)}`}>
            <table className="kv">
              <thead>
                <tr>
                  <th>File</th>
                  {troubled && <th className="num">problems</th>}
                  <th>Kind</th>
                  <th className="num">read</th>
                  <th className="num">new</th>
                  <th className="num">left out</th>
                </tr>
              </thead>
              <tbody>
                {one.files.map((file) => (
                  <tr key={file.path}>
                    <td className="break">{file.path.split('/').at(-1)}</td>
                    {troubled && <td className="num">{num(file.problems)}</td>}
                    <td>{kindName(file.kind)}</td>
                    <td className="num">{num(file.read)}</td>
                    <td className="num">{num(file.added)}</td>
                    <td className="num">{num(file.skipped)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        </article>
      ))}
    </>
  )
}

function Changes() {
  const history = useHistory(20)
  return (
    <section className="section">
      <h2 className="h">What was said and done</h2>
      <Answer of={history} lines={5}>
        {({ changes }) => (
          <ul className="plainlist section-s">
            {[...changes]
              .sort((a, b) => b.change - a.change)
              .map((one) => (
                <li key={one.change} className="nomark">
                  <span>
                    <span title={one.summary}>{sentence(one.summary)}</span>
                    <small>
                      {moment(one.at)}
                      {!one.live && ' · taken back'}
                    </small>
                  </span>
                  {one.live && (
                    <button className="btn plain" onClick={() => void takeBack(one.change)}>
                      Take back <span className="sr">: {sentence(one.summary)}</span>
                    </button>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}

async function check() {
  try {
    const { problems } = await get('/check')
    tell(
      problems.length === 0
        ? 'The data file is whole, and a rebuild gives the same.'
        : `${count(problems.length, 'problem')}: ${problems.join('; ')}`,
    )
  } catch (error) {
    tellProblem(error)
  }
}

function WayOut() {
  return (
    <section className="section">
      <h2 className="h">Out again</h2>
      <p className="muted small section-s">
        Everything goes out in open formats, today or in ten years.
      </p>
      <p className="linkrow section-s">
        <Download of={['/export', { query: { format: 'vcard' } }]}>People as vCards</Download>
        <Download of={['/export', { query: { format: 'jscontact' } }]}>
          People as JSContact
        </Download>
        <Download of={['/export', { query: { format: 'csv' } }]}>People as a table</Download>
        <Download of={['/export', { query: { format: 'jsonl' } }]}>
          Everything, as JSON lines
        </Download>
        <Download of={['/calendar.ics']}>Birthdays and due days as a calendar</Download>
        <Download of={['/backup']}>A backup of the data file</Download>
        <Restore />
        <button onClick={() => void check()}>Is the data file whole?</button>
      </p>
    </section>
  )
}

export default function Sources() {
  useTitle('Sources')
  const sources = useSources()
  const owner = useStatus().data?.owner
  const had = useKindsRead()
  const lacking = kinds.filter((one) => !had?.has(one.kind))
  return (
    <>
      <p className="kicker">Sources</p>
      <h1>Where all of it comes from</h1>
      <p className="lede">
        wellmet knows what your files tell and what you say. Nothing else, and nothing leaves this
        machine by itself.
      </p>
      <ImportPanel />
      {owner && <Assumed owner={owner} />}
      <div className="two after">
        <section aria-labelledby="imports">
          <h2 className="h" id="imports">
            Imports
          </h2>
          <Answer of={sources} lines={6}>
            {(known) => <Imports imports={known.imports} />}
          </Answer>
          <Changes />
        </section>
        <aside className="aside" aria-label="In and out">
          <Drop />
          {sources.data && lacking.length > 0 && (
            <section className="section">
              <h2 className="h">What no file has told yet</h2>
              <dl className="facts section-s">
                {lacking.map((one) => (
                  <div key={one.kind}>
                    <dt>{one.name}</dt>
                    <dd>
                      {sentence(one.tells)}
                      <small>{one.how}</small>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          {owner && <Yourself owner={owner} />}
          <WayOut />
          <Access />
        </aside>
      </div>
    </>
  )
}
