// A link to something that the browser itself fetches and keeps.
import type { ReactNode } from 'react'
import { type PathOf, type Rest, download, url } from '../api/client'
import { tellProblem } from './told'

interface DownloadProps<P extends PathOf<'GET'>> {
  of: [P, ...Rest<'GET', P>]
  children: ReactNode
}

export function Download<P extends PathOf<'GET'>>({ of, children }: DownloadProps<P>) {
  return (
    <a
      href={url(...of)}
      onClick={(event) => {
        event.preventDefault() // that address by itself says not who asks
        void download(...of).catch(tellProblem)
      }}
    >
      {children}
    </a>
  )
}
