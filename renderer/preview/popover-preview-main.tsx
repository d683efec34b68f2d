/** Where the preview of the small window begins: popover-preview.html?lang=de. */
import { loadPreviewLanguage } from './preview-language.ts'

void loadPreviewLanguage().then(() => import('./popover-preview.tsx'))
