// Sources: where all of it comes from; drop files to import, see what each brought, take it back.
import { get } from '../../api/client'
import { useHistory, useKindsRead, useSources, useStatus } from '../../api/queries'
import { takeBack } from '../../api/record'
import type { Sources as SourcesShape } from '../../api/types'
import { Download } from '../../kit/download'
import { chooseFiles } from '../../kit/imports'
import { useTitle } from '../../kit/router'
import { ScrollX } from '../../kit/scroll-x'
import { Answer, Empty } from '../../kit/states'
import { tell, tellProblem } from '../../kit/told'
import { moment, num, say, sentence } from '../../words'
import { ImportPanel } from './import-panel'
import { Access } from './access'
import { Assumed, Yourself } from './is-this-you'
import { kindName, kinds } from './kinds'
import { Restore } from './restore'

function Drop() {
  return (
    <div className="dropzone">
      <p className="say">{say('web.sources.drop')}</p>
      <p className="muted small">{say('web.sources.drop-more')}</p>
      <button className="btn primary" onClick={() => chooseFiles()}>
        {say('web.act.choose-files')}
      </button>
    </div>
  )
}

function Imports({ imports }: { imports: SourcesShape['imports'] }) {
  if (imports.length === 0) return <Empty words={say('web.sources.nothing')} />
  const troubled = imports.some((one) => one.files.some((file) => file.problems > 0))
  return (
    <>
      {imports.map((one) => (
        <article
          className="import"
          key={one.change}
          aria-label={say('web.sources.import-of', { when: moment(one.at) })}
        >
          <div className="rowhead">
            <p className="num">
              {moment(one.at)}
              {!one.live && <span className="muted"> · {say('web.sources.taken-back')}</span>}
            </p>
            {one.live && (
              <button className="btn plain" onClick={() => void takeBack(one.change)}>
                {say('web.line.take-back')}
              </button>
            )}
          </div>
          <ScrollX label={say('web.sources.files-of', { when: moment(one.at) })}>
            <table className="kv">
              <thead>
                <tr>
                  <th>{say('web.sources.file')}</th>
                  {troubled && <th className="num">{say('web.sources.problems')}</th>}
                  <th>{say('web.sources.kind')}</th>
                  <th className="num">{say('web.sources.read')}</th>
                  <th className="num">{say('web.sources.new')}</th>
                  <th className="num">{say('web.sources.left-out')}</th>
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
      <h2 className="h">{say('web.sources.said-done')}</h2>
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
                      {!one.live && ` · ${say('web.sources.taken-back')}`}
                    </small>
                  </span>
                  {one.live && (
                    <button className="btn plain" onClick={() => void takeBack(one.change)}>
                      {say('web.line.take-back')}{' '}
                      <span className="sr">: {sentence(one.summary)}</span>
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
        ? say('web.sources.whole')
        : say('web.sources.not-whole', {
            n: problems.length,
            what: problems.join('; '),
          }),
    )
  } catch (error) {
    tellProblem(error)
  }
}

function WayOut() {
  return (
    <section className="section">
      <h2 className="h">{say('web.sources.out-again')}</h2>
      <p className="muted small section-s">{say('web.sources.open-formats')}</p>
      <p className="linkrow section-s">
        <Download of={['/export', { query: { format: 'vcard' } }]}>
          {say('web.sources.as-vcards')}
        </Download>
        <Download of={['/export', { query: { format: 'jscontact' } }]}>
          {say('web.sources.as-jscontact')}
        </Download>
        <Download of={['/export', { query: { format: 'csv' } }]}>
          {say('web.sources.as-table')}
        </Download>
        <Download of={['/export', { query: { format: 'jsonl' } }]}>
          {say('web.sources.as-lines')}
        </Download>
        <Download of={['/calendar.ics']}>{say('web.sources.as-calendar')}</Download>
        <Download of={['/backup']}>{say('web.sources.backup')}</Download>
        <Restore />
        <button onClick={() => void check()}>{say('web.sources.is-whole')}</button>
      </p>
    </section>
  )
}

export default function Sources() {
  useTitle(say('web.page.sources'))
  const sources = useSources()
  const owner = useStatus().data?.owner
  const had = useKindsRead()
  const lacking = kinds.filter((one) => !had?.has(one.kind))
  return (
    <>
      <p className="kicker">{say('web.page.sources')}</p>
      <h1>{say('web.sources.head')}</h1>
      <p className="lede">{say('web.sources.lede')}</p>
      <ImportPanel />
      {owner && <Assumed owner={owner} />}
      <div className="two after">
        <section aria-labelledby="imports">
          <h2 className="h" id="imports">
            {say('web.sources.imports')}
          </h2>
          <Answer of={sources} lines={6}>
            {(known) => <Imports imports={known.imports} />}
          </Answer>
          <Changes />
        </section>
        <aside className="aside" aria-label={say('web.sources.aside')}>
          <Drop />
          {sources.data && lacking.length > 0 && (
            <section className="section">
              <h2 className="h">{say('web.sources.lacking')}</h2>
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
