// The path to somebody: who could introduce the owner, over whom, and a letter that asks.
import { useEffect } from 'react'
import { usePath, usePerson } from '../../api/queries'
import type { MapPicture, Path } from '../../api/types'
import { mailto } from '../../kit/links'
import { Mark, PersonLink } from '../../kit/mark'
import { Link } from '../../kit/router'
import { Answer } from '../../kit/states'
import { count, given, inHundred, list, num, standingWord } from '../../words'

type Introducer = Path['introducers'][number]

function howTheyKnow(link: Introducer['chain'][number]): string {
  const how = [
    link.meetings > 0 && count(link.meetings, 'meeting'),
    link.threads > 0 && count(link.threads, 'conversation'),
    link.introductions > 0 && count(link.introductions, 'introduction'),
  ].filter((one): one is string => Boolean(one))
  const shared = how.length > 0 ? `${list(how)} in common` : ''
  const work = link.colleagues ? 'work at one company' : ''
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
    <section className="panel map-path" aria-label="Path">
      <div className="rowhead">
        <p className="muted small">
          Path to <b>{person.data?.name ?? '…'}</b>
        </p>
        <button className="btn plain tight" aria-label="Close the path" onClick={onClose}>
          ×
        </button>
      </div>
      <Answer of={person} lines={2}>
        {(known) => (
          <>
            <ol>
              <li>
                <span className="mark p sm" aria-hidden="true">
                  you
                </span>
                <span>you</span>
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
                          `; ${inHundred(best.chance)} that it comes about`}
                      </small>
                    </span>
                  </li>
                ))}
              <li>
                <Mark person={known} size="sm" />
                <span>
                  <Link to={`/people/${encodeURIComponent(known.id)}`}>{known.name}</Link>
                  <small>
                    {standingWord(known)}, strength {num(Math.round(known.strength))}
                  </small>
                </span>
              </li>
            </ol>
            {path.data && !best && (
              <p className="muted small">
                {inTouch
                  ? `You and ${given(known.name)} are in touch already.`
                  : `Nobody of those you know is known to know ${given(known.name)}.`}
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
    subject: `Would you introduce me to ${to}?`,
    body: `Hi ${name},\n\nYou know ${to}. Would you introduce me? If now is not the time, just say so.\n`,
  }
  return (
    <a className="btn whole" href={mailto(draft)}>
      Ask {name} to introduce you
    </a>
  )
}
