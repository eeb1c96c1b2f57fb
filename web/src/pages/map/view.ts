// What of the map is shown: whom, who is lit up, and the way to somebody.

export type Shown = 'all' | 'network' | 'after'

export interface View {
  shown: Shown
  /** Indices lit up by hovering or searching; null: all are. */
  lit: ReadonlySet<number> | null
  /** Those of the lit whose ties are drawn. */
  centres: ReadonlySet<number>
  /** From the owner in the middle over people to somebody. */
  route: number[]
}
