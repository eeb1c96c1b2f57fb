// Short names for the shapes of docs/api/openapi.yaml, from which schema.ts is made by every build.
import type { components } from './schema'

type Shapes = components['schemas']

export type FactName = Shapes['FactName']
export type Fact = Shapes['Fact']
export type Rung = Shapes['Rung']
export type Referral = NonNullable<Shapes['Person']['answer']>

export type Person = Shapes['Person']
/** Whoever has a name, a place and a standing: somebody mentioned, or somebody told in full. */
export type PersonRef = Omit<Shapes['Named'], 'email'>
export type Named = Shapes['Named']
export type Show = Shapes['Show']
export type Row = Shapes['Row']
export type Step = Shapes['Step']
export type Plan = Shapes['Plan']
export type Status = Shapes['Status']
export type Owner = Shapes['Me']
export type Facets = Shapes['Facets']
export type Triage = Shapes['Triage']
export type Question = Shapes['Question']
export type Report = Shapes['Report']
export type Need = Shapes['Needs']['needs'][number]
export type Needs = Shapes['Needs']
export type Draft = Shapes['Draft']
export type Introduction = Shapes['Introduction']
export type Piece = Shapes['Piece']
export type Relevant = Shapes['Relevant']
export type Market = Shapes['Market']
export type LetGo = Shapes['LetGo']
export type Path = Shapes['Path']
export type MapPicture = Shapes['Map']
export type Trip = Shapes['Trip']
export type Slots = Shapes['Slots']
export type Invitation = Shapes['Invitation']
export type SentInvitation = Shapes['Invitations']['invitations'][number]
export type FileReport = Shapes['FileReport']
export type ImportRun = Shapes['Import']
export type Sources = Shapes['Sources']
export type ProblemShape = Shapes['Problem']
export type Rule = Shapes['Rule']['verb']
export type Log = Shapes['Log']['verb']
