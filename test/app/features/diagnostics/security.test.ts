/** Files that could be safer: found, closed to others, and opened again as they were. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../../fakes/ports.ts'
import { fixture } from '../../../support/program-files.ts'

const GH = '/home/ada/.config/gh/hosts.yml'
const COPY = '/home/ada/.codex/auth.json.bak'

let ports: FakePorts
let core: Core
beforeEach(async () => {
  ports = createFakePorts()
  ports.files.put(GH, fixture('gh-2.40.yml'), 0o644)
  ports.files.put(COPY, JSON.stringify({ refresh_token: 'CANARY-refresh-1' }))
  core = createCore(ports)
  await run(core.start({ schedule: false }))
})
afterEach(() => run(core.close()))

const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const list = () => run(core.security.list())
const ids = async () => (await list()).map(({ id }) => id)

describe('security findings', () => {
  it('say what is open, what is old and what a keychain could hold, with the command', async () => {
    expect(await list()).toEqual([
      {
        id: `open:${GH}`,
        kind: 'open',
        path: GH,
        what: `${GH} is open to others (644).`,
        todo: `Run: chmod 600 '${GH}'`,
        command: `chmod 600 '${GH}'`,
        canMend: true,
      },
      expect.objectContaining({ id: `copy:${COPY}`, kind: 'copy', command: `rm '${COPY}'` }),
      expect.objectContaining({ id: `keychain:${GH}`, kind: 'keychain' }),
    ])
  })

  it('are mended, and the file is as it was when that is undone', async () => {
    const id = `open:${GH}`
    expect((await run(core.security.mend(id))).map((one) => one.id)).not.toContain(id)
    expect(ports.files.mode(GH)).toBe(0o600)
    expect((await run(core.security.undo(id))).map((one) => one.id)).toContain(id)
    expect(ports.files.mode(GH)).toBe(0o644)
    await expect(run(core.security.undo(id))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('stay as somebody else has made them since', async () => {
    const id = `open:${GH}`
    await run(core.security.mend(id))
    await ports.files.setMode(GH, 0o640)
    await expect(run(core.security.undo(id))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    expect(ports.files.mode(GH)).toBe(0o640)
  })

  it('that only a person can mend are left to them', async () => {
    await expect(run(core.security.mend(`copy:${COPY}`))).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    expect(ports.files.text(COPY)).toContain('CANARY')
  })

  it('touch nothing that was not found', async () => {
    ports.files.put('/home/ada/notes.txt', 'hello', 0o644)
    await run(core.security.mend('open:/home/ada/notes.txt'))
    expect(ports.files.mode('/home/ada/notes.txt')).toBe(0o644)
  })

  it('of one kind are told though another could not be looked for', async () => {
    ports.files.before = (operation, path) => {
      if (operation === 'list' && path === '/home/ada/.codex') throw new Error('EACCES')
    }
    expect(await ids()).toEqual([`open:${GH}`, `keychain:${GH}`])
  })
})
