import { describe, expect, it } from 'vitest'
import type { Credential } from '../../../../app/model/credential.ts'
import type { Holder } from '../../../../app/model/holder.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { mcpRemote } from '../../../../app/stores/mcp-remote/store.ts'
import { readLaws, storeLaws, successorOf } from '../../../conformance/store.conformance.ts'
import { START_MS } from '../../../fakes/clock.ts'
import { jsonMachine, jsonStoreUnderTest, programFixture } from '../../../support/json-files.ts'

const FOLDER = '/home/ada/.mcp-auth/mcp-remote-v1'
const HASH = '0cc175b9c0f1b6a831c399e269772661'
const FILE = `${FOLDER}/${HASH}_tokens.json`
const CLIENT_FILE = `${FOLDER}/${HASH}_client_info.json`
const LEASE = `${FOLDER}/${HASH}_refresh_in_progress.json`
const TOKENS = programFixture('mcp-remote-0.15.1_tokens.json')
const CLIENT = programFixture('mcp-remote-0.15.1_client_info.json')
const FILES = { [FILE]: TOKENS, [CLIENT_FILE]: CLIENT }
const ENTRY = 'mcp-remote:0cc175b9c0f1'

const ADA: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  expiresAtMs: 1_800_000_000_000,
  scope: ['mcp:read', 'mcp:write'],
  account: { name: 'auth.example.test' },
  generation: 0,
}
const HOLDER: Holder = {
  store: 'mcp-remote',
  id: `mcp-remote:${ENTRY}`,
  label: 'mcp-remote · auth.example.test',
  path: FILE,
  entry: ENTRY,
}

const underTest = async () =>
  jsonStoreUnderTest({ make: mcpRemote, files: FILES, holder: HOLDER, credential: ADA, at: [] })

storeLaws('mcp-remote', underTest)
readLaws('mcp-remote, read', underTest, ['', '[]', '{"access_token":', 'null', '{"access_token":7}'])

async function only(files: Readonly<Record<string, string>>) {
  const { entries } = await jsonMachine({ make: mcpRemote, files }).store.scan()
  expect(entries).toHaveLength(1)
  return entries[0]
}

const changed = (text: string, part: Record<string, unknown>) =>
  JSON.stringify({ ...JSON.parse(text), ...part })

describe('the logins that mcp-remote keeps', () => {
  it('lie where MCP_REMOTE_CONFIG_DIR says', () => {
    const { ports } = jsonMachine({ make: mcpRemote, files: {} })
    ports.process.variables['MCP_REMOTE_CONFIG_DIR'] = '/mcp'
    expect(mcpRemote(ports).lookedAt).toEqual(['/mcp/mcp-remote-v1/*_tokens.json'])
  })

  it('belong to the client that was registered, at the issuer that it was registered with', async () => {
    expect(await only(FILES)).toMatchObject({
      mode: 'shared',
      provider: 'mcp-remote',
      client: { issuer: 'https://auth.example.test', clientId: 'CANARYregistered' },
    })
  })

  it.each([
    [{ client_secret: 'CANARY-s' }, { clientId: 'CANARYregistered', issuer: 'https://auth.example.test' }],
    [
      { client_secret: 'CANARY-s', token_endpoint_auth_method: 'client_secret_post' },
      { clientSecret: expect.anything() },
    ],
    [
      { client_secret: 'CANARY-s', token_endpoint_auth_method: undefined },
      { clientSecret: expect.anything(), clientAuthentication: 'client_secret_basic' },
    ],
  ])('with a client that says %j proves it as it was registered', async (part, client) => {
    expect((await only({ ...FILES, [CLIENT_FILE]: changed(CLIENT, part) }))?.client).toMatchObject(client)
  })

  it.each<[string, Record<string, string>]>([
    ['no registration', { [FILE]: TOKENS }],
    [
      'no issuer',
      {
        [FILE]: changed(TOKENS, { issuer: undefined }),
        [CLIENT_FILE]: changed(CLIENT, { issuer: undefined }),
      },
    ],
    [
      'an issuer in the clear',
      { [FILE]: TOKENS, [CLIENT_FILE]: changed(CLIENT, { issuer: 'http://auth.example.test' }) },
    ],
    [
      'a key we do not have',
      { [FILE]: TOKENS, [CLIENT_FILE]: changed(CLIENT, { token_endpoint_auth_method: 'private_key_jwt' }) },
    ],
    ['half a registration', { [FILE]: TOKENS, [CLIENT_FILE]: '{"client_id":' }],
  ])('with %s are left to mcp-remote', async (_what, files) => {
    const entry = await only(files)
    expect(entry).toMatchObject({ mode: 'watched', owner: 'mcp-remote' })
    expect(entry?.note).toContain('mcp-remote renews it')
    expect(entry?.client).toBeUndefined()
  })

  it('say how long the new token lasts, in both of its ways', async () => {
    const { ports, store } = jsonMachine({ make: mcpRemote, files: FILES })
    const next = { ...successorOf(ADA), issuedAtMs: START_MS, expiresAtMs: START_MS + 1_800_000 }
    expect(await store.writing.replace(HOLDER, next, ADA)).toBe('written')
    expect(JSON.parse(ports.files.text(FILE) ?? '')).toEqual({
      ...JSON.parse(TOKENS),
      access_token: 'CANARY-access-g1',
      refresh_token: 'CANARY-refresh-g1',
      expires_at: START_MS + 1_800_000,
      expires_in: 1_800,
    })
  })
})

