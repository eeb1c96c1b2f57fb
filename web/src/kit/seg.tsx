// A few choices side by side, one of them pressed.

interface SegProps<T extends string | number> {
  label: string
  value: T
  options: { value: T; words: string }[]
  onChoose: (value: T) => void
}

export function Seg<T extends string | number>({ label, value, options, onChoose }: SegProps<T>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((one) => (
        <button
          key={one.value}
          aria-pressed={one.value === value}
          onClick={() => onChoose(one.value)}
        >
          {one.words}
        </button>
      ))}
    </div>
  )
}
