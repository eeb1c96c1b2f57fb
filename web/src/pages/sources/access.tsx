// Who has access: browsers that signed in and programs with a token; each can be shut out again.
import { send } from '../../api/client'
import { keepKey } from '../../api/key'
import { client, useSessions } from '../../api/queries'
import type { Session } from '../../api/types'
import { Answer } from '../../kit/states'
import { tell, tellProblem } from '../../kit/told'
import { day, moment } from '../../words'

function may({ kind, scopes }: Session): string {
  if (kind === 'browser') return 'A browser'
  const has = (scope: Session['scopes'][number]) => scopes.includes(scope)
  const words = [
    has('read') && 'read',
    has('write') && 'change things',
    has('backup') && 'take backups and exports',
  ].filter((word) => word !== false)
  return `A program that may ${words.join(' and ')}`
}

const end = ({ kind }: Session) => (kind === 'browser' ? 'Sign out' : 'Revoke')

async function shutOut(session: Session) {
  try {
    if (session.current) {
      await send('DELETE', '/session')
      keepKey(null)
      await client.resetQueries()
      return
    }
    await send('DELETE', '/sessions/{id}', { parts: { id: session.id } })
    tell(`${session.kind === 'browser' ? 'Signed out' : 'Revoked'}: ${session.name}.`)
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
        Who has access
      </h2>
      <Answer of={sessions} lines={2}>
        {(known) => (
          <ul className="plainlist section-s">
            {known.sessions.map((session) => (
              <li key={session.id} className="nomark">
                <span>
                  {session.name}
                  {session.current && ', this one'}
                  <small>
                    {may(session)}. Since {day(session.created)}, last used {moment(session.used)}
                  </small>
                </span>
                <button className="btn plain" onClick={() => void shutOut(session)}>
                  {end(session)}
                  {!session.current && (
                    <span className="sr">
                      : {session.name}, since {moment(session.created)}
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
