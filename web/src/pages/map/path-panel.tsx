// The path to somebody: who could introduce the owner, over whom, and a letter that asks.
import { useEffect } from 'react'
import { usePath, usePerson } from '../../api/queries'
import type { MapPicture, Path } from '../../api/types'
import { mailto } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { Link } from '../../kit/router'
import { Answer } from '../../kit/states'
import { bold, given, inHundred, list, rich, say, standingWord } from '../../words'

type Introducer = Path['introducers'][number]

function howTheyKnow(link: Introducer['chain'][number]): string {
  const how = [
    link.meetings > 0 && say('web.path.meetings', { n: link.meetings }),
    link.threads > 0 && say('web.path.threads', { n: link.threads }),
    link.introductions > 0 && say('web.path.introductions', { n: link.introductions }),
  ].filter((one): one is string => Boolean(one))
  const shared = how.length > 0 ? say('web.path.in-common', { how: list(how) }) : ''
  const work = link.colleagues ? say('web.path.colleagues') : ''
  return [work, shared].filter(Boolean).join('; ')
}

interface PathPanelProps {
  to: string
  map: MapPicture
  /** The people on the way, as points of the map. */
  onRoute: (route: number[]) => void
  onClose: () => void
}

export function PathPanel({ to, map, onRoute, onClose }: PathPanelProps) {
  const person = usePerson(to)
  const path = usePath(to)
  const inTouch = (path.data?.in_touch ?? 0) > 0
  const best = inTouch ? undefined : path.data?.introducers[0]
  const chain = best ? [best.person, ...best.chain.map((link) => link.to)] : []
  const ids = (chain.length > 0 ? chain.map((one) => one.id) : [to]).join()

  useEffect(() => {
    const route = ids
      .split(',')
      .map((id) => map.nodes.findIndex((node) => node.id === id))
      .filter((i) => i >= 0)
    onRoute(route)
    return () => onRoute([])
  }, [ids, map, onRoute])

  return (
    <section className="panel map-path" aria-label={say('web.path.path')}>
      <div className="rowhead">
        <p className="muted small">
          {rich('web.path.to', { b: bold, name: person.data?.name ?? '…' })}
        </p>
        <button className="btn plain tight" aria-label={say('web.path.close')} onClick={onClose}>
          ×
        </button>
      </div>
      <Answer of={person} lines={2}>
        {(known) => (
          <>
            <ol>
              <li>
                <span className="mark p sm" aria-hidden="true">
                  {say('web.map.you')}
                </span>
                <span>{say('web.map.you')}</span>
              </li>
              {best &&
                best.chain.map((link, i) => (
                  <li key={link.from.id}>
                    <Mark person={link.from} size="sm" />
                    <span>
                      <PersonLink person={link.from} />
                      <small>
                        {howTheyKnow(link)}
                        {i === 0 &&
                          best.chance > 0 &&
                          `; ${say('web.path.chance', { share: inHundred(best.chance) })}`}
                      </small>
                    </span>
                  </li>
                ))}
              <li>
                <Mark person={known} size="sm" />
                <span>
                  <Link to={`/people/${encodeURIComponent(known.id)}`}>{known.name}</Link>
                  <small>
                    {say('web.path.strength', {
                      standing: standingWord(known),
                      n: Math.round(known.strength),
                    })}
                  </small>
                </span>
              </li>
            </ol>
            {path.data && !best && (
              <p className="muted small">
                {inTouch
                  ? say('web.path.in-touch', { name: given(known.name) })
                  : say('web.path.nobody', { name: given(known.name) })}
              </p>
            )}
            {best && <AskFor introducer={best} to={known.name} />}
          </>
        )}
      </Answer>
    </section>
  )
}

function AskFor({ introducer, to }: { introducer: Introducer; to: string }) {
  const short = !introducer.person.email
  const person = usePerson(introducer.person.id, short)
  const mail = introducer.person.email ?? person.data?.emails[0]
  const name = given(introducer.person.name)
  if (!mail) return null
  const draft = {
    to: mail,
    subject: say('web.path.letter-subject', { to }),
    body: `${say('web.path.letter-greeting', { name })}\n\n${say('web.path.letter', { to })}\n`,
  }
  return (
    <a className="btn whole" href={mailto(draft)}>
      {say('web.path.ask', { name })}
    </a>
  )
}
