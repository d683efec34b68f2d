import { describe, expect, it } from 'vitest'
import { isOnPath, launcherFor, MARK } from '../../../main/command/launcher.ts'

const LINUX = {
  platform: 'linux',
  script: "/home/ada/it's here/dist/cli/lamplighter.cjs",
  userHome: '/home/ada',
  env: { PATH: '/usr/bin:/home/ada/.local/bin' },
  isApart: false,
} as const
const WINDOWS = {
  platform: 'win32',
  script: 'C:\\Users\\100%\\lamplighter.cjs',
  userHome: 'C:\\Users\\ada',
  env: { Path: 'C:\\Windows;C:\\Users\\ada\\AppData\\Local\\Microsoft\\WindowsApps' },
  isApart: false,
} as const

describe('launcherFor', () => {
  it('is a shell script in the folder of the person’s own commands', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const { path, text } = launcherFor({ ...LINUX, platform })
      expect(path).toBe('/home/ada/.local/bin/lamplighter')
      expect(text.split('\n').slice(0, 2)).toEqual(['#!/bin/sh', expect.stringContaining(MARK)])
      expect(text).toContain("exec node '/home/ada/it'\\''s here/dist/cli/lamplighter.cjs' \"$@\"")
    }
  })

  it('is a batch file where Windows looks for commands', () => {
    const { path, text } = launcherFor(WINDOWS)
    expect(path).toBe('C:\\Users\\ada\\AppData\\Local\\Microsoft\\WindowsApps\\lamplighter.cmd')
    expect(text).toContain('node "C:\\Users\\100%%\\lamplighter.cjs" %*\r\n')
    expect(isOnPath(path, WINDOWS)).toBe(true)
  })

  it('leads to the home that was moved, and stays in it where nothing is installed', () => {
    const moved = { ...LINUX, movedHome: '/tmp/demo' }
    expect(launcherFor(moved).path).toBe('/home/ada/.local/bin/lamplighter')
    expect(launcherFor(moved).text).toContain("export LAMPLIGHTER_HOME='/tmp/demo'")
    expect(launcherFor({ ...moved, isApart: true }).path).toBe('/tmp/demo/bin/lamplighter')
  })

  it('is found where its folder is in the PATH', () => {
    const { path } = launcherFor(LINUX)
    expect(isOnPath(path, LINUX)).toBe(true)
    expect(isOnPath(path, { ...LINUX, env: { PATH: '/usr/bin' } })).toBe(false)
  })
})
