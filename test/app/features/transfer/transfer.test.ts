import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportPlanView, ImportResultView, ImportVerdict } from '../../../../app/contract/views.ts'
import { allBackups, findBackup } from '../../../../app/features/transfer/import/backup.ts'
import { newManifest } from '../../../../app/features/transfer/import/manifest.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { HomeMachine } from '../../../support/home-machine.ts'
import { codex, credential, LATER, steady } from '../../../support/logins.ts'

const YOUNG = { access: 'CANARY-young-access', refresh: 'CANARY-young-refresh', expires: LATER }
const STEADY = 'steady:default'
const CODEX = 'openai-codex:default'

let machine: HomeMachine

beforeEach(async () => {
  machine = await HomeMachine.make()
})
afterEach(() => machine.home.remove())

async function planOf(profiles: Record<string, unknown>): Promise<ImportPlanView> {
  return machine.transfer.plan(await machine.foreign(profiles))
}

/** Brings everything over that is of this verdict. */
async function bring(profiles: Record<string, unknown>, verdict: ImportVerdict): Promise<ImportResultView> {
  const plan = await planOf(profiles)
  const rows = plan.rows.filter((row) => row.verdict === verdict)
  expect(rows).not.toEqual([])
  return machine.transfer.apply(
    plan.id,
    rows.map(({ id }) => id),
  )
}

async function stored(agent: string, entry = STEADY): Promise<unknown> {
  const { profiles } = await machine.home.readAgent(agent)
  return profiles[entry]?.access
}

function agentText(agent: string): Promise<string> {
  return readFile(machine.home.agentFile(agent), 'utf8')
}

async function locksLeft(): Promise<readonly string[]> {
  const names = await readdir(machine.home.openclaw, { recursive: true })
  return names.filter((name) => name.endsWith('.lock'))
}

