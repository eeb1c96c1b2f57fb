// The tags within sentences of the catalogue that more than one page has.
import { Fragment, type ReactNode } from 'react'

const inside = (parts: ReactNode[]) => parts.map((part, i) => <Fragment key={i}>{part}</Fragment>)

/** <b>…</b>. */
export const bold = (parts: ReactNode[]) => <b>{inside(parts)}</b>

/** <sr>…</sr>: for those who listen. */
export const sr = (parts: ReactNode[]) => <span className="sr">{inside(parts)}</span>
