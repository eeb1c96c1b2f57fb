// Where the app begins: its styles, its scheme, the key of a link, its language; then the app, whose tables of words are made as
// its code is loaded.
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
import { speak } from './words/say'

void speak().then(() => import('./start'))
