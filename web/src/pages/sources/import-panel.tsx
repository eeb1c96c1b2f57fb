// The import under way, live; then its report, problem by problem, and how to take it back.
import { takeBack } from '../../api/record'
import type { FileReport } from '../../api/types'
import { cancelImport, forgetImport, useImport } from '../../kit/imports'
import { bytes, say, sentence } from '../../words'
import { kindName } from './kinds'

const baseName = (path: string) => path.split('/').at(-1) ?? path

export function ImportPanel() {
  const progress = useImport()
  if (!progress) return null
  const { phase, file, sent, size, run } = progress
  if (phase !== 'ended') {
    const part =
      phase === 'reading' && run ? run.read / Math.max(1, run.bytes) : sent / Math.max(1, size)
    return (
      <section className="importing" aria-label={say('web.import.under-way')}>
        <p className="say">
          {phase === 'reading'
            ? say('web.import.reading', { file: file ? baseName(file) : 'none' })
            : say('web.import.handing', { file: file ? baseName(file) : 'none' })}
        </p>
        <progress max={1} value={part} aria-label={say('web.import.how-far')} />
        <div className="rowhead">
          <p className="muted small num">
            {say('web.import.so-far', {
              done: bytes(phase === 'reading' && run ? run.read : sent),
              all: bytes(phase === 'reading' && run ? run.bytes : size),
            })}
          </p>
          {run && (
            <button className="btn plain" onClick={() => void cancelImport()}>
              {say('web.act.cancel')}
            </button>
          )}
        </div>
      </section>
    )
  }
  if (run?.state === 'done' && run.report) return <Report />
  const problem = run?.problem
  return (
    <section className="importing" role="alert">
      <p className="say">
        {run?.state === 'cancelled'
          ? say('web.import.cancelled')
          : sentence(
              problem
                ? [problem.where, problem.detail].filter(Boolean).join(': ')
                : say('web.import.failed'),
            )}
      </p>
      {problem?.help && <p>{sentence(problem.help)}</p>}
      <button className="btn" onClick={forgetImport}>
        {say('web.act.close')}
      </button>
    </section>
  )
}

function Report() {
  const run = useImport()?.run
  if (!run?.report) return null
  const { files, seconds } = run.report
  const added = files.reduce((sum, file) => sum + file.added, 0)
  return (
    <section className="importing" aria-label={say('web.import.brought')}>
      <div className="rowhead">
        <p className="say" role="status">
          {added === 0
            ? say('web.import.nothing-new')
            : say('web.import.read', {
                seconds: Math.max(1, Math.round(seconds)),
                rows: added,
                people: run.report.people,
              })}
        </p>
        <div className="acts">
          {run.change !== null && (
            <button
              className="btn"
              onClick={() => {
                forgetImport()
                void takeBack(run.change)
              }}
            >
              {say('web.import.take-back')}
            </button>
          )}
          <button className="btn plain" onClick={forgetImport}>
            {say('web.act.close')}
          </button>
        </div>
      </div>
      <ul className="plainlist">
        {files.map((file) => (
          <FileLine key={file.path} file={file} />
        ))}
      </ul>
    </section>
  )
}

export function FileLine({ file }: { file: FileReport }) {
  const { what, left_out: left } = file.said
  const problems = file.problem_count
  return (
    <li className="nomark">
      <div>
        <b>{baseName(file.path)}</b> <span className="muted">{kindName(file.kind)}</span>
        <small>
          {what.length > 0 ? what.join(', ') : say('web.import.rows-read', { n: file.read })}
          {left.length > 0 && `. ${say('web.import.left-out', { what: left.join(', ') })}`}
        </small>
        {problems > 0 && (
          <details className="problems">
            <summary>{say('web.import.not-read', { n: problems })}</summary>
            <ul>
              {file.problems.map((one, i) => (
                <li key={i}>
                  {one.where && <span className="muted">{one.where}: </span>}
                  {sentence(one.what)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {file.remarks.map((one, i) => (
          <small key={i}>{sentence(one.what)}</small>
        ))}
      </div>
      <span className="num small">
        {file.known
          ? say('web.import.new-known', { added: file.added, known: file.known })
          : say('web.import.new', { n: file.added })}
      </span>
    </li>
  )
}
