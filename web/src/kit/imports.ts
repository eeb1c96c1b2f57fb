// The import under way: files given to the server, one after another, and how far it has come.
import { useSyncExternalStore } from 'react'
import { send, url } from '../api/client'
import { client } from '../api/queries'
import type { ImportRun } from '../api/types'
import { go } from './router'
import { tellProblem } from './told'

export interface Given {
  name: string
  file: File
}

export interface Progress {
  /** Being handed over (then `sent` of `size`), or read by the server. */
  phase: 'handing over' | 'reading' | 'ended'
  sent: number
  size: number
  run: ImportRun | null
}

let progress: Progress | null = null
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

const path = (run: ImportRun) => `/imports/${encodeURIComponent(run.id)}`

/** Hands the files over and starts; `stay` keeps the page that we are on. */
export async function importFiles(given: Given[], stay = false) {
  if (given.length === 0) return
  if (progress && progress.phase !== 'ended') return
  const size = given.reduce((sum, one) => sum + one.file.size, 0)
  show({ phase: 'handing over', sent: 0, size, run: null })
  if (!stay) go('/sources')
  try {
    const run = await send<ImportRun>('POST', '/imports')
    let sent = 0
    for (const { name, file } of given) {
      await send('PUT', `${path(run)}/files/${encodeURIComponent(name)}`, file)
      sent += file.size
      show({ phase: 'handing over', sent, size, run })
    }
    follow(await send<ImportRun>('POST', `${path(run)}/start`, {}), size)
  } catch (error) {
    show(null)
    tellProblem(error)
  }
}

const over = (run: ImportRun) => run.state !== 'open' && run.state !== 'running'

function follow(run: ImportRun, size: number) {
  const take = (now: ImportRun) => {
    const ended = over(now)
    show({ phase: ended ? 'ended' : 'reading', sent: size, size, run: now })
    if (ended) void client.invalidateQueries()
    return ended
  }
  if (take(run)) return
  const events = new EventSource(url(`${path(run)}/events`))
  events.addEventListener('progress', (event: MessageEvent<string>) => {
    if (take(JSON.parse(event.data) as ImportRun)) events.close()
  })
}

export async function cancelImport() {
  if (!progress?.run) return
  try {
    await send('DELETE', path(progress.run))
    show(null)
  } catch (error) {
    tellProblem(error)
  }
}

/** Opens the system's own choice of files. */
export function chooseFiles(stay = false) {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.onchange = () => {
    const files = Array.from(input.files ?? [])
    void importFiles(
      files.map((file) => ({ name: file.name, file })),
      stay,
    )
  }
  input.click()
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
