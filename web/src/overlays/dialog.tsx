// A dialog of ours: titled, closed by Escape or by its cross, and the focus goes back where it was.
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { say } from '../words'

interface DialogProps {
  title: string
  onClose: () => void
  size?: string | number
  /** The title is only said, not shown. */
  bare?: boolean
  children: ReactNode
}

export function Dialog({ title, onClose, size = 520, bare = false, children }: DialogProps) {
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      yOffset={bare ? '12vh' : undefined}
      transitionProps={{ duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body className={bare ? 'findbox' : ''}>
          {!bare && (
            <div className="dialoghead">
              <h2 className="h">{title}</h2>
              <button
                className="btn plain tight"
                aria-label={say('web.act.close')}
                onClick={onClose}
              >
                ×
              </button>
            </div>
          )}
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
