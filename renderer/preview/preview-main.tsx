/** Where the preview's page begins: preview.html?lang=de. */
import { loadPreviewLanguage } from './preview-language.ts'

void loadPreviewLanguage().then(() => import('./preview.tsx'))
