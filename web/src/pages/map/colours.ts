// The tokens as colours that a canvas understands, in the scheme that is shown now.

const names = [
  'paper',
  'ink',
  'ink-2',
  'net',
  'net-fill',
  'net-soft',
  'con',
  'con-fill',
  'con-soft',
] as const

export type Colours = Record<(typeof names)[number], string>

export function readColours(): Colours {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colours = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`
      return [name, getComputedStyle(probe).color]
    }),
  ) as Colours
  probe.remove()
  return colours
}

const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)

/** A colour laid over a ground at an opacity, as one full colour: WebGL blends others too bright. */
export function over(ground: string, colour: string, opacity: number): string {
  const below = parts(ground)
  const mixed = parts(colour).map((one, i) =>
    Math.round(one * opacity + (below[i] ?? 0) * (1 - opacity)),
  )
  return `rgb(${mixed.join(', ')})`
}

/** "rgb(192, 86, 31)" at an opacity. */
export const faded = (colour: string, opacity: number) =>
  colour.replace(/^rgb\(([^)]*)\)$/, `rgba($1, ${opacity})`)
