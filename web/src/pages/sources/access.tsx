// Who has access: browsers that signed in and programs with a token; each can be shut out again.
import { send } from '../../api/client'
import { keepKey } from '../../api/key'
import { client, useSessions } from '../../api/queries'
import type { Session } from '../../api/types'
import { Answer } from '../../kit/states'
import { tell, tellProblem } from '../../kit/told'
import { day, list, moment, say } from '../../words'

function may({ kind, scopes }: Session): string {
  if (kind === 'browser') return say('web.access.browser')
  const has = (scope: Session['scopes'][number]) => scopes.includes(scope)
  const words = [
    has('read') && say('web.access.read'),
    has('write') && say('web.access.write'),
    has('backup') && say('web.access.backup'),
  ].filter((word) => word !== false)
  return say('web.access.program', { what: list(words) })
}

const end = ({ kind }: Session) =>
  kind === 'browser' ? say('web.access.sign-out') : say('web.access.revoke')

async function shutOut(session: Session) {
  try {
    if (session.current) {
      await send('DELETE', '/session')
      keepKey(null)
      await client.resetQueries()
      return
    }
    await send('DELETE', '/sessions/{id}', { parts: { id: session.id } })
    const { name } = session
    tell(
      session.kind === 'browser'
        ? say('web.access.told-signed-out', { name })
        : say('web.access.told-revoked', { name }),
    )
  } catch (error) {
    tellProblem(error)
  }
  await client.invalidateQueries({ queryKey: ['/sessions'] })
}

export function Access() {
  const sessions = useSessions()
  return (
    <section className="section" aria-labelledby="access">
      <h2 className="h" id="access">
        {say('web.access.head')}
      </h2>
      <Answer of={sessions} lines={2}>
        {(known) => (
          <ul className="plainlist section-s">
            {known.sessions.map((session) => (
              <li key={session.id} className="nomark">
                <span>
                  {session.name}
                  {session.current && `, ${say('web.access.this-one')}`}
                  <small>
                    {say('web.access.since', {
                      what: may(session),
                      since: day(session.created),
                      used: moment(session.used),
                    })}
                  </small>
                </span>
                <button className="btn plain" onClick={() => void shutOut(session)}>
                  {end(session)}
                  {!session.current && (
                    <span className="sr">
                      :{' '}
                      {say('web.access.which', {
                        name: session.name,
                        since: moment(session.created),
                      })}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}