describe('an import', () => {
  it('writes nothing while it is only planned', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const before = await agentText('main')
    const plan = await planOf({ [STEADY]: steady(YOUNG), [CODEX]: codex() })
    expect(plan.rows.map(({ verdict }) => verdict).sort()).toEqual(['fork', 'newer'])
    expect(await agentText('main')).toBe(before)
    expect(await machine.transfer.list()).toEqual([])
  })

  it("knows this machine's own files, however they are named, and advises against nothing there", async () => {
    await machine.home.writeAgent('main', { 'openai-codex:ada': codex() })
    const state = machine.home.openclaw
    const link = join(machine.home.path, 'elsewhere')
    await symlink(state, link)
    for (const path of [state, link, join(link, 'agents', 'main', 'agent', 'auth-profiles.json')]) {
      const { rows } = await machine.transfer.plan(path)
      expect(rows.map(({ verdict, selectable }) => [verdict, selectable])).toEqual([['same', false]])
      expect(rows[0]?.consequence).toContain('This login lives here already')
      expect(rows[0]?.consequence).not.toContain('machine')
    }
  })

  it('writes every holder of the login, and keeps what it does not know', async () => {
    for (const agent of ['main', 'cron']) {
      await machine.home.writeAgent(agent, { [STEADY]: steady({ own: 'kept' }) }, { beside: [1, 2] })
    }
    const result = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    expect(result.imported).toEqual([
      { rowId: 'row-1', account: 'ada@example.test', targets: ['OpenClaw · cron', 'OpenClaw · main'] },
    ])
    expect(result.troubles).toEqual([])
    for (const agent of ['main', 'cron']) {
      const { profiles, beside } = await machine.home.readAgent(agent)
      const { access, refresh, expires } = YOUNG
      expect(profiles[STEADY]).toEqual(steady({ own: 'kept', access, refresh, expires }))
      expect(beside).toEqual([1, 2])
    }
    expect(await locksLeft()).toEqual([])
  })

  it('puts what is new into the vault, under another name where that is taken', async () => {
    await machine.vault.add({
      id: STEADY,
      provider: 'steady',
      credential: credential({ account: { email: 'bob@example.test' }, refresh: 'CANARY-bob' }),
    })
    const result = await bring({ [STEADY]: steady() }, 'other-account')
    expect(result.imported).toHaveLength(1)
    const held = (await machine.vault.scan()).entries.map(({ account }) => account.email)
    expect(held).toEqual(['bob@example.test', 'ada@example.test'])
    expect(machine.events.at(-1)).toMatchObject({
      kind: 'imported',
      account: 'ada@example.test',
      askedBy: 'person',
    })
  })

  it('keeps a copy of every file before it writes it, private, with its mode on record', async () => {
    const file = await machine.home.writeAgent('main', { [STEADY]: steady() })
    await chmod(file, 0o640)
    const before = await agentText('main')
    const { backup } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    const [record] = await allBackups(machine.ports)
    expect(await record?.wholeCopy(file)).toBe(before)
    expect((await stat(file)).mode & 0o777).toBe(0o640)
    expect(record?.manifest.files[0]).toMatchObject({ path: file, mode: 0o640 })
    if (process.platform === 'win32') return
    expect((await stat(backup)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(backup))
      expect((await stat(join(backup, name))).mode & 0o777).toBe(0o600)
  })

  it('leaves alone what changed here since it was compared, and says so', async () => {
    for (const agent of ['main', 'cron']) await machine.home.writeAgent(agent, { [STEADY]: steady() })
    const plan = await planOf({ [STEADY]: steady(YOUNG) })
    await machine.home.writeAgent('cron', { [STEADY]: steady({ access: 'CANARY-rival' }) })
    const result = await machine.transfer.apply(plan.id, ['row-1'])
    expect(result.imported[0]?.targets).toEqual(['OpenClaw · main'])
    expect(result.troubles).toMatchObject([{ rowId: 'row-1', failure: { code: 'STORE_CHANGED' } }])
    expect(await stored('cron')).toBe('CANARY-rival')
    expect(await stored('main')).toBe(YOUNG.access)
  })

  it("keeps one row's trouble from the others", async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const plan = await planOf({
      [STEADY]: steady(YOUNG),
      'key:one': { type: 'api_key', provider: 'x', key: 'CANARY-key' },
    })
    await machine.home.writeAgent('main', {})
    const result = await machine.transfer.apply(
      plan.id,
      plan.rows.map(({ id }) => id),
    )
    expect(result.imported.map(({ targets }) => targets)).toEqual([['Lamplighter’s vault']])
    expect(result.troubles.map(({ failure }) => failure.code)).toEqual(['STORE_CHANGED'])
  })

  it("writes, and takes back, only under OpenClaw's own lock and ours for the grant", async () => {
    const locked: boolean[] = []
    const watched = await HomeMachine.make((ports) => ({
      ...ports,
      files: {
        ...ports.files,
        async writeAtomic(path, text) {
          if (path.endsWith('auth-profiles.json')) {
            const grants = await ports.files.list(ports.paths.locks)
            const theirs = (await ports.files.stat(`${path}.lock`)) !== undefined
            locked.push(theirs && grants.some((name) => name.startsWith('grant-')))
          }
          await ports.files.writeAtomic(path, text)
        },
      },
    }))
    await watched.home.writeAgent('main', { [STEADY]: steady() })
    const { id } = await watched.transfer.plan(await watched.foreign({ [STEADY]: steady(YOUNG) }))
    const result = await watched.transfer.apply(id, ['row-1'])
    await watched.transfer.undo(result.id)
    await watched.home.remove()
    expect(locked).toEqual([true, true])
  })

  it('writes a fork only when it is chosen, and asks no provider for anything', async () => {
    await machine.home.writeAgent('main', { [CODEX]: codex() })
    const theirs = codex({ ...YOUNG })
    const plan = await planOf({ [CODEX]: theirs })
    expect(plan.rows[0]).toMatchObject({ verdict: 'fork', selectable: true, suggested: false })
    await machine.transfer.apply(plan.id, ['row-1'])
    expect(await stored('main', CODEX)).toBe(YOUNG.access)
    expect(await machine.journal.all()).toEqual([])
    expect(machine.forgotten).toEqual([CODEX])
  })

  it('lets OpenClaw use a profile again that it had set aside', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const state = join(dirname(machine.home.agentFile('main')), 'auth-state.json')
    const resting = JSON.stringify({ usageStats: { [STEADY]: { cooldownUntil: LATER, errorCount: 3 } } })
    await writeFile(state, resting)
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    expect(JSON.parse(await readFile(state, 'utf8')).usageStats[STEADY]).toEqual({ errorCount: 0 })
    await machine.transfer.undo(id)
    expect(await readFile(state, 'utf8')).toBe(resting)
  })

  it('knows a refresh token that was used up here', async () => {
    const spent = machine.ports.random.fingerprint(YOUNG.refresh)
    await machine.journal.claim(spent, STEADY, 1)
    await machine.journal.spent(spent)
    const plan = await planOf({ [STEADY]: steady(YOUNG) })
    expect(plan.rows[0]).toMatchObject({ verdict: 'older', selectable: false })
    const refused = await machine.transfer.apply(plan.id, ['row-1'])
    expect(refused).toMatchObject({ imported: [], troubles: [{ failure: { code: 'ARGUMENT_INVALID' } }] })
  })

  it('refuses a plan or a row it does not know', async () => {
    const { id } = await planOf({ [STEADY]: steady() })
    await expect(machine.transfer.apply('gone', ['row-1'])).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    await expect(machine.transfer.apply(id, ['row-9'])).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    await expect(machine.transfer.apply(id, [])).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    const stray = join(machine.ports.paths.state, 'stray')
    await mkdir(join(machine.ports.paths.state, 'backups'))
    await mkdir(stray)
    await writeFile(join(stray, 'manifest.json'), JSON.stringify(newManifest('../stray', 0, '/x')))
    await expect(machine.transfer.undo('../stray')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('shows no token to anybody, and leaves none in clear, the copies of files that had it in clear included', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const seen: unknown[] = [
      await planOf({ [STEADY]: steady(YOUNG), [CODEX]: codex(), 'bad:one': { type: 'CANARY' } }),
    ]
    const result = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    await bring({ [CODEX]: codex() }, 'fork')
    seen.push(result, machine.events, await machine.transfer.undo(result.id), await machine.transfer.list())
    for (const what of seen) expect(inspect(what, { depth: 20, showHidden: true })).not.toContain('CANARY')
    for (const name of await readdir(machine.home.path, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue
      const path = join(name.parentPath, name.name)
      expect({ path, leaks: (await readFile(path, 'utf8')).includes('CANARY') }).toEqual({
        path,
        leaks: false,
      })
    }
    expect(await agentText('main')).toContain('CANARY') // the test can see what it looks for
    expect(await readdir(result.backup)).toContain('1.bak')
  })
})

describe('an import taken back', () => {
  it('leaves every file as it was, byte for byte, even after a restart', async () => {
    for (const agent of ['main', 'cron'])
      await machine.home.writeAgent(agent, { [STEADY]: steady({ odd: 1.0 }) })
    const before = [await agentText('main'), await agentText('cron')]
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    machine = machine.restarted()
    expect((await machine.transfer.list()).map((one) => [one.id, one.undone])).toEqual([[id, false]])
    const undone = await machine.transfer.undo(id)
    expect(undone).toMatchObject({ id, undone: true, troubles: [] })
    expect([await agentText('main'), await agentText('cron')]).toEqual(before)
    expect(machine.events).toMatchObject([
      { kind: 'imported', cause: 'undone', profileId: STEADY, holders: 2 },
    ])
    expect((await machine.restarted().transfer.list())[0]).toMatchObject({ undone: true })
    expect(await locksLeft()).toEqual([])
    await expect(machine.transfer.undo(id)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('shifts no expiry of a provider whose expiries OpenClaw stores early', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady({ provider: 'margin' }) })
    const before = await agentText('main')
    const { id } = await bring({ [STEADY]: steady({ ...YOUNG, provider: 'margin' }) }, 'newer')
    await machine.transfer.undo(id)
    expect(await agentText('main')).toBe(before)
  })

  it('keeps what was written beside it meanwhile', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    const { profiles } = await machine.home.readAgent('main')
    await machine.home.writeAgent('main', {
      ...profiles,
      'other:one': { type: 'api_key', provider: 'o', key: 'k' },
    })
    await machine.transfer.undo(id)
    expect(await stored('main')).toBe('CANARY-steady-access')
    expect((await machine.home.readAgent('main')).profiles['other:one']).toBeDefined()
  })

  it('leaves alone what holds something newer by now, and says where', async () => {
    for (const agent of ['main', 'cron']) await machine.home.writeAgent(agent, { [STEADY]: steady() })
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    await machine.home.writeAgent('cron', { [STEADY]: steady({ access: 'CANARY-refreshed-since' }) })
    const undone = await machine.transfer.undo(id)
    expect(await stored('main')).toBe('CANARY-steady-access')
    expect(await stored('cron')).toBe('CANARY-refreshed-since')
    expect(undone.undone).toBe(true)
    expect(undone.troubles.map(({ failure }) => failure.message)).toEqual([
      'OpenClaw · cron holds something newer than the import wrote; it was left as it is.',
    ])
  })

  it('removes what it added to the vault, and nothing that was refreshed since', async () => {
    const { id } = await bring(
      {
        [STEADY]: steady(),
        'steady:two': steady({ access: 'CANARY-2', refresh: 'CANARY-r2', email: 'eve@example.test' }),
      },
      'new',
    )
    const entries = (await machine.vault.scan()).entries
    const kept = entries.find(({ holder }) => holder.entry === 'steady:two')
    if (!kept?.credential) throw new Error('not imported')
    const refreshed = { ...kept.credential, accessToken: new Secret('CANARY-refreshed') }
    await machine.vault.writing.replace(kept.holder, refreshed, kept.credential)
    const undone = await machine.transfer.undo(id)
    expect((await machine.vault.scan()).entries.map(({ holder }) => holder.entry)).toEqual(['steady:two'])
    expect(undone.troubles).toHaveLength(1)
  })

  it('puts back what the vault held before', async () => {
    const before = credential({ account: { email: 'ada@example.test' }, refresh: 'CANARY-before' })
    await machine.vault.add({ id: STEADY, provider: 'steady', credential: before })
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    const held = async (): Promise<string | undefined> =>
      (await machine.vault.scan()).entries[0]?.credential?.refreshToken?.expose()
    expect(await held()).toBe(YOUNG.refresh)
    await machine.transfer.undo(id)
    expect(await held()).toBe('CANARY-before')
  })

  it('takes back what an import wrote that did not live to say so', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const { id } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    const record = await findBackup(machine.ports, id)
    record.manifest.imported = []
    for (const change of record.manifest.changes) change.state = 'planned'
    await record.save()
    machine = machine.restarted()
    expect((await machine.transfer.list())[0]?.troubles).toMatchObject([
      { failure: { code: 'OUTCOME_UNKNOWN' } },
    ])
    await machine.transfer.undo(id)
    expect(await stored('main')).toBe('CANARY-steady-access')
  })

  it('is refused where its record was changed: neither a file that is none of ours nor another copy is written', async () => {
    await machine.home.writeAgent('main', { [STEADY]: steady() })
    const { id, backup } = await bring({ [STEADY]: steady(YOUNG) }, 'newer')
    const other = await bring({ [CODEX]: codex() }, 'fork')
    const victim = join(machine.home.path, 'victim.txt')
    await writeFile(victim, 'not a login')
    const { manifest } = await findBackup(machine.ports, id)
    const path = join(backup, 'manifest.json')
    const sealed = await readFile(path, 'utf8')
    const now = createHash('sha256').update('not a login').digest('hex')
    const forged = {
      ...manifest,
      files: manifest.files.map((file) => ({ ...file, path: victim, now })),
      changes: manifest.changes.map((one) => ({ ...one, holder: { ...one.holder, path: victim } })),
    }
    const attacks = [
      JSON.stringify(forged),
      `${sealed.trim().slice(0, -2)}xx`,
      await readFile(join(other.backup, 'manifest.json'), 'utf8'),
      await readFile(join(backup, '1.bak'), 'utf8'),
    ]
    for (const attack of attacks) {
      await writeFile(path, attack)
      await expect(machine.transfer.undo(id)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    }
    expect(await readFile(victim, 'utf8')).toBe('not a login')
    expect(await stored('main')).toBe(YOUNG.access)
    await writeFile(path, sealed)
    await writeFile(join(backup, '1.bak'), '{"profiles":{}}') // another file in the place of the copy
    expect((await machine.transfer.undo(id)).troubles).toMatchObject([{ failure: { code: 'STORE_CORRUPT' } }])
    expect(await stored('main')).toBe(YOUNG.access)
  })
})
