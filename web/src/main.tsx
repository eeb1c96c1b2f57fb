// Where the app begins: styles, the nonce of this answer, and the root.
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/frame.css'
import './styles/controls.css'
import './styles/rows.css'
import './styles/today.css'
import './styles/people.css'
import './styles/person.css'
import './styles/focus.css'
import './styles/map.css'
import './styles/pages.css'
import './kit/theme'
import './api/key'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './api/queries'
import { App } from './app'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
