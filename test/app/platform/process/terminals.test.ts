import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import { createPrograms } from '../../../../app/platform/process/programs.ts'
import { createTerminals } from '../../../../app/platform/process/terminals.ts'
import { FakeLog } from '../../../fakes/log.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A folder in PATH, with programs that are shell scripts. */
function folderWith(programs: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

function terminals(folder: string, env: Readonly<Record<string, string>> = { DISPLAY: ':0' }) {
  const PATH = [folder, '/bin', '/usr/bin'].join(delimiter)
  const { find } = createPrograms({ env: { PATH }, userHome: folder })
  return createTerminals({ files: createFiles(), log: new FakeLog(), find, env: { ...env, PATH } })
}

describe.skipIf(process.platform !== 'linux')('a terminal', () => {
  it('runs the command, and tells what it ended with', async () => {
    const folder = folderWith({ 'xdg-terminal-exec': 'exec "$@" </dev/null', 'sign-in': 'exit "$CODE"' })
    const terminal = await terminals(folder).open(['sign-in'], { CODE: '4' })
    expect(terminal?.name).toBe('your terminal')
    expect(await terminal?.ended).toBe(4)
    await terminal?.leave()
  })

  it('that does not open gives way to the next', async () => {
    const folder = folderWith({
      'xdg-terminal-exec': 'exit 1',
      'gnome-terminal': 'shift; exec "$@" </dev/null',
      'x-terminal-emulator': 'exit 1',
    })
    const terminal = await terminals(folder).open(['true'], {})
    expect(terminal?.name).toBe('GNOME Terminal')
    expect(await terminal?.ended).toBe(0)
    await terminal?.leave()
  })

  it('is not there without a screen', async () => {
    const folder = folderWith({ 'xdg-terminal-exec': 'exec "$@"' })
    expect(await terminals(folder, {}).open(['true'], {})).toBeUndefined()
  })
})
