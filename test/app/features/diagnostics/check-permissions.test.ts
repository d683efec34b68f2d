import { describe, expect, it } from 'vitest'
import type { FileStat } from '../../../../app/base/ports.ts'
import { checkPermissions } from '../../../../app/features/diagnostics/check-permissions.ts'
import type { DoctorDeps } from '../../../../app/features/diagnostics/finding.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

/** What is advised about a config.json that others may read. */
async function advice(more: Partial<FileStat>): Promise<string | undefined> {
  const ports = createFakePorts()
  const stat = { kind: 'file', mode: 0o644, size: 1, mtimeMs: 0, identity: 'x', ...more } as const
  const files = Object.assign(Object.create(ports.files), {
    list: async () => [],
    stat: async (path: string) => (path === FAKE_PATHS.config ? stat : undefined),
  })
  const deps = { ports: { ...ports, files }, overview: { profiles: [] } } as unknown as DoctorDeps
  return (await checkPermissions(deps))[0]?.todo
}

describe('a file that others may read', () => {
  it('is ours: the command is named', async () => {
    expect(await advice({})).toBe(`Run: chmod 600 '${FAKE_PATHS.config}'`)
  })

  it('is somebody else’s: the command would fail, so it is theirs to run', async () => {
    expect(await advice({ foreign: true })).toMatch(/^It belongs to another user, and only they or root/)
  })
})
