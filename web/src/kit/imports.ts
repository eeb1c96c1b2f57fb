// The import under way: files given to the server, one after another, and how far it has come.
import { useSyncExternalStore } from 'react'
import { get, putFile, send } from '../api/client'
import { listen } from '../api/events'
import { askAllAnew } from '../api/queries'
import { choose } from './choose'
import type { ImportRun } from '../api/types'
import { go } from './router'
import { tellProblem } from './told'

export interface Given {
  name: string
  file: File
}

export interface Progress {
  /** Being handed over (then `sent` of `size`, now `file`), or read by the server. */
  phase: 'handing over' | 'reading' | 'ended'
  file: string | null
  sent: number
  size: number
  run: ImportRun | null
}

let progress: Progress | null = null
/** Ends what is being handed over. */
let handing: AbortController | null = null
const listeners = new Set<() => void>()

function show(next: Progress | null) {
  progress = next
  listeners.forEach((listener) => listener())
}

export const useImport = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => progress,
  )

export const forgetImport = () => show(null)

/** Hands the files over and starts; `stay` keeps the page that we are on. */
export async function importFiles(given: Given[], stay = false) {
  if (given.length === 0) return
  if (progress && progress.phase !== 'ended') return
  const size = given.reduce((sum, one) => sum + one.file.size, 0)
  const stop = new AbortController()
  handing = stop
  show({ phase: 'handing over', file: null, sent: 0, size, run: null })
  if (!stay) go('/sources')
  try {
    const run = await send('POST', '/imports')
    const parts = { id: run.id }
    let before = 0
    for (const { name, file } of given) {
      const tell = (bytes: number) => {
        if (stop.signal.aborted) return
        const sent = before + Math.min(bytes, file.size)
        show({ phase: 'handing over', file: name, sent, size, run })
      }
      tell(0)
      await putFile('/imports/{id}/files/{name}', { ...parts, name }, file, tell, stop.signal)
      before += file.size
      tell(0)
    }
    follow(await send('POST', '/imports/{id}/start', { parts, body: {} }))
  } catch (error) {
    if (stop.signal.aborted) return
    show(null)
    tellProblem(error)
  }
}

const over = (run: ImportRun) => run.state !== 'open' && run.state !== 'running'

function follow(run: ImportRun) {
  const take = (now: ImportRun) => {
    const ended = over(now)
    const phase = ended ? 'ended' : 'reading'
    show({ phase, file: now.file, sent: now.bytes, size: now.bytes, run: now })
    if (ended) void askAllAnew()
    return ended
  }
  if (take(run)) return
  listen('/imports/{id}/events', [{ parts: { id: run.id } }], (name, data) =>
    name === 'progress' ? take(JSON.parse(data) as ImportRun) : false,
  )
}

/** After a reload: takes up the import that the server is still reading. */
export async function findImport() {
  if (progress) return
  const { imports } = await get('/imports')
  const run = imports.find((one) => one.state === 'running')
  if (run && !progress) follow(run)
}

export async function cancelImport() {
  const run = progress?.run
  if (!run) return
  handing?.abort()
  try {
    const now = await send('DELETE', '/imports/{id}', { parts: { id: run.id } })
    if (over(now)) show({ phase: 'ended', file: null, sent: 0, size: 0, run: now })
  } catch (error) {
    show(null)
    tellProblem(error)
  }
}

/** Opens the system's own choice of files. */
export async function chooseFiles(stay = false) {
  const files = await choose({ multiple: true })
  await importFiles(
    files.map((file) => ({ name: file.name, file })),
    stay,
  )
}

async function filesOf(entry: FileSystemEntry): Promise<Given[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) =>
      (entry as FileSystemFileEntry).file(done, fail),
    )
    return [{ name: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: Given[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    )
    if (some.length === 0) return all
    for (const one of some) all.push(...(await filesOf(one)))
  }
}

/** What was dropped, folders with all that is in them. */
export async function dropped(data: DataTransfer): Promise<Given[]> {
  // Both are asked for before anything is awaited: the items are gone afterwards.
  const items = Array.from(
    data.items,
    (item) => [item.webkitGetAsEntry(), item.getAsFile()] as const,
  )
  const all: Given[] = []
  for (const [entry, file] of items) {
    if (entry) all.push(...(await filesOf(entry)))
    else if (file) all.push({ name: file.name, file })
  }
  return all
}
