/** Where the built application keeps its own files, in a clone and in an archive alike. */
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..') // from dist/main
const resources = join(root, 'resources')

export const FOLDERS = {
  root,
  pages: join(root, 'dist', 'renderer'),
  preload: join(import.meta.dirname, 'preload.cjs'),
  /** Unpacked, where this is an archive: Node.js knows nothing of those. */
  command: join(root.replace(/\.asar$/, '.asar.unpacked'), 'dist', 'cli', 'lamplighter.cjs'),
  licences: join(root, 'dist', 'licences.json'),
  icon: join(resources, 'icon.png'),
  trayImages: join(resources, 'tray'),
} as const
