/** The real mcp-remote beside Lamplighter: one login, one refresh, whoever of the two is quicker. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../app/core.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { mcpRemote } from '../../app/stores/mcp-remote/store.ts'
import { type Home, makeHome } from '../support/home.ts'
import { McpServer, tokensOf } from './support/mcp-server.ts'
import { Program, packagesOf } from './support/program.ts'

const packages = packagesOf('mcp-remote')

describe.skipIf(packages === undefined)('mcp-remote 0.15.1', () => {
  const HOUR = 60 * 60_000
  const PORT = 38_471 // of the callback that nobody calls: the registration has to name it
  let home: Home
  let server: McpServer
  let core: Core | undefined
  let proxies: Program[]

  beforeEach(async () => {
    home = await makeHome()
    server = await McpServer.start()
    proxies = []
  })
  afterEach(async () => {
    await core?.close()
    core = undefined
    for (const proxy of proxies) await proxy.end()
    await server.close()
    await home.remove()
  })

  const file = (end: string): string => {
    const hash = createHash('md5').update(`${server.origin}/mcp`).digest('hex')
    return join(home.env['HOME'] ?? '', '.mcp-auth', 'mcp-remote-v1', `${hash}_${end}`)
  }
  const kept = () => JSON.parse(readFileSync(file('tokens.json'), 'utf8'))
  const keep = (leftMs: number): void => {
    mkdirSync(join(file(''), '..'), { recursive: true })
    const expires_at = Date.now() + leftMs
    writeFileSync(file('tokens.json'), JSON.stringify({ ...tokensOf(1), issuer: server.origin, expires_at }))
    const client = {
      client_id: 'client-1',
      redirect_uris: [`http://localhost:${PORT}/oauth/callback`],
      token_endpoint_auth_method: 'none',
      issuer: server.origin,
    }
    writeFileSync(file('client_info.json'), JSON.stringify(client))
  }

  const ports = () => createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
  async function lamplighter(): Promise<Core> {
    core = createCore(ports())
    await core.start({ schedule: false })
    return core
  }
  const refresh = async (with_: Core) => with_.refresh(with_.overview().profiles[0]?.id ?? '')

  /** A client that has said who it is, as an MCP host does. */
  function proxy(): Program {
    const words = [join(packages ?? '', 'mcp-remote', 'dist', 'proxy.js'), `${server.origin}/mcp`, `${PORT}`]
    const one = new Program(process.execPath, [...words, '--allow-http'], home.env)
    proxies.push(one)
    const params = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    }
    one.write(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }))
    return one
  }
  const answered = (one: Program, id: number) =>
    expect.poll(() => one.lines.some((line) => JSON.parse(line).id === id), { message: one.told }).toBe(true)
  const listTools = async (one: Program, id: number): Promise<void> => {
    if (id === 2) one.write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
    one.write(JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/list' }))
    await answered(one, id)
  }

  it('uses at its next request what Lamplighter got, and asks nobody', async () => {
    keep(HOUR)
    const one = proxy()
    await answered(one, 1)
    await listTools(one, 2)
    const event = await refresh(await lamplighter())
    expect(event.kind).toBe('refreshed')
    expect(kept()).toMatchObject({ access_token: 'access-2', refresh_token: 'refresh-2' })
    await listTools(one, 3)
    expect(server.bearers).toEqual(['access-1', 'access-2'])
    expect(server.refreshed).toEqual(['refresh-1'])
  })

  it('waits for our lease, and adopts what is written under it', async () => {
    keep(-HOUR)
    const store = mcpRemote(ports())
    const [entry] = (await store.scan()).entries
    if (!entry?.credential) throw new Error('no login')
    const lock = await store.writing.lock([entry.holder], 1_000)
    const one = proxy()
    await new Promise((resolve) => setTimeout(resolve, 4_000)) // long enough for it to ask, had it not seen us
    expect(server.refreshed).toEqual([])
    server.generation = 2 // what a refresh of ours would have made of it
    const text = readFileSync(file('tokens.json'), 'utf8')
    writeFileSync(
      file('tokens.json'),
      JSON.stringify({ ...JSON.parse(text), ...tokensOf(2), expires_at: Date.now() + HOUR }),
    )
    await lock.release()
    await answered(one, 1)
    await listTools(one, 2)
    expect(server.bearers).toEqual(['access-2'])
    expect(server.refreshed).toEqual([])
  })

  it('refreshes while Lamplighter waits, and Lamplighter adopts that', async () => {
    keep(-HOUR)
    server.answersAfterMs = 3_000
    const here = await lamplighter()
    const one = proxy()
    await expect.poll(() => server.refreshed.length, { message: one.told }).toBe(1)
    const event = await refresh(here)
    expect(event.kind).toBe('adopted')
    expect(server.refreshed).toEqual(['refresh-1'])
    expect(kept()).toMatchObject({ access_token: 'access-2', refresh_token: 'refresh-2' })
  })
})
