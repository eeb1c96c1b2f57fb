// A backup brought back, as `wellmet restore` does.
import { useRef, useState } from 'react'
import { Later } from '../../kit/later'
import { lazily } from '../../kit/lazily'
import { say } from '../../words'

const RestoreDialog = lazily(() => import('./restore-dialog'))

export function Restore() {
  const [file, setFile] = useState<File | null>(null)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button onClick={() => input.current?.click()}>{say('web.restore.open')}</button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".db,application/vnd.sqlite3"
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
      {file && (
        <Later onClose={() => setFile(null)}>
          <RestoreDialog file={file} onClose={() => setFile(null)} />
        </Later>
      )}
    </>
  )
}
