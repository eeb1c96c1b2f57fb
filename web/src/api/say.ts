// Writes: says a thing to the server, shows it at once, tells it in one line, and takes it back.
import { tell, tellProblem } from '../kit/told'
import { sentence } from '../words'
import { type Method, send } from './client'
import { seen } from './live'
import { client } from './queries'
import type { Said } from './types'

export interface Write {
  method?: Method
  path: string
  body?: unknown
  /** What the line says; else what the server answers. */
  told?: string
  /** Shows the change before the server has answered; gives back how to unshow it. */
  show?: () => () => void
  /** Something besides the line to do once it is taken back. */
  undone?: () => void
}

/** True once the server has it; a problem is told and answers false. */
export async function say(write: Write): Promise<boolean> {
  const unshow = write.show?.()
  try {
    const said = await send<Said>(write.method ?? 'POST', write.path, write.body)
    const change = said?.change ?? null
    seen(change)
    const back = async () => {
      unshow?.()
      write.undone?.()
      await takeBack(change)
    }
    tell(write.told ?? sentence(said?.done ?? 'Done.'), change === null ? null : back)
    void client.invalidateQueries()
    return true
  } catch (error) {
    unshow?.()
    tellProblem(error)
    return false
  }
}

export async function takeBack(change: number | null) {
  try {
    const said = await send<Said>('POST', '/undo', change === null ? {} : { change })
    seen(said.change)
    tell(sentence(said.done))
  } catch (error) {
    tellProblem(error)
  }
  void client.invalidateQueries()
}

/** Changes an answer that is already here, and gives back how to restore it. */
export function patch<T>(key: [string], change: (old: T) => T): () => void {
  const old = client.getQueryData<T>(key)
  if (old === undefined) return () => undefined
  client.setQueryData<T>(key, change(old))
  return () => client.setQueryData<T>(key, old)
}
