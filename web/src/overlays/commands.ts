// What the find box can do besides going somewhere.
import { url } from '../api/client'
import { takeBack } from '../api/say'
import { enterDemo } from '../frame/demo'
import { chooseFiles } from '../kit/imports'
import { open } from '../kit/opened'
import { go } from '../kit/router'
import { setTheme } from '../kit/theme'
import { tellProblem } from '../kit/told'

const download = (path: string) => () => window.location.assign(path)

export const commands: { name: string; act: () => void }[] = [
  { name: 'Import files', act: () => chooseFiles() },
  { name: 'Take back the last change', act: () => void takeBack(null) },
  { name: 'Plan for 15 minutes', act: () => go('/?minutes=15') },
  { name: 'Plan for an hour', act: () => go('/?minutes=60') },
  { name: 'Whom to let go', act: () => go('/focus') },
  {
    name: 'Export people as vCards',
    act: download(url('/export', { query: { format: 'vcard' } })),
  },
  {
    name: 'Export people as JSContact',
    act: download(url('/export', { query: { format: 'jscontact' } })),
  },
  { name: 'Export people as a table', act: download(url('/export', { query: { format: 'csv' } })) },
  { name: 'Download a backup', act: download(url('/backup')) },
  { name: 'Show the keys', act: () => open('keys') },
  { name: 'Light', act: () => setTheme('light') },
  { name: 'Dark', act: () => setTheme('dark') },
  { name: 'Light or dark as the system has it', act: () => setTheme('system') },
  {
    name: 'Look around with an invented life',
    act: () => void enterDemo().catch(tellProblem),
  },
]
