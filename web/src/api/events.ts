// What the server tells as it comes. EventSource cannot send the key of the session, so the lines
// are read here.
import { url, withKey } from './client'
import type { PathOf, Rest } from './client'

const again = 3000

/** The events in what has come so far, and the rest, which is not whole yet. */
function split(text: string): { events: { name: string; data: string }[]; rest: string } {
  const blocks = text.split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.map((block) => {
    const lines = block.split('\n')
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
    return { name: field('event'), data: field('data') }
  })
  return { events: events.filter((one) => one.name !== ''), rest }
}

type Ended = 'begin again' | 'signed out' | 'over'

async function read(
  at: string,
  signal: AbortSignal,
  take: (name: string, data: string) => void,
): Promise<Ended> {
  const response = await fetch(at, { ...withKey({ accept: 'text/event-stream' }), signal })
  if (response.status === 401) return 'signed out'
  if (response.status >= 500) return 'begin again'
  if (!response.ok || !response.body) return 'over'
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return 'begin again'
    const { events, rest } = split(text + value)
    text = rest
    for (const { name, data } of events) take(name, data)
  }
}

const pause = (signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = window.setTimeout(done, again)
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer)
      done()
    })
  })

/**
 * Listens until the function that it gives is called, or `take` gives true; begins anew where the
 * server was away.
 */
export function listen<P extends PathOf<'GET'>>(
  path: P,
  request: Rest<'GET', P>,
  take: (name: string, data: string) => boolean,
  onSignedOut: () => void = () => undefined,
): () => void {
  const stop = new AbortController()
  const at = url(path, ...request)
  const go = async () => {
    while (!stop.signal.aborted) {
      const ended = await read(at, stop.signal, (name, data) => {
        if (take(name, data)) stop.abort()
      }).catch((): Ended => 'begin again')
      if (ended === 'signed out') onSignedOut()
      if (ended !== 'begin again') return
      if (!stop.signal.aborted) await pause(stop.signal)
    }
  }
  void go()
  return () => stop.abort()
}
