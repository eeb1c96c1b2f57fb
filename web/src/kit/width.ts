// How wide an element is, followed as it changes.
import { type RefCallback, useCallback, useState } from 'react'

/** A ref for the element, and its width in pixels; `first` before it is known. */
export function useWidth<T extends Element>(first: number): [RefCallback<T>, number] {
  const [width, setWidth] = useState(first)
  const ref = useCallback(
    (element: T) => {
      const measure = () => setWidth(element.getBoundingClientRect().width || first)
      measure()
      const watch = new ResizeObserver(measure)
      watch.observe(element)
      return () => watch.disconnect()
    },
    [first],
  )
  return [ref, width]
}
