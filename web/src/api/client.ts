// Talks to the server by the paths of the contract: one function to ask, one to write, one for files;
// what goes wrong becomes a Problem.
import { say, sentence } from '../words'
import { keyHeader, sessionKey } from './key'
import type { paths } from './schema'
import type { ProblemShape } from './types'

const base = '/api/v1'

/** An answer that says what is wrong (detail) and what to do about it (help). */
export class Problem extends Error {
  readonly status: number
  readonly help: string | null
  readonly shape: Partial<ProblemShape>

  constructor(status: number, shape: Partial<ProblemShape>) {
    const where = shape.where ? `${shape.where}: ` : ''
    super(sentence(where + (shape.detail ?? shape.title ?? say('web.problem.no-reason'))))
    this.name = 'Problem'
    this.status = status
    this.help = sentence(shape.help ?? '') || null
    this.shape = shape
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type AnyPath = keyof paths
type Value = string | number | boolean | string[] | null | undefined

/** What the contract says of a method at a path. */
type Operation<M extends Method, P extends AnyPath> =
  Lowercase<M> extends keyof paths[P] ? NonNullable<paths[P][Lowercase<M>]> : never

export type PathOf<M extends Method> = {
  [P in AnyPath]: [Operation<M, P>] extends [never] ? never : P
}[AnyPath]

type Done<O> = O extends { responses: { 200: infer R } | { 201: infer R } } ? R : never
type Json<T> = T extends { content: { 'application/json': infer J } } ? J : undefined
export type AnswerTo<M extends Method, P extends AnyPath> = Json<Done<Operation<M, P>>>

type PartsOf<O> = O extends { parameters: { path: infer Parts } }
  ? { parts: { [N in keyof Parts]: string | number } }
  : { parts?: undefined }
type QueryOf<O> = O extends { parameters: { query?: infer Query } }
  ? { [N in keyof NonNullable<Query>]?: Value }
  : undefined
/** A list that must not be empty may be any list here: the server says so if it is. */
type Loosened<B> = B extends object
  ? { [N in keyof B]: B[N] extends [string, ...string[]] ? string[] : B[N] }
  : B
type BodyOf<O> = O extends { requestBody?: { content: infer Content } }
  ? Loosened<Content[keyof Content]>
  : undefined

/** What goes with a path: what stands in its braces, behind its `?`, and in the body. */
export type Request<M extends Method, P extends AnyPath> = PartsOf<Operation<M, P>> & {
  query?: QueryOf<Operation<M, P>>
  body?: BodyOf<Operation<M, P>>
}
export type Rest<M extends Method, P extends AnyPath> =
  object extends Request<M, P> ? [request?: Request<M, P>] : [request: Request<M, P>]

interface Loose {
  parts?: Record<string, string | number>
  query?: Record<string, Value>
  body?: unknown
}

/** "/people" and {q: "ada"} → "/people?q=ada"; empty and false ones are left out, true is 1, lists come one by one. */
export function address(path: string, { parts = {}, query = {} }: Loose = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ''),
  )
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '' || value === false) continue
    if (Array.isArray(value)) for (const one of value) text.append(name, one)
    else text.set(name, value === true ? '1' : String(value))
  }
  return text.size > 0 ? `${filled}?${text.toString()}` : filled
}

/** What each request sends along, so that the server knows whose it is. */
export const withKey = (headers: Record<string, string>): RequestInit => ({
  credentials: 'same-origin',
  headers: { ...headers, [keyHeader]: sessionKey() },
})

export const url = <P extends PathOf<'GET'>>(path: P, ...[request]: Rest<'GET', P>) =>
  base + address(path, request as Loose | undefined)

function answer<T>(status: number, type: string | null, text: string): T {
  const json = /json/.test(type ?? '')
  if (status >= 200 && status < 300) return (json && text ? JSON.parse(text) : text) as T
  throw new Problem(status, json ? (JSON.parse(text) as ProblemShape) : {})
}

export const noAnswer = () =>
  new Problem(0, {
    detail: say('web.problem.no-answer'),
    help: say('web.problem.no-answer-help'),
  })

const stopped = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

async function reach<T>(
  path: string,
  headers: Record<string, string>,
  init: RequestInit,
): Promise<T> {
  const response = await fetch(base + path, { ...withKey(headers), ...init }).catch(
    (error: unknown) => {
      throw stopped(error) ? error : noAnswer()
    },
  )
  return answer<T>(response.status, response.headers.get('content-type'), await response.text())
}

/** What stands at an address that was put together by `address`. */
export const getAt = <T>(at: string, signal?: AbortSignal) =>
  reach<T>(at, { accept: 'application/json' }, { signal })

export const get = <P extends PathOf<'GET'>>(path: P, ...[request]: Rest<'GET', P>) =>
  getAt<AnswerTo<'GET', P>>(address(path, request as Loose | undefined))

/** A body that is text is a calendar; any other goes as JSON. */
export function send<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  ...[request]: Rest<M, P>
): Promise<AnswerTo<M, P>> {
  const { body, ...rest } = (request ?? {}) as Loose
  const headers: Record<string, string> = { accept: 'application/json' }
  const text = typeof body === 'string'
  if (body !== undefined) headers['content-type'] = text ? 'text/calendar' : 'application/json'
  const payload = body === undefined || text ? (body as string | undefined) : JSON.stringify(body)
  return reach(address(path, rest), headers, { method, body: payload })
}

/** Lets the browser itself fetch and keep something: it sends no key, but a ticket, good once. */
export async function download<P extends PathOf<'GET'>>(
  path: P,
  ...[request]: Rest<'GET', P>
): Promise<void> {
  const { query, ...rest } = (request ?? {}) as Loose
  const { ticket } = await send('POST', '/tickets', { body: { path: address(path, rest) } })
  const link = document.createElement('a')
  link.href = base + address(path, { ...rest, query: { ...query, ticket } })
  // By the name that the server gives; what cannot be had does not take the page's place.
  link.download = ''
  link.click()
}

/** Puts a file, and tells how much of it has gone. */
export function putFile<P extends PathOf<'PUT'>>(
  path: P,
  parts: Request<'PUT', P>['parts'],
  file: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<AnswerTo<'PUT', P>> {
  return new Promise((done, fail) => {
    const call = new XMLHttpRequest()
    call.open('PUT', base + address(path, { parts }))
    call.setRequestHeader('accept', 'application/json')
    call.setRequestHeader('content-type', 'application/octet-stream')
    call.setRequestHeader(keyHeader, sessionKey())
    call.upload.onprogress = (event) => onSent(event.loaded)
    call.onerror = () => fail(noAnswer())
    call.onabort = () => fail(new DOMException('stopped', 'AbortError'))
    call.onload = () => {
      try {
        done(answer(call.status, call.getResponseHeader('content-type'), call.responseText))
      } catch (error) {
        fail(error instanceof Error ? error : noAnswer())
      }
    }
    signal.addEventListener('abort', () => call.abort())
    call.send(file)
  })
}
