import { describe, expect, it } from 'vitest'
import type { FileStat } from '../../../../app/base/ports.ts'
import { checkPermissions } from '../../../../app/features/diagnostics/check-permissions.ts'
import type { DoctorDeps } from '../../../../app/features/diagnostics/finding.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

/** What is advised about a file that others may read and write. */
async function advice(more: Partial<FileStat>, of = FAKE_PATHS.vault): Promise<string | undefined> {
  const ports = createFakePorts()
  const stat = { kind: 'file', mode: 0o666, size: 1, mtimeMs: 0, identity: 'x', ...more } as const
  const files = Object.assign(Object.create(ports.files), {
    list: async () => [],
    stat: async (path: string) => (path === of ? stat : undefined),
  })
  const deps = { ports: { ...ports, files }, overview: { profiles: [], places: [] } } as unknown as DoctorDeps
  return (await checkPermissions(deps))[0]?.todo
}

describe('a file that others may read', () => {
  it('is ours: the command is named', async () => {
    expect(await advice({})).toBe(`Run: chmod 600 '${FAKE_PATHS.vault}'`)
  })

  it('is somebody else’s: the command would fail, so it is theirs to run', async () => {
    expect(await advice({ foreign: true })).toMatch(/^It belongs to another user, and only they or root/)
  })

  it('may be read where it is config.json, and written by nobody else', async () => {
    expect(await advice({}, FAKE_PATHS.config)).toBe(`Run: chmod go-w '${FAKE_PATHS.config}'`)
    expect(await advice({ mode: 0o644 }, FAKE_PATHS.config)).toBeUndefined()
  })
})
