import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import type { Ports } from '../../../app/base/ports.ts'
import type { Core } from '../../../app/core.ts'
import { parseJournalEntry } from '../../../app/model/journal-entry.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let server: AuthorizationServer
let home: Home
const cores: Core[] = []

beforeEach(async () => {
  server = await startAuthorizationServer()
  home = await makeHome()
  await new HomeMachine(home).seed(server)
  server.requests.reset()
})
afterEach(async () => {
  for (const core of cores.splice(0)) await core.close()
  await server.close()
  await home.remove()
})

async function open(change?: (ports: Ports) => Ports): Promise<Core> {
  const core = await new HomeMachine(home).open(change)
  cores.push(core)
  return core
}

/** The grant's lock lets everybody in; the vault's own short lock still works, as a file system would. */
const admitEverybody = (ports: Ports): Ports => ({
  ...ports,
  lock: {
    ...ports.lock,
    tryAcquire: async (name) =>
      name.startsWith('grant-')
        ? { held: true, release: async () => undefined }
        : ports.lock.tryAcquire(name),
  },
})

const journal = (): string => join(home.path, 'state', 'journal')
const tickets = async () =>
  Promise.all(
    (await readdir(journal())).map(async (name) =>
      parseJournalEntry(await readFile(join(journal(), name), 'utf8'), name),
    ),
  )

describe('the spend ticket', () => {
  it('keeps it to one request although the lock admits everybody', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => open(admitEverybody)))
    server.fault({ kind: 'delay', ms: 150 })
    const got = await Promise.all(many.map((core) => core.token(PROFILE)))
    expect(new Set(got.map((token) => token.accessToken.expose())).size).toBe(1)
    expect(server.requests.count()).toBe(1)
    expect(server.requests.reuses).toBe(0)
  })

  it('leaves a tombstone without a secret', async () => {
    const core = await open()
    await core.refresh(PROFILE)
    expect(await tickets()).toEqual([expect.objectContaining({ state: 'spent', attempt: 1 })])
    expect(JSON.stringify(await tickets())).not.toContain('sealed')
  })

  it('never sends a token again that an older copy of the file brings back', async () => {
    const vault = join(home.path, 'vault.json')
    const older = await readFile(vault)
    const core = await open()
    await core.refresh(PROFILE)
    await writeFile(vault, older)
    const later = await open()
    expect(later.profile(PROFILE).status.kind).toBe('needs-login')
    await expect(later.refresh(PROFILE)).rejects.toMatchObject({ code: 'NEEDS_LOGIN' })
    expect(server.requests.count()).toBe(1)
  })

  it('keeps the successor when no store takes it, and whoever comes next puts it there without a request', async () => {
    const readOnly = (ports: Ports): Ports => ({
      ...ports,
      files: {
        ...ports.files,
        writeAtomic: (path, text) =>
          path.endsWith('vault.json')
            ? Promise.reject(new AppError('STORE_UNWRITABLE', 'the disk is full'))
            : ports.files.writeAtomic(path, text),
      },
    })
    const core = await open(readOnly)
    const { accessToken } = await core.token(PROFILE) // usable although it could not be stored
    expect(await tickets()).toEqual([expect.objectContaining({ state: 'answered' })])
    expect(core.profile(PROFILE).warnings).toHaveLength(1)

    const heir = await open()
    expect(await heir.refresh(PROFILE)).toMatchObject({ kind: 'refreshed' })
    expect((await heir.token(PROFILE)).accessToken.expose()).toBe(accessToken.expose())
    expect(await tickets()).toEqual([expect.objectContaining({ state: 'spent' })])
    expect(server.requests.count()).toBe(1)
  })
})
