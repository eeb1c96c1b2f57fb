// What is typed into the search: asked at once, written into the address bar when the hand rests.
import { useEffect, useRef, useState } from 'react'
import { setSearch } from '../../kit/router'

const rest = 300

export function useTyped(inAddress: string): [string, (text: string) => void] {
  const [text, setText] = useState(inAddress)
  const own = useRef(inAddress)
  const timer = useRef(0)
  useEffect(() => {
    // The address bar may change by itself: back, a saved view, a link.
    if (inAddress !== own.current) setText(inAddress)
    own.current = inAddress
  }, [inAddress])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const type = (next: string) => {
    setText(next)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      own.current = next
      setSearch({ q: next })
    }, rest)
  }
  return [text, type]
}
