// One person: where the owner stands with her and why, what flowed, the years, facts, the next step.
import { useStatus, usePerson } from '../../api/queries'
import type { Show } from '../../api/types'
import { usePathname, useTitle } from '../../kit/router'
import { Answer } from '../../kit/states'

import { Head } from './head'
import { LampCards } from './lamp-cards'
import { Refer } from './refer'
import { Street } from './street'
import { Years } from './years'

function Known({ person }: { person: Show }) {
  useTitle(person.name)
  const today = useStatus().data?.today
  return (
    <>
      <Head person={person} />
      <LampCards person={person} today={today ?? null} />
      <Street person={person} />
      <Years person={person} today={today ?? null}>
        <Refer person={person} />
      </Years>
    </>
  )
}

export default function Person() {
  const id = decodeURIComponent(usePathname().split('/')[2] ?? '')
  const person = usePerson(id)
  return (
    <Answer of={person} lines={9}>
      {(known) => <Known key={known.id} person={known} />}
    </Answer>
  )
}
