/** What systemd itself says of our unit, where it is installed. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemdUnit, UNIT_NAME } from '../../../../app/platform/service/systemd-unit.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** Offline: no manager has to run. */
const analyze = (folder: string, ...words: string[]) =>
  spawnSync('systemd-analyze', ['--user', ...words], {
    encoding: 'utf8',
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
  })
const isInstalled = analyze('/', '--version').status === 0

describe.runIf(isInstalled)('the unit, as systemd reads it', () => {
  it('is understood, every line of it', () => {
    const folder = temporaryFolder()
    const path = join(folder, UNIT_NAME)
    const words = [process.execPath, '/opt/lamplighter/100% "$HOME".cjs', 'serve']
    const unit = systemdUnit({ words, env: { LAMPLIGHTER_HOME: '/home/ada/a b' } })
    writeFileSync(path, unit)
    const { stdout, stderr, status } = analyze(folder, 'verify', path)
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
    writeFileSync(path, unit.replace('LimitCORE', 'LimitCOR'))
    expect(analyze(folder, 'verify', path).stderr).toContain('LimitCOR') // it does look
  })
})
