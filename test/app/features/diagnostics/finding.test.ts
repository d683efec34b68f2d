import { describe, expect, it } from 'vitest'
import type { LockView } from '../../../../app/contract/views.ts'
import { aboutLock } from '../../../../app/features/diagnostics/check-locks.ts'
import { worstLevel } from '../../../../app/features/diagnostics/finding.ts'

const NOW = 1_800_000_000_000
const lock = (part: Partial<LockView>): LockView => ({
  path: '/x/auth-profiles.json.lock',
  label: 'OpenClaw’s store lock',
  pid: 42,
  sinceMs: NOW - 5_000,
  state: 'live',
  thresholdMs: 30_000,
  olderThanThreshold: false,
  removable: false,
  identity: '1',
  ...part,
})

describe('worstLevel', () => {
  it('is that of the worst finding, and ok where there is none', () => {
    expect(worstLevel([])).toBe('ok')
    const levels = ['note', 'bad', 'ok', 'warn'] as const
    expect(worstLevel(levels.map((level) => ({ level, what: '' })))).toBe('bad')
  })
})

describe('a lock', () => {
  it('that is held for a moment is only worth knowing', () => {
    expect(aboutLock(lock({}), NOW)).toMatchObject({
      level: 'note',
      what: expect.stringContaining('process 42, for 5 s'),
    })
  })

  it('that a living process holds for long is never to be removed', () => {
    const { level, todo } = aboutLock(lock({ sinceMs: NOW - 600_000 }), NOW)
    expect(level).toBe('warn')
    expect(todo).toContain('Do not remove')
  })

  it('of a dead process may be removed only once its own program would', () => {
    expect(aboutLock(lock({ state: 'dead' }), NOW).todo).not.toContain('remove')
    const old = lock({ state: 'dead', sinceMs: NOW - 31_000, olderThanThreshold: true, removable: true })
    expect(aboutLock(old, NOW).todo).toContain('remove /x/')
    expect(aboutLock(old, NOW, 'acme:ada')).toMatchObject({
      level: 'warn',
      todo: expect.stringContaining('lamplighter locks acme:ada --remove /x/'),
    })
    const { thresholdMs: _, ...own } = lock({
      state: 'dead',
      label: 'Lamplighter’s grant lock',
      removable: true,
    })
    expect(aboutLock(own, NOW).todo).toContain('Nothing to do')
  })

  it('of a stopped process keeps everybody waiting, and is never to be removed', () => {
    const stopped = lock({ state: 'suspended', sinceMs: NOW - 600_000, olderThanThreshold: true })
    const { level, what, todo } = aboutLock(stopped, NOW)
    expect([level, what]).toEqual([
      'warn',
      expect.stringContaining('process 42, which is stopped, for 600 s'),
    ])
    expect(todo).toContain('process 42 go on, or end it')
    expect(todo).not.toContain('remove')
  })

  it('that names nobody may be removed past its program’s own limit', () => {
    const { pid: _, ...silent } = lock({ state: 'unknown', olderThanThreshold: true, removable: true })
    expect(aboutLock(silent, NOW)).toMatchObject({
      level: 'warn',
      todo: expect.stringContaining('does not say who uses it'),
    })
    expect(aboutLock({ ...silent, removable: false }, NOW)).not.toHaveProperty('todo')
  })

  it('from the future is as old as now', () => {
    expect(aboutLock(lock({ sinceMs: NOW + 1e9 }), NOW).what).toContain('for 0 s')
  })
})
