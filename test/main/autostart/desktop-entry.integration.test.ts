/** The judge that desktops use, where it is installed (desktop-file-utils). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desktopEntry } from '../../../main/autostart/desktop-entry.ts'

const isInstalled = !spawnSync('desktop-file-validate', ['--help']).error

describe.skipIf(!isInstalled)('desktopEntry, to desktop-file-validate', () => {
  it.each([
    ['/opt/Lamplighter/lamplighter-tray', {}],
    ['/home/a b/50%/"q"\\$x`;\'', { LAMPLIGHTER_HOME: '/srv/my lamps' }],
  ])('is valid for %s', (program, env) => {
    const folder = mkdtempSync(join(tmpdir(), 'lamplighter-entry-'))
    try {
      const file = join(folder, 'lamplighter.desktop')
      writeFileSync(file, desktopEntry({ program, args: ['--background'], env }, 'lamplighter-tray'))
      const { status, stdout, stderr } = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' })
      expect(`${stdout}${stderr}`).toBe('')
      expect(status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
