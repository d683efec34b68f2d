import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installCommand } from '../../../main/command/install-command.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function place() {
  const userHome = temporaryFolder()
  const script = join(userHome, "Ada's lamplighter.cjs")
  writeFileSync(script, 'console.log(process.argv.slice(2).join("|"))')
  const env = { PATH: process.env['PATH'] }
  return { platform: 'linux', script, userHome, env, isApart: false, isMounted: false } as const
}

describe('installCommand', () => {
  it('makes a command that runs, and makes it anew', () => {
    const here = place()
    const { path, isOnPath } = installCommand(here)
    expect(isOnPath).toBe(false)
    expect(execFileSync(path, ['a b', '--c'], { encoding: 'utf8', env: here.env })).toBe('a b|--c\n')
    expect(installCommand(here).path).toBe(path)
    expect(readdirSync(join(here.userHome, '.local', 'bin'))).toEqual(['lamplighter'])
  })

  it('writes over nothing that is somebody else’s', () => {
    const here = place()
    const folder = join(here.userHome, '.local', 'bin')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'lamplighter'), 'hers')
    expect(() => installCommand(here)).toThrow('was not installed from here')
    expect(readFileSync(join(folder, 'lamplighter'), 'utf8')).toBe('hers')
  })

  it('says why where it cannot be written', () => {
    const here = place()
    writeFileSync(join(here.userHome, '.local'), 'a file')
    expect(() => installCommand(here)).toThrow(/^Writing .* failed/)
  })

  it('leads into no AppImage', () => {
    expect(() => installCommand({ ...place(), isMounted: true })).toThrow('AppImage')
  })
})
