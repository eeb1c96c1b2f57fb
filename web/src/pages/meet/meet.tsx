// Meet: whom could I see? How it went; never met, by town, on a trip; free hours; an invitation, and those sent.
import { useEffect, useState } from 'react'
import { usePerson, usePlan } from '../../api/queries'
import type { PersonRef } from '../../api/types'
import { Mark, PersonLink } from '../../kit/mark'
import { useSearch, useTitle } from '../../kit/router'
import { Answer, Empty } from '../../kit/states'
import { rich, say, sentence, sr } from '../../words'
import { HowDidItGo, Sent } from './invitations'
import { Invite, toInvitation } from './invite'
import { Slots } from './slots'
import { Towns } from './towns'
import { TripView } from './trip'

function NeverMet({ onInvite }: { onInvite: (person: PersonRef) => void }) {
  const plan = usePlan(480)
  return (
    <section className="section" aria-labelledby="never">
      <h2 className="h" id="never">
        {say('web.meet.never')}
      </h2>
      <Answer of={plan} lines={4}>
        {({ steps }) => {
          const meet = steps
            .filter((step) => step.play === 'meet' && step.topic !== 'how-did-it-go')
            .slice(0, 12)
          if (meet.length === 0) return <Empty words={say('web.meet.nobody-waits')} />
          return (
            <ul className="plainlist section-s">
              {meet.map((step) => (
                <li key={step.key}>
                  <Mark person={step.person} size="sm" />
                  <div>
                    <PersonLink person={step.person} />
                    <small>
                      {sentence(step.reason.text)} {sentence(step.do)}
                    </small>
                  </div>
                  <button className="btn plain" onClick={() => onInvite(step.person)}>
                    {rich('web.meet.invite', { sr, name: step.person.name })}
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </section>
  )
}

export default function Meet() {
  useTitle(say('web.page.meet'))
  const asked = useSearch().get('with') ?? ''
  const from = usePerson(asked, asked !== '')
  const [persons, setPersons] = useState<PersonRef[] | null>(null)
  const [at, setAt] = useState('')
  const whom = persons ?? (from.data ? [from.data] : [])
  const invite = (person: PersonRef) => {
    if (!whom.some((one) => one.id === person.id)) setPersons([...whom, person])
    toInvitation()
  }
  const arrived = from.data?.id
  useEffect(() => {
    if (arrived) toInvitation()
  }, [arrived])
  return (
    <>
      <p className="kicker">{say('web.page.meet')}</p>
      <h1>{say('web.meet.head')}</h1>
      <p className="lede">{say('web.meet.lede')}</p>
      <div className="two after">
        <div>
          <HowDidItGo />
          <TripView onInvite={invite} />
          <NeverMet onInvite={invite} />
          <Towns />
        </div>
        <aside className="aside" aria-label={say('web.meet.aside')}>
          <Invite persons={whom} onPersons={setPersons} at={at} onAt={setAt} />
          <Sent />
          <Slots onTake={setAt} />
        </aside>
      </div>
    </>
  )
}
