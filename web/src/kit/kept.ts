// Small things that this browser remembers: columns chosen, views saved.
import { useState } from 'react'

function read<T>(place: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(place)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}

export function useKept<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const place = `wellmet.${name}`
  const [value, setValue] = useState<T>(() => read(place, otherwise))
  const keep = (next: T) => {
    localStorage.setItem(place, JSON.stringify(next))
    setValue(next)
  }
  return [value, keep]
}
