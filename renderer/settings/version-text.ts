import type { AboutView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

/** What a report of trouble begins with. */
export function aboutText(about: AboutView): string {
  return [
    `Lamplighter ${about.version} (${about.platform})`,
    t('Electron {electron}', { electron: about.electron }),
    t('Chromium {chromium}', { chromium: about.chromium }),
    t('Node.js {node}', { node: about.node }),
  ].join('\n')
}
