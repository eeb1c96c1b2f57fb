// The app's own dialogs, with Mantine around them.
import type { Overlay } from '../kit/opened'
import { FindBox } from './find-box'
import { KeysDialog } from './keys-dialog'
import { Mantine } from './mantine'
import { MoreSheet } from './more-sheet'

export default function Overlays({ which }: { which: Overlay }) {
  return (
    <Mantine>
      {which === 'find' && <FindBox />}
      {which === 'keys' && <KeysDialog />}
      {which === 'more' && <MoreSheet />}
    </Mantine>
  )
}
