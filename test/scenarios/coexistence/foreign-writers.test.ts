/** Another program writes the file between our read and our write. Nothing newer is overwritten, nothing of ours is lost. */
import { describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import {
  type Booted,
  HOUR,
  MemoryMachine,
  MINUTE,
  PROFILE,
  STORES,
  type Tokens,
} from '../../support/memory-machine.ts'

type KeptBy = (typeof STORES)[number]

async function seeded(keptBy: KeptBy): Promise<MemoryMachine> {
  const machine = new MemoryMachine({ keptBy, agents: ['main'] })
  await machine.seed()
  return machine
}

/** The whole file as this store would hold these tokens. */
async function textWith(machine: MemoryMachine, tokens: Tokens): Promise<string> {
  if (machine.keptBy === 'openclaw') return machine.textWith(tokens)
  const twin = new MemoryMachine({ keptBy: 'vault' })
  await twin.writeVault(tokens)
  return twin.files.text(FAKE_PATHS.vault) ?? ''
}

/** Starts a host that refreshes at once; `meanwhile` happens while it waits for the reply. */
async function refreshWith(machine: MemoryMachine, meanwhile: () => void | Promise<void>): Promise<Booted> {
  const host = await machine.startWith(true, meanwhile)
  await machine.clock.advance(2 * MINUTE)
  return host
}

async function expectStored(machine: MemoryMachine, { core }: Booted): Promise<void> {
  expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
  expect(core.profile(PROFILE).status.kind).toBe('fresh')
  expect(machine.provider.requests).toBe(1)
  expect(machine.provider.reuses).toBe(0)
}

describe.each(STORES)('a file kept by %s, between our read and our write', (keptBy) => {
  it('gets a newer login: that one is used, and ours is kept aside', async () => {
    const machine = await seeded(keptBy)
    let newer: Tokens | undefined
    const host = await refreshWith(machine, async () => {
      newer = { ...machine.provider.newGrant(), expires: machine.clock.now() + 2 * HOUR }
      machine.files.put(machine.fileOf('main'), await textWith(machine, newer))
    })
    expect(await machine.stored()).toBe(newer?.refresh)
    const { accessToken } = await machine.run(host.core.token(PROFILE))
    expect(accessToken.expose()).toBe(newer?.access)
    expect(host.core.profile(PROFILE)).toMatchObject({
      status: { kind: 'fresh' },
      lastEvent: { kind: 'superseded' },
    })
    expect(Object.values(machine.files.all()).join()).toContain('"superseded"')
    await machine.clock.advance(3 * HOUR) // and lives on
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(host.core.close())
  })

  it('is replaced by an older copy whose token we know to be spent: ours goes over it', async () => {
    const machine = await seeded(keptBy)
    const older = machine.files.text(machine.fileOf('main')) ?? ''
    const first = await machine.start(false)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    await machine.clock.advance(HOUR)
    const host = await refreshWith(machine, () => {
      machine.files.delete(machine.fileOf('main'))
      machine.files.put(machine.fileOf('main'), older)
    })
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(2)
    await machine.run(host.core.close())
  })

  it('is replaced by an older copy that nobody here ever saw, of the same account: ours goes over it', async () => {
    const machine = await seeded(keptBy)
    const unseen = { access: 'CANARY-old', refresh: 'CANARY-refresh-0', expires: machine.clock.now() - HOUR }
    const text = await textWith(machine, unseen)
    const host = await refreshWith(machine, () => machine.files.put(machine.fileOf('main'), text))
    await expectStored(machine, host)
    await machine.run(host.core.close())
  })

  it('is replaced by an older copy while a command runs that ends right after: ours goes over it at once', async () => {
    const machine = await seeded(keptBy)
    const unseen = { access: 'CANARY-old', refresh: 'CANARY-refresh-0', expires: machine.clock.now() - HOUR }
    const text = await textWith(machine, unseen)
    const command = await machine.startWith(false, () => machine.files.put(machine.fileOf('main'), text))
    const { accessToken } = await machine.run(command.core.token(PROFILE))
    command.die()
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
  })

  it('is replaced by rename with the same login and other settings: the settings stay', async () => {
    const machine = await seeded(keptBy)
    const host = await refreshWith(machine, () => {
      const { version, ...rest } = JSON.parse(machine.files.text(machine.fileOf('main')) ?? '')
      machine.files.delete(machine.fileOf('main'))
      machine.files.put(
        machine.fileOf('main'),
        JSON.stringify({ version, added: { by: 'another' }, ...rest }),
      )
    })
    await expectStored(machine, host)
    expect(JSON.parse(machine.files.text(machine.fileOf('main')) ?? '').added).toEqual({ by: 'another' })
    await machine.run(host.core.close())
  })

  it('is written in place, half of it at first: waited for', async () => {
    const machine = await seeded(keptBy)
    const text = machine.files.text(machine.fileOf('main')) ?? ''
    const host = await refreshWith(machine, () => {
      machine.files.put(machine.fileOf('main'), text.slice(0, text.length / 2))
      void machine.clock.sleep(150).then(() => machine.files.put(machine.fileOf('main'), text))
    })
    await expectStored(machine, host)
    await machine.run(host.core.close())
  })

  it.each([
    ['is emptied', (machine: MemoryMachine) => machine.files.put(machine.fileOf('main'), '')],
    ['is removed', (machine: MemoryMachine) => machine.files.delete(machine.fileOf('main'))],
    [
      'holds no login any more',
      (machine: MemoryMachine) => machine.files.put(machine.fileOf('main'), noLogins(machine)),
    ],
    [
      'is full of something else',
      (machine: MemoryMachine) => machine.files.put(machine.fileOf('main'), '<html>'),
    ],
  ])(
    '%s: used from the journal, not written, and back in its place as soon as that is there',
    async (_what, harm) => {
      const machine = await seeded(keptBy)
      const text = machine.files.text(machine.fileOf('main')) ?? ''
      const host = await refreshWith(machine, () => harm(machine))
      const harmed = machine.files.text(machine.fileOf('main'))
      expect(harmed ?? '').not.toContain('CANARY')
      const { accessToken } = await machine.run(host.core.token(PROFILE))
      expect(accessToken.expose()).toBe('CANARY-access-2')
      expect(['retrying', 'unknown']).toContain(host.core.profile(PROFILE).status.kind)
      machine.files.put(machine.fileOf('main'), text)
      await machine.clock.advance(6 * MINUTE)
      await expectStored(machine, host)
      expect(host.core.profile(PROFILE).lastEvent).toMatchObject({ kind: 'repaired' })
      await machine.run(host.core.close())
    },
  )
})

describe('an agent folder of OpenClaw’s, between our read and our write', () => {
  it('is renamed: the login is written where it is now', async () => {
    const machine = new MemoryMachine()
    const host = await refreshWith(machine, () => {
      machine.files.move('/home/ada/.openclaw/agents/research', '/home/ada/.openclaw/agents/science')
    })
    expect(machine.files.text(machine.fileOf('research'))).toBeUndefined()
    expect(await machine.stored('science')).toBe(machine.provider.currentRefreshToken)
    expect(await machine.stored('main')).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is renamed, and it was the only one', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const host = await refreshWith(machine, () => {
      machine.files.move('/home/ada/.openclaw/agents/main', '/home/ada/.openclaw/agents/first')
    })
    expect(machine.files.text(machine.fileOf('main'))).toBeUndefined()
    expect(await machine.stored('first')).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it('is renamed right after a crash, before anybody looked', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const first = machine.newProcess()
    machine.files.before = (operation, path) => {
      if (operation !== 'writeAtomic' || path !== machine.fileOf('main')) return
      first.die()
      return new Promise(() => undefined)
    }
    const work = first.core.start({ schedule: false }).then(() => first.core.token(PROFILE))
    work.catch((error: unknown) => expect(error).toBeInstanceOf(Error))
    await machine.clock.advance(1_000)
    machine.files.before = () => undefined
    machine.files.move('/home/ada/.openclaw/agents/main', '/home/ada/.openclaw/agents/first')
    const next = await machine.start(false)
    expect(await machine.stored('first')).toBe(machine.provider.currentRefreshToken)
    expect(machine.provider.requests).toBe(1)
    await machine.run(next.core.close())
  })
})

function noLogins(machine: MemoryMachine): string {
  const stored = JSON.parse(machine.files.text(machine.fileOf('main')) ?? '')
  return JSON.stringify({ ...stored, profiles: {} })
}
