/** Where the page begins: its language first, then all that speaks it. */
import { loadPageLanguage } from '../language.ts'
import './popover.css'

void loadPageLanguage().then(() => import('./start.tsx'))
