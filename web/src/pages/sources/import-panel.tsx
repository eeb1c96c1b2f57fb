// The import under way, live; then its report, problem by problem, and how to take it back.
import { takeBack } from '../../api/say'
import type { FileReport } from '../../api/types'
import { cancelImport, forgetImport, useImport } from '../../kit/imports'
import { bytes, count, num, people, sentence, withoutCommands } from '../../words'
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
      <section className="importing" aria-label="Import under way">
        <p className="say">
          {phase === 'reading'
            ? `Reading ${file ? baseName(file) : 'your files'}.`
            : `Handing over ${file ? baseName(file) : 'your files'}.`}
        </p>
        <progress max={1} value={part} aria-label="How far" />
        <div className="rowhead">
          <p className="muted small num">
            {phase === 'reading' && run
              ? `${bytes(run.read)} of ${bytes(run.bytes)}`
              : `${bytes(sent)} of ${bytes(size)}`}
            . If you cancel, nothing of it is kept.
          </p>
          {run && (
            <button className="btn plain" onClick={() => void cancelImport()}>
              Cancel
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
          ? 'Cancelled. Nothing of it is kept.'
          : sentence(
              problem
                ? [problem.where, problem.detail].filter(Boolean).join(': ')
                : 'The import failed',
            )}
      </p>
      {problem?.help && <p>{sentence(withoutCommands(problem.help))}</p>}
      <button className="btn" onClick={forgetImport}>
        Close
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
    <section className="importing" aria-label="What the import brought">
      <div className="rowhead">
        <p className="say" role="status">
          {added === 0
            ? 'Read; there was nothing new in it.'
            : `Read in ${count(Math.max(1, Math.round(seconds)), 'second')}: ${num(added)} new rows of evidence. You know ${people(run.report.people)}.`}
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
              Take this import back
            </button>
          )}
          <button className="btn plain" onClick={forgetImport}>
            Close
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
  const what = Object.entries(file.what).map(([word, n]) => `${num(n)} ${word}`)
  const left = Object.entries(file.left_out).map(([word, n]) => `${num(n)} ${word}`)
  const problems = file.problem_count
  return (
    <li className="nomark">
      <div>
        <b>{baseName(file.path)}</b> <span className="muted">{kindName(file.kind)}</span>
        <small>
          {what.length > 0 ? what.join(', ') : `${num(file.read)} read`}
          {left.length > 0 && `. Left out: ${left.join(', ')}`}
        </small>
        {problems > 0 && (
          <details className="problems">
            <summary>{count(problems, 'row')} could not be read</summary>
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
        {num(file.added)} new
        {file.known ? `, ${num(file.known)} known` : ''}
      </span>
    </li>
  )
}
