import type { AboutView } from '../../app/contract/views.ts'

/** What a report of trouble begins with. */
export function aboutText(about: AboutView): string {
  return [
    `Lamplighter ${about.version} (${about.platform})`,
    `Electron ${about.electron}`,
    `Chromium ${about.chromium}`,
    `Node.js ${about.node}`,
  ].join('\n')
}
