/** Where the demo's page begins. */
import { loadPageLanguage } from './language.ts'
import './styles.css'

void loadPageLanguage().then(() => import('./demo.tsx'))
