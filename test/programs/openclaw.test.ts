/**
 * The real OpenClaw beside Lamplighter, in a network of its own where OpenAI's names lead to a server of the test's. It
 * takes minutes: its gateway is started once, and the tests use it one after the other.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { STOCK } from '../../app/providers/providers.ts'
import { createOpenClawStore, type OpenClawStore } from '../../app/stores/openclaw/store.ts'
import { accessToken } from './support/chatgpt-token.mjs'
import { ADA, BOB, OpenClaw, whyNot } from './support/openclaw.ts'

const MINUTE = 60_000
const LONG_MS = 600_000 // its gateway and its first turn take a minute on an idle machine, each of its commands ten seconds

const NAME = whyNot === undefined ? 'OpenClaw 2026.9.6' : `OpenClaw 2026.9.6 (${whyNot})`

describe.skipIf(whyNot !== undefined)(NAME, { timeout: LONG_MS }, () => {
  let openclaw: OpenClaw
  let store: OpenClawStore

  beforeAll(async () => {
    openclaw = await OpenClaw.make()
    store = storeAt(openclaw.home.env)
    const made = await openclaw.pasteKey('xai:key')
    expect(made.code, made.err).toBe(0)
  }, LONG_MS)
  afterAll(() => openclaw?.close())

  const login = async () => {
    const found = (await store.scan()).entries.find(({ holder }) => holder.entry === ADA)
    if (!found?.credential) throw new Error(`no login: ${JSON.stringify(found)}`)
    return { ...found, credential: found.credential }
  }

  it('is read as it made its database', async () => {
    await openclaw.signIn(1, 60 * MINUTE)
    const { entries, places } = await store.scan()
    expect(places).toMatchObject([{ found: '1 agent' }])
    expect(entries.map(({ holder, kind, mode, problem }) => [holder.entry, kind, mode, problem])).toEqual([
      ['xai:key', 'api-key', 'watched', undefined],
      [ADA, 'oauth', 'shared', undefined],
    ])
    const status = JSON.parse((await openclaw.run('models', 'status', '--json')).out)
    const told = status.auth.oauth.profiles.find((one: { profileId: string }) => one.profileId === ADA)
    expect((await login()).credential.expiresAtMs).toBe(told.expiresAt)
  })

  it('is only counted down where the number of its schema is not known', async () => {
    const later = join(openclaw.home.path, 'later')
    openclaw.shared.copy(later, 19)
    const env = { ...openclaw.home.env, OPENCLAW_STATE_DIR: later }
    const { entries } = await storeAt(env).scan()
    const found = entries.find(({ holder }) => holder.entry === ADA)
    expect(found).toMatchObject({ mode: 'watched', problem: { code: 'STORE_READ_ONLY' } })
    expect(found?.credential?.expiresAtMs).toBe((await login()).credential.expiresAtMs)
  })

  it('asks nobody while a refresh of ours is on its way, and shows what that brought', async () => {
    await openclaw.signIn(1, 2 * MINUTE)
    await openclaw.set({ delayMs: 12_000 })
    const [ours, ...theirs] = await Promise.all([
      openclaw.lamplighter('refresh', ADA, '--json'),
      openclaw.tokenRequest().then(() => openclaw.run('models', 'status')),
      openclaw.tokenRequest().then(() => openclaw.run('models', 'status')),
    ])
    expect(ours).toMatchObject({ code: 0 })
    expect(theirs.map(({ code }) => code)).toEqual([0, 0])
    expect(openclaw.spent).toEqual(['refresh-1'])
    await openclaw.set({ delayMs: 0 })
    expect(openclaw.shared.json().profiles[ADA]).toMatchObject({
      access: accessToken(2),
      refresh: 'refresh-2',
    })
  })

  it('waits in its gateway for our lock, and uses what was written under it', async () => {
    await openclaw.signIn(2, 3 * MINUTE)
    await openclaw.startGateway()
    const { holder, credential } = await login()
    const lock = await store.writing.lock([holder], 10_000)
    const before = openclaw.spent.length
    const answer = openclaw.turn()
    await new Promise((resolve) => setTimeout(resolve, 20_000)) // long enough for it to ask, had it not seen us
    expect(openclaw.spent.length).toBe(before)
    const next = { ...credential, ...tokens(3), expiresAtMs: Date.now() + 60 * MINUTE }
    expect(await store.writing.replace(holder, next, credential)).toBe('written')
    await openclaw.set({ generation: 3 })
    await lock.release()
    expect(await answer, openclaw.log).toContain('"content":"ok"')
    expect(openclaw.bearer).toBe(accessToken(3))
    expect(openclaw.spent.length).toBe(before)
  })

  it('loses the login where its refresh fails, and has it back from Lamplighter', async () => {
    await openclaw.set({ status: 503 })
    await openclaw.signIn(3, 3 * MINUTE)
    openclaw.startLamplighter('serve')
    await openclaw.tokenRequest() // ours: it keeps what it has seen, and is told to come back
    const reloaded = await openclaw.run('secrets', 'reload', '--json') // else it goes on with what lasts longer
    expect(reloaded, reloaded.out).toMatchObject({ code: 0 })
    expect(await openclaw.turn()).toContain('"error"')
    expect(openclaw.shared.json().profiles[ADA]?.['refresh']).toContain(':failed:')
    // As it leaves it after most failed turns, and not after each.
    const set = { cooldownUntil: Date.now() + 30 * MINUTE, cooldownReason: 'auth', errorCount: 1 }
    openclaw.shared.put({ state: { usageStats: { [ADA]: set } } })
    await openclaw.set({ status: 200 })
    const { out } = await openclaw.lamplighter('refresh', ADA)
    expect(out).toContain('Renewed. OpenClaw had lost this login; it is back.')
    expect(openclaw.shared.json().profiles[ADA]).toMatchObject({
      access: accessToken(4),
      refresh: 'refresh-4',
    })
    expect(openclaw.shared.json('state').usageStats[ADA]).not.toHaveProperty('cooldownUntil')
    const spent = openclaw.spent.length
    await openclaw.untilTurn('"content":"ok"')
    expect(openclaw.bearer).toBe(accessToken(4))
    expect(openclaw.spent.length).toBe(spent)
  })

  it('uses on its next turn what Lamplighter got, and asks nobody', async () => {
    await openclaw.set({ expiresIn: 7_200 })
    const before = openclaw.spent.length
    expect(await openclaw.lamplighter('refresh', ADA)).toMatchObject({ code: 0 })
    expect(await openclaw.turn(), openclaw.log).toContain('"content":"ok"')
    expect(openclaw.bearer).toBe(accessToken(5))
    expect(openclaw.spent.slice(before)).toEqual(['refresh-4'])
  })

  it('uses a login that Lamplighter keeps, with each new token of it, until that is undone', async () => {
    await openclaw.keep(BOB, 20)
    const used = await openclaw.lamplighter('openclaw', 'use', BOB)
    expect(used, used.err).toMatchObject({ code: 0 })
    expect(await openclaw.turn(), openclaw.log).toContain('"content":"ok"')
    expect(openclaw.bearer).toBe(accessToken(20))
    expect(await openclaw.lamplighter('refresh', BOB)).toMatchObject({ code: 0 })
    await openclaw.untilTurn('"content":"ok"', () => openclaw.bearer === accessToken(21))
    const undone = await openclaw.lamplighter('openclaw', 'use', BOB, '--drop')
    expect(undone, undone.err).toMatchObject({ code: 0 })
    expect(await openclaw.turn(), openclaw.log).toContain('"content":"ok"')
    expect(openclaw.bearer).toBe(accessToken(5))
    expect(openclaw.config).not.toContain('lamplighter')
    expect(openclaw.shared.check()).toEqual({ integrity_check: 'ok' })
  })
})

function storeAt(env: Record<string, string>): OpenClawStore {
  const ports = createNodePorts({ label: 'test', env, logLevel: 'silent' })
  return createOpenClawStore(ports, (name) =>
    STOCK.find(({ id, aliases }) => id === name || aliases?.includes(name)),
  )
}

function tokens(generation: number) {
  return {
    accessToken: new Secret(accessToken(generation)),
    refreshToken: new Secret(`refresh-${generation}`),
    generation,
  }
}
