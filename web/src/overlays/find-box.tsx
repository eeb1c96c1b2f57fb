// The box behind Ctrl-K: people, pages and commands, found by a few letters.
import { Combobox, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { personTo } from '../kit/mark'
import { open, typedAhead } from '../kit/opened'
import { go } from '../kit/router'
import { pages } from '../routes'
import { commands } from './commands'
import { Dialog } from './dialog'
import { FoundPeople, useFoundPeople } from './found-people'
import { say } from '../words'

const fold = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

export function FindBox() {
  const [q, setQ] = useState('')
  const combobox = useCombobox({ opened: true })
  const { people, isFetching } = useFoundPeople(q, combobox)
  const wanted = fold(q.trim())
  const somePages = pages.filter((page) => fold(`${page.name} ${page.about}`).includes(wanted))
  const someCommands = commands.filter((one) => wanted !== '' && fold(one.name).includes(wanted))
  const none = people.length + somePages.length + someCommands.length === 0

  const take = (value: string) => {
    open(null)
    const command = commands.find((one) => one.name === value)
    if (command) command.act()
    else go(value)
  }
  return (
    <Dialog bare title={say('web.frame.find')} size={560} onClose={() => open(null)}>
      <Combobox store={combobox} onOptionSubmit={take}>
        <Combobox.EventsTarget>
          <input
            className="field"
            data-autofocus
            placeholder={say('web.find.placeholder')}
            aria-label={say('web.frame.find')}
            value={q}
            onFocus={() => {
              const text = typedAhead()
              setQ((typed) => typed + text)
            }}
            onChange={(event) => setQ(event.target.value)}
          />
        </Combobox.EventsTarget>
        <div className="found">
          <Combobox.Options aria-label={say('web.find.found')}>
            {people.length > 0 && (
              <Combobox.Group label={say('web.page.people')}>
                <FoundPeople people={people} value={personTo} />
              </Combobox.Group>
            )}
            {somePages.length > 0 && (
              <Combobox.Group label={say('web.frame.pages')}>
                {somePages.map((page) => (
                  <Combobox.Option key={page.path} value={page.path}>
                    <span className="foundline">
                      {page.name}
                      <small>{page.about}</small>
                    </span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {someCommands.length > 0 && (
              <Combobox.Group label={say('web.find.commands')}>
                {someCommands.map((one) => (
                  <Combobox.Option key={one.name} value={one.name}>
                    {one.name}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
          </Combobox.Options>
          {none && !isFetching && <p className="none">{say('web.find.none', { q })}</p>}
        </div>
      </Combobox>
    </Dialog>
  )
}
