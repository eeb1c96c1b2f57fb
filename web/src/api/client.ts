// Talks to the server: one function to ask, one to write; what goes wrong becomes a Problem.
import { sentence } from '../words'
import type { ProblemShape } from './types'

const base = '/api/v1'

/** An answer that says what is wrong (detail) and what to do about it (help). */
export class Problem extends Error {
  readonly status: number
  readonly help: string | null
  readonly shape: ProblemShape

  constructor(status: number, shape: ProblemShape) {
    const where = shape.where ? `${shape.where}: ` : ''
    super(sentence(where + (shape.detail ?? shape.title ?? 'the server gave no reason')))
    this.name = 'Problem'
    this.status = status
    this.help = shape.help ? sentence(shape.help) : null
    this.shape = shape
  }
}

export type Params = Record<string, string | number | boolean | null | undefined>

/** "/people" and {q: "ada"} → "/people?q=ada"; empty and false ones are left out, true is 1. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === '' || value === false) continue
    query.set(name, value === true ? '1' : String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

export const url = (path: string, params?: Params) => base + address(path, params)

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text()
  const json = /json/.test(response.headers.get('content-type') ?? '')
  if (!response.ok) {
    const shape = json ? (JSON.parse(text) as ProblemShape) : { detail: response.statusText }
    throw new Problem(response.status, shape)
  }
  return (json && text ? JSON.parse(text) : text) as T
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(base + path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, {
      detail: 'There is no answer from wellmet.',
      help: 'Is `wellmet serve` still running? Start it again, then try once more.',
    })
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await reach(path, { signal, headers: { accept: 'application/json' } }))
}

export type Method = 'POST' | 'PUT' | 'DELETE'

export async function send<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const raw = body instanceof Blob || typeof body === 'string'
  const type = body instanceof Blob ? 'application/octet-stream' : 'text/calendar'
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = raw ? type : 'application/json'
  const payload = body === undefined || raw ? (body as BodyInit | undefined) : JSON.stringify(body)
  return answer<T>(await reach(path, { method, headers, body: payload }))
}
