// The kinds of file that wellmet reads, what each can tell, and where to get it.
import { say } from '../../words'

export interface Kind {
  kind: string
  name: string
  tells: string
  how: string
}

export const kinds: Kind[] = [
  {
    kind: 'linkedin',
    name: say('web.kind.linkedin'),
    tells: say('web.kind.linkedin-tells'),
    how: say('web.kind.linkedin-how'),
  },
  {
    kind: 'mail',
    name: say('web.kind.mail'),
    tells: say('web.kind.mail-tells'),
    how: say('web.kind.mail-how'),
  },
  {
    kind: 'calendar',
    name: say('web.kind.calendar'),
    tells: say('web.kind.calendar-tells'),
    how: say('web.kind.calendar-how'),
  },
  {
    kind: 'vcard',
    name: say('web.kind.vcard'),
    tells: say('web.kind.vcard-tells'),
    how: say('web.kind.vcard-how'),
  },
  {
    kind: 'calls',
    name: say('web.kind.calls'),
    tells: say('web.kind.calls-tells'),
    how: say('web.kind.xml-how'),
  },
  {
    kind: 'sms',
    name: say('web.kind.sms'),
    tells: say('web.kind.letters-tell'),
    how: say('web.kind.xml-how'),
  },
  {
    kind: 'whatsapp',
    name: say('web.kind.whatsapp'),
    tells: say('web.kind.letters-tell'),
    how: say('web.kind.whatsapp-how'),
  },
]

export const kindName = (kind: string | null) =>
  kind === null ? say('web.kind.unknown') : (kinds.find((one) => one.kind === kind)?.name ?? kind)
