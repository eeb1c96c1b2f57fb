// Asks before a backup takes the place of what is there; then sends it. In Mantine.
import { useState } from 'react'
import { putFile } from '../../api/client'
import { client } from '../../api/queries'
import { go } from '../../kit/router'
import { tell, tellProblem } from '../../kit/told'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { bytes, moment } from '../../words'

function words(sent: number | null, size: number) {
  if (sent === null) return 'Bring it back'
  return sent < size ? `Sending, ${bytes(sent)}` : 'Bringing it back'
}

export default function RestoreDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const [sent, setSent] = useState<number | null>(null)
  const restore = async () => {
    setSent(0)
    try {
      const { done } = await putFile('/backup', undefined, file, setSent, new AbortController().signal)
      await client.resetQueries()
      tell(done)
      go('/')
    } catch (error) {
      tellProblem(error)
    }
    onClose()
  }
  const changed = moment(new Date(file.lastModified).toISOString())
  return (
    <Mantine>
      <Dialog title="Bring this backup back?" onClose={() => sent === null && onClose()}>
        <p>
          {file.name}: {bytes(file.size)}, last changed {changed}.
        </p>
        <p className="section-s">
          It takes the place of everything that is here now. What is here now is kept beside your
          data file, and can be brought back the same way.
        </p>
        <div className="acts">
          <button className="btn" onClick={onClose} disabled={sent !== null} data-autofocus>
            Leave all as it is
          </button>
          <button
            className="btn primary"
            onClick={() => void restore()}
            disabled={sent !== null}
            aria-live="polite"
          >
            {words(sent, file.size)}
          </button>
        </div>
      </Dialog>
    </Mantine>
  )
}
