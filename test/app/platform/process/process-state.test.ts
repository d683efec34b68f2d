import { spawn } from 'node:child_process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isSuspended, type StateSources } from '../../../../app/platform/process/process-state.ts'

const saying = (part: Partial<StateSources>): StateSources => ({
  stat: () => undefined,
  ps: () => undefined,
  ...part,
})
const refusing: StateSources = {
  stat: () => expect.unreachable('no /proc there'),
  ps: () => expect.unreachable('no ps there'),
}

describe('isSuspended', () => {
  it.each([
    ['4711 (node) T 1 4711', true],
    ['4711 (node) t 1 4711', true], // stopped by a tracer
    ['4711 (node) S 1 4711', false],
    ['4711 (node) R 1 4711', false],
    ['4711 (a) T (b) S 1 4711', false], // the name of a process is its own to choose
    ['', false],
  ])('reads /proc on Linux: %s', (stat, stopped) => {
    expect(isSuspended(4711, 'linux', saying({ stat: () => stat }))).toBe(stopped)
  })

  it.each([
    ['T', true],
    ['T+', true],
    ['S+', false],
    ['R', false],
  ])('asks ps on macOS: %s', (ps, stopped) => {
    expect(isSuspended(4711, 'darwin', saying({ ps: () => ps }))).toBe(stopped)
  })

  it('is false for a process that is gone, and on Windows, which does not tell', () => {
    expect(isSuspended(4711, 'linux', saying({}))).toBe(false)
    expect(isSuspended(4711, 'darwin', saying({}))).toBe(false)
    expect(isSuspended(4711, 'win32', refusing)).toBe(false)
  })

  it.runIf(process.platform !== 'win32')('sees a real process stop and go on', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    onTestFinished(() => void child.kill('SIGKILL'))
    const { pid = 0 } = child
    expect(isSuspended(pid)).toBe(false)
    child.kill('SIGSTOP')
    await expect.poll(() => isSuspended(pid)).toBe(true)
    child.kill('SIGCONT')
    await expect.poll(() => isSuspended(pid)).toBe(false)
  })
})
