// The shapes that the API answers with, in one place: docs/api/openapi.yaml is what they follow.

export type Play = 'share' | 'talk' | 'meet' | 'help' | 'focus'
export type Fact = 'yes' | 'no' | 'unknown'
export type FactName = 'talk' | 'meet' | 'help'
export type Standing = 'network' | 'contact'
export type Rung = 'listed' | 'aware' | 'in_touch' | 'met' | 'network' | 'advocate'
export type Referral = 'yes' | 'hesitate' | 'no' | 'stranger'

/** Who somebody is, in short. Standing and place are there where the answer knows them. */
export interface PersonRef {
  id: string
  name: string
  standing?: Standing
  quiet?: boolean
  one_step_away?: boolean
  company?: string | null
  title?: string | null
  city?: string | null
  email?: string | null
}

export interface JobChange {
  company: string | null
  title: string | null
  after: string
  by: string
}

export interface Person extends PersonRef {
  emails: string[]
  phones: string[]
  linkedin: string | null
  company: string | null
  title: string | null
  city: string | null
  birthday: string | null
  job_change: JobChange | null
  organisation: boolean
  standing: Standing
  rung: Rung
  one_step_away: boolean
  facts: Record<FactName, Fact>
  missing: FactName[]
  answer: Referral | null
  quiet: boolean
  let_go: boolean
  exempt: boolean
  strength: number
  exchange_chance: number
  reply_chance: number
  silence_chance: number
  last_two_way: string | null
  counts: {
    wrote_out: number
    wrote_in: number
    met: number
    called: number
    help_out: number
    help_in: number
  }
}

/** One row of evidence. `counts` false: too unsure to move a rung. */
export interface Row {
  kind: string
  direction: 'in' | 'out' | 'both'
  at: string | null
  channel: string
  source: string
  note: string
  place: string | null
  confidence: number
  counts: boolean
}

export interface Show extends Person {
  names: string[]
  notes: string[]
  labels: string[]
  reasons: Row[]
  timeline: Row[]
  strength_reasons: string[]
  strength_before: number
  chances_learned_from: number
  constancy: { windows: number; in_touch: number; window_days: number } | null
  next: Step | null
}

export interface DatedNote {
  kind: string
  at: string
  note: string
}

export interface Brief {
  person: Person
  notes: string[]
  last_spoken: DatedNote | null
  last_wrote: DatedNote | null
  about: string[]
  help_out: DatedNote | null
  help_in: DatedNote | null
  open: string[]
  give: string[]
  colleagues: PersonRef[]
}

export interface Step {
  n: number
  key: string
  play: Play
  topic: string
  person: PersonRef
  reason: string
  evidence: { note: string; at: string | null } | null
  open_with: string | null
  do: string
  minutes: number
  urgency: number
  gives: boolean
  gain: number
}

export interface Plan {
  minutes: number
  steps: Step[]
}

export interface Why extends Step {
  place: number
  of: number
  reply_chance: number
  exchange_chance: number
}

export interface Status {
  people: number
  network: number
  advocates: number
  one_step_away: number
  quiet: number
  let_go: number
  organisations: number
  review: number
  rungs: Record<Rung, number>
  today: string
  /** The newest change. */
  change?: number
  owner: Owner
  demo?: boolean
  version?: string
  quarter?: {
    since: string
    people: number
    network: number
    one_step_away: number | null
    quiet: number
    joined: number
  } | null
}

export interface Owner {
  name: string | null
  handles: string[]
  assumed: string[]
  region: string | null
}

export interface PeoplePage {
  total: number
  people: Person[]
  next?: string | null
}

export interface Facets {
  standing: Partial<Record<Standing, number>>
  rung: Partial<Record<Rung, number>>
  missing: Partial<Record<FactName, number>>
  one_step: number
  quiet: number
  let_go: number
  organisations: number
  market?: Record<string, number>
}

export interface Triage {
  asked: number
  left: number
  settled: boolean
  next: Person[]
  likely: (Person & { yes_chance: number; yes_reasons: string[] })[]
  disagree: (Person & { disagreement: string })[]
}

export interface Question {
  n: number
  key: string
  question: string
  why: string
  a: Person
  b?: Person
  agree?: string[]
  differ?: string[]
  rung_if_yes?: Rung
  meeting?: { at: string; note: string }
  letter?: { at: string; note: string }
}

export interface Review {
  total: number
  questions: Question[]
}

export interface ReportQuarter {
  day: string
  people: number
  network: number
  joined: number
  left: number
  quiet: number
  advocates: number
  reciprocity: number | null
  constancy: number | null
}

export interface Report {
  quarters: ReportQuarter[]
  foretold: {
    day: string
    written_to: number
    answered: number
    top: number
    top_answered: number
    expected_share: number
    brier: number
  }[]
  since: string | null
  moved: {
    id: string
    name: string
    day: string
    by: string
    after: { play: Play; topic: string; day: string }[]
  }[]
  plays: {
    play: Play
    steps: number
    people: number
    answered: number
    moved_up: number
    network: number
    too_early: number
  }[]
  constancy_windows: number | null
}

