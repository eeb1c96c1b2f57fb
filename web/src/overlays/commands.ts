// What the find box can do besides going somewhere.
import { download } from '../api/client'
import { takeBack } from '../api/record'
import { enterDemo } from '../frame/demo'
import { chooseFiles } from '../kit/imports'
import { open } from '../kit/opened'
import { go } from '../kit/router'
import { setTheme } from '../kit/theme'
import { tellProblem } from '../kit/told'
import { say } from '../words'

const exported = (format: 'vcard' | 'jscontact' | 'csv') => () =>
  void download('/export', { query: { format } }).catch(tellProblem)

export const commands: { name: string; act: () => void }[] = [
  { name: say('web.command.import'), act: () => chooseFiles() },
  { name: say('web.command.undo'), act: () => void takeBack(null) },
  { name: say('web.command.minutes-15'), act: () => go('/?minutes=15') },
  { name: say('web.command.minutes-60'), act: () => go('/?minutes=60') },
  { name: say('web.command.let-go'), act: () => go('/focus') },
  { name: say('web.command.vcard'), act: exported('vcard') },
  { name: say('web.command.jscontact'), act: exported('jscontact') },
  { name: say('web.command.csv'), act: exported('csv') },
  { name: say('web.command.backup'), act: () => void download('/backup').catch(tellProblem) },
  { name: say('web.command.keys'), act: () => open('keys') },
  { name: say('web.command.light'), act: () => setTheme('light') },
  { name: say('web.command.dark'), act: () => setTheme('dark') },
  { name: say('web.command.system'), act: () => setTheme('system') },
  {
    name: say('web.command.demo'),
    act: () => void enterDemo().catch(tellProblem),
  },
]
