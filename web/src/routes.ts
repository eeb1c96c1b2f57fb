// Every page: its path, its name, its group in the rail, and its own chunk.
import type { ComponentType } from 'react'
import { lazily } from './kit/lazily'
import { say } from './words'

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

const daily = say('web.page.daily')
const plays = say('web.page.plays')
const behind = say('web.page.behind')

export const pages: Page[] = [
  {
    path: '/',
    name: say('web.page.today'),
    group: daily,
    about: say('web.page.today-about'),
    view: today,
  },
  {
    path: '/people',
    name: say('web.page.people'),
    group: daily,
    about: say('web.page.people-about'),
    view: people,
  },
  {
    path: '/triage',
    name: say('web.page.triage'),
    group: daily,
    about: say('web.page.triage-about'),
    view: triage,
  },
  {
    path: '/map',
    name: say('web.page.map'),
    group: daily,
    about: say('web.page.map-about'),
    view: map,
  },
  {
    path: '/content',
    name: say('web.page.content'),
    group: plays,
    about: say('web.page.content-about'),
    view: content,
  },
  {
    path: '/meet',
    name: say('web.page.meet'),
    group: plays,
    about: say('web.page.meet-about'),
    view: meet,
  },
  {
    path: '/help',
    name: say('web.page.help'),
    group: plays,
    about: say('web.page.help-about'),
    view: help,
  },
  {
    path: '/focus',
    name: say('web.page.focus'),
    group: plays,
    about: say('web.page.focus-about'),
    view: focus,
  },
  {
    path: '/insights',
    name: say('web.page.insights'),
    group: behind,
    about: say('web.page.insights-about'),
    view: insights,
  },
  {
    path: '/review',
    name: say('web.page.review'),
    group: behind,
    about: say('web.page.review-about'),
    view: review,
  },
  {
    path: '/sources',
    name: say('web.page.sources'),
    group: behind,
    about: say('web.page.sources-about'),
    view: sources,
  },
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
