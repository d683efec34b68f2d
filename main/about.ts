/** What runs here, and where it keeps things. */
import { app } from 'electron'
import type { AboutView } from '../app/contract/views.ts'
import type { Paths } from '../app/ports.ts'

export function about(paths: Paths): AboutView {
  const { electron = '', chrome = '', node } = process.versions
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    platform: `${process.platform} ${process.arch}`,
    paths: [
      { label: 'Settings', path: paths.config },
      { label: 'Vault', path: paths.vault },
      { label: 'History', path: paths.history },
    ],
    libraries: [], // filled when it is packaged
  }
}
