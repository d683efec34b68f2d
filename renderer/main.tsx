/** Where the page begins: its language first, then all that speaks it. */
import { loadPageLanguage } from './language.ts'
import './styles.css'

void loadPageLanguage().then(() => import('./start.tsx'))
