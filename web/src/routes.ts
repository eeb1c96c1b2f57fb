// Every page: its path, its name, its group in the rail, and its own chunk.
import type { ComponentType } from 'react'
import { lazily } from './kit/lazily'

export interface Page {
  path: string
  name: string
  group: string
  about: string
  view: ComponentType
}

const today = lazily(() => import('./pages/today/today'))
const people = lazily(() => import('./pages/people/people'))
const triage = lazily(() => import('./pages/triage'))
const map = lazily(() => import('./pages/map/map'))
const content = lazily(() => import('./pages/content/content'))
const meet = lazily(() => import('./pages/meet/meet'))
const help = lazily(() => import('./pages/help/help'))
const focus = lazily(() => import('./pages/focus/focus'))
const insights = lazily(() => import('./pages/insights'))
const review = lazily(() => import('./pages/review'))
const sources = lazily(() => import('./pages/sources/sources'))

const daily = 'Every day'
const plays = 'Plays'
const behind = 'Behind it'

export const pages: Page[] = [
  { path: '/', name: 'Today', group: daily, about: 'what to do now', view: today },
  { path: '/people', name: 'People', group: daily, about: 'whom you know', view: people },
  { path: '/triage', name: 'Triage', group: daily, about: 'the referral test', view: triage },
  { path: '/map', name: 'Map', group: daily, about: 'who knows whom', view: map },
  {
    path: '/content',
    name: 'Content',
    group: plays,
    about: 'who should hear of it',
    view: content,
  },
  { path: '/meet', name: 'Meet', group: plays, about: 'whom you could see', view: meet },
  { path: '/help', name: 'Help', group: plays, about: 'the two-way street', view: help },
  { path: '/focus', name: 'Focus', group: plays, about: 'markets and letting go', view: focus },
  { path: '/insights', name: 'Insights', group: behind, about: 'whether it works', view: insights },
  { path: '/review', name: 'Review', group: behind, about: 'questions in doubt', view: review },
  { path: '/sources', name: 'Sources', group: behind, about: 'where it comes from', view: sources },
]

export const groups = [daily, plays, behind]

const person = lazily(() => import('./pages/person/person'))

/** The page at a path, and the view to show there. */
export function pageAt(path: string): { page: Page | null; view: Page['view'] | null } {
  const page = pages.find((one) => one.path === path) ?? null
  if (page) return { page, view: page.view }
  if (/^\/people\/[^/]+$/.test(path)) return { page: pages[1] ?? null, view: person }
  return { page: null, view: null }
}
