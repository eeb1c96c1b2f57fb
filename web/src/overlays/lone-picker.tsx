// The person picker with Mantine around it, for pages that need nothing else of Mantine.
import type { ComponentProps } from 'react'
import { Mantine } from './mantine'
import { PersonPicker } from './person-picker'

export default function LonePicker(props: ComponentProps<typeof PersonPicker>) {
  return (
    <Mantine>
      <PersonPicker {...props} />
    </Mantine>
  )
}