describe("mcp-remote's lease", () => {
  const lease = (part: Record<string, unknown> = {}) =>
    JSON.stringify({ pid: 4242, nonce: 'theirs', at: START_MS, ...part }, null, 2)

  function machine(text?: string) {
    const here = jsonMachine({
      make: mcpRemote,
      files: text === undefined ? FILES : { ...FILES, [LEASE]: text },
    })
    here.ports.process.start(4242, 'boot.1.200')
    const held = () => JSON.parse(here.ports.files.text(LEASE) ?? 'null')
    return { ...here, held, take: (waitMs = 0) => here.store.writing.lock([HOLDER], waitMs) }
  }

  it('is taken as mcp-remote takes it, and gone afterwards', async () => {
    const { ports, held, take } = machine()
    const lock = await take()
    expect(held()).toEqual({ pid: ports.process.pid, nonce: expect.any(String), at: START_MS })
    expect(await lock.stillHeld()).toBe(true)
    await lock.release()
    expect(held()).toBeNull()
    expect(await lock.stillHeld()).toBe(false)
  })

  it('is waited for while its process lives', async () => {
    const { ports, store, take } = machine(lease())
    await expect(take(1_000)).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining('process 4242'),
    })
    const waiting = store.writing.lock([HOLDER], 20_000)
    ports.files.delete(LEASE)
    await (await waiting).release()
  })

  it.each([
    ['its process is gone', lease({ pid: 4243 })],
    ['it is half a minute old', lease({ at: START_MS - 30_000 })],
    ['the clock was set back since, so that it would last for hours', lease({ at: START_MS + 7_200_000 })],
  ])('is taken over when %s', async (_what, text) => {
    const { ports, held, take } = machine(text)
    const lock = await take()
    expect(held().pid).toBe(ports.process.pid)
    await lock.release()
  })

  it('may be in the making: what cannot be read is left for half a minute', async () => {
    const { ports, take } = machine('')
    await expect(take()).rejects.toMatchObject({ code: 'STORE_LOCKED' })
    await ports.clock.sleep(31_000)
    await (await take()).release()
  })

  it('that was taken from us is not ours any more, and stays', async () => {
    const { ports, held, take } = machine()
    const lock = await take()
    ports.files.put(LEASE, lease())
    expect(await lock.stillHeld()).toBe(false)
    await lock.release()
    expect(held().nonce).toBe('theirs')
  })

  it('is not relied on for as long as it lasts: a write has to follow', async () => {
    const { ports, take } = machine()
    const lock = await take()
    await ports.clock.sleep(26_000)
    expect(await lock.stillHeld()).toBe(false)
    await lock.release()
  })
})
