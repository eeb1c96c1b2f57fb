// What the find box can do besides going somewhere.
import { download } from '../api/client'
import { takeBack } from '../api/say'
import { enterDemo } from '../frame/demo'
import { chooseFiles } from '../kit/imports'
import { open } from '../kit/opened'
import { go } from '../kit/router'
import { setTheme } from '../kit/theme'
import { tellProblem } from '../kit/told'

const exported = (format: 'vcard' | 'jscontact' | 'csv') => () =>
  void download('/export', { query: { format } }).catch(tellProblem)

export const commands: { name: string; act: () => void }[] = [
  { name: 'Import files', act: () => chooseFiles() },
  { name: 'Take back the last change', act: () => void takeBack(null) },
  { name: 'Plan for 15 minutes', act: () => go('/?minutes=15') },
  { name: 'Plan for an hour', act: () => go('/?minutes=60') },
  { name: 'Whom to let go', act: () => go('/focus') },
  { name: 'Export people as vCards', act: exported('vcard') },
  { name: 'Export people as JSContact', act: exported('jscontact') },
  { name: 'Export people as a table', act: exported('csv') },
  { name: 'Download a backup', act: () => void download('/backup').catch(tellProblem) },
  { name: 'Show the keys', act: () => open('keys') },
  { name: 'Light', act: () => setTheme('light') },
  { name: 'Dark', act: () => setTheme('dark') },
  { name: 'Light or dark as the system has it', act: () => setTheme('system') },
  {
    name: 'Look around with an invented life',
    act: () => void enterDemo().catch(tellProblem),
  },
]
