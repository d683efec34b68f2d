import { afterEach, describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../../fakes/ports.ts'
import { Fleet, type FleetMachine, HOUR, MINUTE, PROFILE } from '../../../../support/fleet.ts'

let fleet: Fleet

interface Pair {
  readonly owner: FleetMachine
  readonly borrower: FleetMachine
}

async function two(): Promise<Pair> {
  fleet = new Fleet()
  const [owner, borrower] = await fleet.two('owner', 'borrower')
  await owner.seed()
  await fleet.run(borrower.core.nodes.add('owner', 'T440'))
  return { owner, borrower }
}

async function borrowed(schedule = false): Promise<Pair> {
  const pair = await two()
  await borrow(pair)
  await fleet.clock.advance(1_000)
  await pair.borrower.reboot(schedule)
  return pair
}

async function borrow({ borrower }: Pair) {
  return fleet.run(borrower.core.nodes.bring('owner', [{ profileId: PROFILE, way: 'borrow' }]))
}

afterEach(() => fleet.close())

describe('a borrowed login', () => {
  it('has the access token, its expiry and the name of its owner, and nothing to spend', async () => {
    const { owner, borrower } = await two()
    const result = await borrow({ owner, borrower })
    expect(result.rows[0]?.message).toContain('T440 stays its owner')
    expect(borrower.core.profile(PROFILE)).toMatchObject({
      owner: {
        mode: 'borrowed',
        refreshedBy: 'T440',
        sentence: expect.stringContaining('T440 renews it'),
      },
      status: { kind: 'held', by: 'T440', expired: false },
      accessExpiresAtMs: fleet.clock.now() + HOUR,
      account: 'ada@example.test',
    })
    expect(await borrower.canSpend()).toBe(false)
    expect(await owner.canSpend()).toBe(true)
    expect(fleet.provider.requests).toBe(0)
    const { accessToken } = await fleet.run(borrower.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-1')
  })

  it('is taken back with the undo of what brought it', async () => {
    const pair = await two()
    const { undoId = '' } = await borrow(pair)
    expect(await fleet.run(pair.borrower.core.imports.undo(undoId))).toMatchObject({ undone: true })
    expect(pair.borrower.core.overview().profiles).toEqual([])
  })

  it('is handed out as soon as it is stored, while the history is still being written', async () => {
    const { borrower } = await borrowed()
    await fleet.clock.advance(61 * MINUTE)
    let write: () => void = () => undefined
    const writing = new Promise<void>((resolve) => {
      write = resolve
    })
    borrower.files.before = async (operation, path) => {
      if (operation === 'append' && path.startsWith(FAKE_PATHS.history)) await writing
    }
    const { accessToken } = await fleet.run(borrower.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(borrower.core.profile(PROFILE).status).toMatchObject({ kind: 'held', expired: false })
    write()
    const [event] = await fleet.run(borrower.core.history({ profileId: PROFILE }))
    expect(event?.kind).toBe('adopted')
  })

  it('is renewed by its owner before it lapses', async () => {
    const { borrower } = await borrowed(true)
    await fleet.clock.advance(55 * MINUTE)
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
    expect(borrower.core.profile(PROFILE)).toMatchObject({
      status: { kind: 'held', by: 'T440', expired: false },
    })
    const { accessToken } = await fleet.run(borrower.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(borrower.core.profile(PROFILE).lastEvent).toMatchObject({
      kind: 'adopted',
      message: 'T440 sent the access token that works there now.',
    })
  })

  it('comes at once when its owner announces a refresh', async () => {
    const { owner, borrower } = await borrowed(true)
    await fleet.clock.advance(MINUTE)
    await fleet.run(owner.core.refresh(PROFILE, { askedBy: 'person' }))
    await fleet.clock.advance(1_000)
    const { accessToken } = await fleet.run(borrower.core.token(PROFILE))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(fleet.provider.requests).toBe(1)
  })

  it.each([3, -3])(
    'lasts as long as it does, where the clock of its owner is %i hours ahead',
    async (hours) => {
      const { owner, borrower } = await two()
      owner.aheadMs = hours * HOUR
      await owner.reboot()
      await fleet.run(owner.core.refresh(PROFILE, { askedBy: 'person' }))
      await borrow({ owner, borrower })
      const lapsesAtMs = fleet.clock.now() + HOUR
      expect(borrower.core.profile(PROFILE)).toMatchObject({ status: { kind: 'held', expired: false } })
      const { accessExpiresAtMs = 0 } = borrower.core.profile(PROFILE)
      expect(Math.abs(accessExpiresAtMs - lapsesAtMs)).toBeLessThan(MINUTE)
      await fleet.clock.advance(1_000)
      await borrower.reboot(true)
      await fleet.clock.advance(90 * MINUTE)
      const { accessToken } = await fleet.run(borrower.core.token(PROFILE))
      expect(accessToken.expose()).toBe('CANARY-access-3')
      expect(fleet.provider).toMatchObject({ requests: 2, reuses: 0 })
    },
  )

  it('is asked for when a consumer wants one that lasts longer', async () => {
    const { borrower } = await borrowed()
    await fleet.clock.advance(30 * MINUTE)
    const { accessToken, expiresAtMs = 0 } = await fleet.run(
      borrower.core.token(PROFILE, { validForMs: 45 * MINUTE }),
    )
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(expiresAtMs).toBe(fleet.clock.now() + HOUR)
  })

  it('waits for an owner that is asleep, asking once every ten minutes, and catches up', async () => {
    const { owner, borrower } = await borrowed(true)
    await fleet.clock.advance(MINUTE)
    owner.asleep = true
    await owner.shutDown()
    await owner.boot()
    borrower.ports.ssh.dialled.length = 0
    await fleet.clock.advance(2 * HOUR)
    const asked = borrower.ports.ssh.dialled.length
    expect(asked).toBeGreaterThan(7)
    expect(asked).toBeLessThanOrEqual(13) // 120 minutes
    const { status, advice } = borrower.core.profile(PROFILE)
    expect(status).toMatchObject({
      kind: 'retrying',
      failure: { message: expect.stringContaining('Waiting for T440') },
    })
    expect(advice).toContain('Waiting for T440')
    await expect(fleet.run(borrower.core.token(PROFILE))).rejects.toMatchObject({
      code: 'NODE_UNREACHABLE',
      message: expect.stringContaining('Waiting for T440'),
    })
    expect(borrower.ports.ssh.dialled.length).toBe(asked)

    owner.asleep = false
    borrower.core.wake('the network came up')
    await fleet.clock.advance(1_000)
    expect(borrower.core.profile(PROFILE)).toMatchObject({ status: { kind: 'held', expired: false } })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('keeps no channel to a machine where no host would tell anything', async () => {
    const { owner, borrower } = await two()
    await borrow({ owner, borrower })
    await fleet.clock.advance(1_000)
    await owner.shutDown()
    await owner.boot(false, 'lamplighter answer')
    await borrower.reboot(true)
    await fleet.clock.advance(40 * MINUTE)
    expect(borrower.ports.ssh.dialled.length).toBe(1)
    await fleet.clock.advance(20 * MINUTE) // it was due meanwhile
    expect(borrower.ports.ssh.dialled.length).toBe(2)
    expect(fleet.provider.requests).toBe(1)
  })

  it('refuses what belongs to somebody else by now', async () => {
    const { owner, borrower } = await borrowed()
    const vault = JSON.parse(owner.files.text(FAKE_PATHS.vault) ?? '') as {
      profiles: Record<string, unknown>
    }
    owner.files.put(FAKE_PATHS.vault, JSON.stringify({ ...vault, profiles: {} }))
    await owner.core.look()
    await fleet.clock.advance(2 * HOUR)
    await expect(fleet.run(borrower.core.token(PROFILE))).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
  })

  it('is not lost or doubled wherever the borrowing is cut', async () => {
    for (let message = 0; ; message++) {
      const pair = await two()
      pair.owner.scissors.after = message
      await borrow(pair).catch(() => undefined)
      const isCut = pair.owner.scissors.count > message
      pair.owner.scissors.after = undefined
      await borrow(pair)
      const found = pair.borrower.core.overview().profiles
      expect(
        found.map(({ owner }) => owner.mode),
        `cut after message ${message}`,
      ).toEqual(['borrowed'])
      expect(await pair.borrower.canSpend()).toBe(false)
      expect(await pair.owner.canSpend()).toBe(true)
      await fleet.close()
      if (!isCut) break
    }
  })
})

describe('a login that is bound to the client of a program', () => {
  const ISSUER = 'https://mcp.example.test'
  const FILE = '/home/ada/.mcp-auth/mcp-remote-v1/0cc175b9c0f1b6a831c399e269772661'

  /** mcp-remote on the owner's machine has registered a client of its own there. */
  async function withMcpRemote(): Promise<Pair & { readonly id: string }> {
    fleet = new Fleet()
    const [owner, borrower] = await fleet.two('owner', 'borrower')
    const tokens = {
      access_token: 'CANARY-access-1',
      refresh_token: 'CANARY-refresh-1',
      token_type: 'Bearer',
      expires_at: fleet.clock.now() + HOUR,
      issuer: ISSUER,
    }
    const client = {
      client_id: 'CANARY-client',
      client_secret: 'CANARY-client-secret',
      issuer: ISSUER,
      redirect_uris: ['http://localhost:1/cb'],
    }
    owner.files.put(`${FILE}_tokens.json`, JSON.stringify(tokens))
    owner.files.put(`${FILE}_client_info.json`, JSON.stringify(client))
    const metadata = { issuer: ISSUER, token_endpoint: `${ISSUER}/token`, response_types_supported: ['code'] }
    owner.ports.http.always(`${ISSUER}/.well-known/*`, { json: metadata })
    const next = { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 3600 }
    owner.ports.http.always(`${ISSUER}/token`, { json: { ...next, token_type: 'Bearer' } })
    await fleet.run(owner.core.look())
    await fleet.run(borrower.core.nodes.add('owner', 'T440'))
    await fleet.run(borrower.core.nodes.look('owner'))
    const [{ id = '' } = {}] = owner.core.overview().profiles
    return { owner, borrower, id }
  }

  it('is neither moved nor copied, and can be borrowed', async () => {
    const { borrower, id } = await withMcpRemote()
    const [node] = borrower.core.nodes.list()
    const ways = node?.profiles.find((login) => login.id === id)?.ways ?? []
    const possible = Object.fromEntries(ways.map((one) => [one.way, one.possible]))
    expect(possible).toMatchObject({ move: false, borrow: true, copy: false })
    expect(ways.find(({ way }) => way === 'move')?.consequence).toContain('Another machine can borrow it')
  })

  it('is renewed by its owner, with a client that never leaves it', async () => {
    const { owner, borrower, id } = await withMcpRemote()
    const result = await fleet.run(borrower.core.nodes.bring('owner', [{ profileId: id, way: 'borrow' }]))
    expect(result.rows).toMatchObject([{ message: expect.stringContaining('T440 stays its owner') }])
    expect((await fleet.run(borrower.core.token(id))).accessToken.expose()).toBe('CANARY-access-1')
    expect(await borrower.canSpend()).toBe(false)
    await fleet.clock.advance(1_000)
    await borrower.reboot(true)
    await fleet.clock.advance(58 * MINUTE)
    expect(owner.ports.http.requests.filter(({ url }) => url === `${ISSUER}/token`)).toHaveLength(1)
    const { accessToken } = await fleet.run(borrower.core.token(id))
    expect(accessToken.expose()).toBe('CANARY-access-2')
    expect(borrower.core.profile(id).owner).toMatchObject({ mode: 'borrowed', refreshedBy: 'T440' })
  })
})
