// The kinds of file that wellmet reads, what each can tell, and where to get it.

export interface Kind {
  kind: string
  name: string
  tells: string
  how: string
}

export const kinds: Kind[] = [
  {
    kind: 'linkedin',
    name: 'LinkedIn archive',
    tells: 'who is listed, since when, messages, recommendations',
    how: 'Settings, Data privacy, Get a copy of your data. The zip comes by mail; drop it as it is.',
  },
  {
    kind: 'mail',
    name: 'Mail',
    tells: 'who wrote to whom, and when. Bodies are not stored',
    how: 'An mbox file, a Maildir folder or .eml files. Google Takeout gives “All mail.mbox”.',
  },
  {
    kind: 'calendar',
    name: 'Calendar',
    tells: 'whom you have met, and how large the gathering was',
    how: 'Export it from your calendar program as .ics.',
  },
  {
    kind: 'vcard',
    name: 'Address book',
    tells: 'numbers, addresses, birthdays, cities',
    how: 'Export all contacts as vCard (.vcf).',
  },
  {
    kind: 'calls',
    name: 'Call log',
    tells: 'with whom you have spoken',
    how: 'The XML that backup apps for phones write.',
  },
  {
    kind: 'sms',
    name: 'Short messages',
    tells: 'who wrote to whom',
    how: 'The XML that backup apps for phones write.',
  },
  {
    kind: 'whatsapp',
    name: 'WhatsApp chat',
    tells: 'who wrote to whom',
    how: 'In the chat: More, Export chat, without media.',
  },
]

export const kindName = (kind: string | null) =>
  kind === null
    ? 'not a kind of file that is known'
    : (kinds.find((one) => one.kind === kind)?.name ?? kind)
