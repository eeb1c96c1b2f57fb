// Writes: says a thing to the server, shows it at once, tells it in one line, and takes it back.
import { tell, tellProblem } from '../kit/told'
import { say, sentence } from '../words'
import { type AnyPath, type Method, type PathOf, type Request, type Rest, send } from './client'
import { seen } from './live'
import { askAnew, client } from './queries'

interface Told {
  /** What the line says; else what the server answers. */
  told?: string
  /** Shows the change before the server has answered; gives back how to unshow it. */
  show?: () => () => void
  /** Something besides the line to do once it is taken back. */
  undone?: () => void
}

export type Write<M extends Method, P extends AnyPath> = Told &
  Request<M, P> & { method?: M; path: P }

/** What every write answers; a few that change nothing leave it out. */
interface Said {
  done: string
  change: number
}

/** True once the server has it; a problem is told and answers false. */
export async function record<P extends PathOf<M>, M extends Method = 'POST'>(
  write: Write<M, P>,
): Promise<boolean> {
  const unshow = write.show?.()
  try {
    const { method, path, parts, query, body } = write
    const request = [{ parts, query, body }] as unknown as Rest<M, P>
    const said = (await send(method ?? ('POST' as M), path, ...request)) as
      Partial<Said> | undefined
    const change = said?.change ?? null
    seen(change)
    const back = async () => {
      unshow?.()
      write.undone?.()
      await takeBack(change)
    }
    tell(
      write.told ?? sentence(said?.done ?? say('web.record.done')),
      change === null ? null : back,
    )
    void askAnew()
    return true
  } catch (error) {
    unshow?.()
    tellProblem(error)
    return false
  }
}

export async function takeBack(change: number | null) {
  try {
    const said = await send('POST', '/undo', { body: change === null ? {} : { change } })
    seen(said.change)
    tell(sentence(said.done))
  } catch (error) {
    tellProblem(error)
  }
  void askAnew()
}

/** Changes an answer that is already here, and gives back how to restore it. */
export function patch<T>(key: [string], change: (old: T) => T): () => void {
  const old = client.getQueryData<T>(key)
  if (old === undefined) return () => undefined
  client.setQueryData<T>(key, change(old))
  return () => client.setQueryData<T>(key, old)
}
