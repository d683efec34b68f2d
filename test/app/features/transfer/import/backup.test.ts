import { describe, expect, it } from 'vitest'
import { allBackups, dropOldBackups, newBackup } from '../../../../../app/features/transfer/import/backup.ts'
import { createFakePorts, FAKE_PATHS } from '../../../../fakes/ports.ts'
import { credential } from '../../../../support/logins.ts'

const DAY_MS = 24 * 60 * 60_000
const FILE = '/oc/main/auth-profiles.json'

describe('the backup of an import', () => {
  it('gives a file back whole only while it is as the import left it', async () => {
    const ports = createFakePorts()
    ports.files.put(FILE, 'before')
    const backup = await newBackup(ports, '/from/file')
    await backup.keep(FILE)
    ports.files.put(FILE, 'ours')
    await backup.settle(FILE)
    expect(await backup.wholeCopy(FILE)).toBe('before')
    ports.files.put(FILE, 'somebody else')
    expect(await backup.wholeCopy(FILE)).toBeUndefined()
  })

  it('does not give it back whole when somebody wrote it between two of our writes', async () => {
    const ports = createFakePorts()
    ports.files.put(FILE, 'before')
    const backup = await newBackup(ports, '/from/file')
    for (const [before, after] of [
      ['before', 'ours'],
      ['somebody else, on top', 'ours again'],
    ] as const) {
      ports.files.put(FILE, before)
      await backup.keep(FILE)
      ports.files.put(FILE, after)
      await backup.settle(FILE)
    }
    expect(await backup.wholeCopy(FILE)).toBeUndefined()
    expect(Object.keys(ports.files.all())).toContain(`${backup.folder}/1.bak`)
  })

  it('opens a sealed credential for the holder it was sealed for, and no other', async () => {
    const backup = await newBackup(createFakePorts(), '/from/file')
    const sealed = await backup.seal(credential({ refresh: 'CANARY-r' }), 'vault:a')
    expect(sealed).not.toContain('CANARY')
    expect((await backup.open(sealed, 'vault:a')).refreshToken?.expose()).toBe('CANARY-r')
    await expect(backup.open(sealed, 'vault:b')).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
  })

  it('keeps nothing in clear, and nothing past its time', async () => {
    const ports = createFakePorts()
    ports.files.put(FILE, 'CANARY')
    const backup = await newBackup(ports, '/from/CANARY-file')
    await backup.keep(FILE)
    await backup.save()
    const inFolder = () =>
      Object.entries(ports.files.all()).filter(([path]) => path.startsWith(backup.folder))
    expect(inFolder()).toHaveLength(2)
    expect(JSON.stringify(inFolder())).not.toContain('CANARY')
    await ports.clock.advance(29 * DAY_MS)
    await dropOldBackups(ports)
    expect(inFolder()).toHaveLength(2)
    await ports.clock.advance(2 * DAY_MS)
    await dropOldBackups(ports)
    expect(inFolder()).toEqual([])
    expect(await allBackups(ports)).toEqual([])
    expect(ports.files.text(FILE)).toBe('CANARY')
  })

  it('passes over a record it does not understand, and says so', async () => {
    const ports = createFakePorts()
    ports.files.put(`${FAKE_PATHS.state}/backups/odd/manifest.json`, '{"version":1,')
    await newBackup(ports, '/from/file')
    expect(await allBackups(ports)).toHaveLength(1)
    expect(ports.log.lines.length).toBe(1)
  })
})