export interface Offer {
  n: number
  offer: string
  since: string
}

export interface Need {
  n: number
  person: PersonRef
  need: string
  since: string
  offers: Offer[]
  helpers: { person: PersonRef; words: string[] }[]
}

export interface Needs {
  needs: Need[]
  noticed: { n: number; person: PersonRef; need: string; from: string; day: string | null }[]
}

export interface Draft {
  to: string
  subject: string
  body: string
}

export interface Introduction {
  n: number
  stage: string
  first: PersonRef
  second: PersonRef
  agreed: [boolean, boolean]
  why: string
  since: string
  came: string | null
  draft: Draft | null
}

export interface Favours {
  both_ways: number
  only_out: number
  only_in: number
  people: { person: PersonRef; help_out: number; help_in: number; thanks_due: boolean }[]
}

export interface PieceBrief {
  n: number
  title: string
  link: string | null
  published: string
  source: string | null
}

export interface Piece extends PieceBrief {
  words: string
  reach: number
  replied: number
  engaged: number
  moved_up: number
  sent: {
    person: PersonRef
    on: string
    replied: string | null
    engaged: string | null
    rung_before: Rung
    rung: Rung
  }[]
}

export interface Relevant {
  person: PersonRef
  score: number
  words: string[]
  where: string
  about: { title: string; on: string } | null
}

export interface Audience {
  piece: PieceBrief
  total: number
  resting: number
  people: Relevant[]
}

export interface Letters {
  letters: { person: PersonRef; draft: Draft; mailto: string }[]
  change?: number
}

export interface Ask extends Relevant {
  gladly: number
  draft: Draft
}

export interface Market {
  name: string | null
  rule: string
  words: string
  people: number
  fits: number
  maybe: number
  network: number
  one_step_away?: number
  best: { person: PersonRef; fits: boolean; holds: string[]; unknown: string[] }[]
}

export interface Cohesion {
  people: number
  acquaintances: number
  density: number
  transitivity: number
  constraint: number
  effective_size: number
}

export interface LetGo {
  total: number
  people: number
  fits: number
  batch: { person: PersonRef; why: string }[]
  cohesion: { before: Cohesion; after: Cohesion }
}

export interface Path {
  to: PersonRef | string
  people: number
  in_touch: number
  own: PersonRef[]
  introducers: {
    person: PersonRef
    chance: number
    chain: {
      from: PersonRef
      to: PersonRef
      threads: number
      meetings: number
      introductions: number
      colleagues: boolean
      last: string | null
    }[]
  }[]
}

export interface MapPicture {
  nodes: {
    id: string
    name: string
    network: boolean
    one_step: boolean
    quiet: boolean
    strength: number
    circle: number | null
    /** Would be let go by what /let-go proposes. */
    gone?: boolean
  }[]
  edges: [number, number, number][]
  circles: { name: string; people: number; network: number }[]
  others: number
}

export interface Trip {
  place: { name: string; region: string; country: string; zone: string }
  from: string
  to: string
  within_km: number
  in_touch: number
  located: number
  total: number
  people: {
    person: Person
    why: string
    reason: string
    gain: number
    km: number
    perhaps: boolean
    last_spoken: string | null
  }[]
}

export interface Towns {
  towns: { town: string | null; people: PersonRef[] }[]
}

export interface Slots {
  zone: string
  free: { day: string; from: string; to: string }[]
}

export interface Invitation {
  title: string
  day: string
  zone: string
  minute: number
  text: string
}

export interface FileReport {
  path: string
  kind: string | null
  read: number
  added: number
  known?: number
  skipped: number
  left_out?: Record<string, number>
  what?: Record<string, number>
  failed?: boolean
  problems: { where: string; what: string }[]
  problem_count?: number
  remarks?: { where: string; what: string }[]
}

export interface ImportReport {
  files: FileReport[]
  people: number
  review: number
  seconds: number
}

export interface ProblemShape {
  title?: string
  status?: number
  detail?: string
  where?: string
  help?: string
  candidates?: Person[]
  passphrase?: boolean
}

export interface ImportRun {
  id: string | number
  state: 'open' | 'running' | 'done' | 'failed' | 'cancelled'
  files: { name: string; bytes: number }[]
  bytes: number
  read: number
  file: string | null
  report: ImportReport | null
  change: number | null
  problem: ProblemShape | null
}

export interface Sources {
  imports: {
    change: number
    at: string
    live: boolean
    files: {
      path: string
      kind: string | null
      read: number
      added: number
      skipped: number
      problems: number | { where: string; what: string }[]
    }[]
  }[]
}

export interface History {
  changes: {
    change: number
    at: string
    command: string
    summary: string
    undoes: number | null
    live: boolean
  }[]
}

/** What every write answers. */
export interface Said {
  done: string
  change: number | null
}
