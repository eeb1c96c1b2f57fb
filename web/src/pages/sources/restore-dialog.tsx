// Asks before a backup takes the place of what is there; then sends it. In Mantine.
import { useState } from 'react'
import { putFile } from '../../api/client'
import { client } from '../../api/queries'
import { go } from '../../kit/router'
import { tell, tellProblem } from '../../kit/told'
import { Dialog } from '../../overlays/dialog'
import { Mantine } from '../../overlays/mantine'
import { bytes, moment, say } from '../../words'

function words(sent: number | null, size: number) {
  if (sent === null) return say('web.restore.bring')
  return sent < size
    ? say('web.restore.sending', { sent: bytes(sent) })
    : say('web.restore.bringing')
}

export default function RestoreDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const [sent, setSent] = useState<number | null>(null)
  const restore = async () => {
    setSent(0)
    try {
      const { done } = await putFile(
        '/backup',
        undefined,
        file,
        setSent,
        new AbortController().signal,
      )
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
      <Dialog title={say('web.restore.title')} onClose={() => sent === null && onClose()}>
        <p>{say('web.restore.file', { name: file.name, size: bytes(file.size), changed })}</p>
        <p className="section-s">{say('web.restore.takes-place')}</p>
        <div className="acts">
          <button className="btn" onClick={onClose} disabled={sent !== null} data-autofocus>
            {say('web.restore.leave')}
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
