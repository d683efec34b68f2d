import { chmod, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Core } from '../../../app/core.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine } from '../../support/home-machine.ts'

const CODEX = 'app_EMoamEEZ73f0CkXaXp7hrann'
const PROFILE = 'openai-codex:ada@example.test'
const AGENTS = Array.from({ length: 15 }, (_, n) => (n === 0 ? 'main' : `agent-${n}`))

let server: AuthorizationServer
let home: Home
let core: Core | undefined

beforeAll(async () => {
  server = await startAuthorizationServer({ clientIds: [CODEX] })
})
afterAll(() => server.close())
beforeEach(async () => {
  home = await makeHome()
  await home.writeConfig({ providers: { 'openai-codex': { tokenEndpoint: server.tokenEndpoint } } })
  server.requests.reset()
})
afterEach(async () => {
  await core?.close()
  core = undefined
  await home.remove()
})

async function open(): Promise<Core> {
  core = await new HomeMachine(home).open()
  return core
}

/** One lapsed login, as OpenClaw writes it, with things in it that only OpenClaw knows. */
async function lapsed(): Promise<Record<string, unknown>> {
  const grant = await server.mint({ account: 'ada', clientId: CODEX, expiresInSec: -60 })
  return {
    type: 'oauth',
    provider: 'openai-codex',
    access: grant.access_token,
    refresh: grant.refresh_token,
    expires: Date.now() - 60_000,
    email: 'ada@example.test',
    chatgptPlanType: 'plus',
    somethingNew: { deep: [1, 2, { three: null }] },
  }
}

describe("one login in fifteen OpenClaw agents' files", () => {
  it('is one request, and fifteen files updated with every unknown key kept', async () => {
    const login = await lapsed()
    const key = { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' }
    const texts = new Map<string, string>()
    for (const agent of AGENTS) {
      const path = await home.writeAgent(
        agent,
        { [PROFILE]: login, 'openrouter:default': key },
        { future: agent },
      )
      texts.set(agent, await readFile(path, 'utf8'))
    }
    const { token, overview, profile } = await open()
    expect(overview().profiles.map(({ id }) => id)).toEqual([PROFILE, 'openrouter:default'])
    expect(profile(PROFILE).holders).toHaveLength(15)
    const got = await token(PROFILE)

    expect(server.requests.count()).toBe(1)
    for (const agent of AGENTS) {
      const after = await readFile(home.agentFile(agent), 'utf8')
      const stored = (await home.readAgent(agent)).profiles[PROFILE] ?? {}
      expect(stored['access']).toBe(got.accessToken.expose())
      expect(stored['refresh']).not.toBe(login['refresh'])
      expect(stored['expires']).toBe(got.expiresAtMs)
      const put = (text: string): string =>
        text
          .replace(String(login['access']), String(stored['access']))
          .replace(String(login['refresh']), String(stored['refresh']))
          .replace(`"expires": ${login['expires']}`, `"expires": ${stored['expires']}`)
      expect(after).toBe(put(texts.get(agent) ?? '')) // nothing else changed, to the byte
    }
    expect(profile(PROFILE).holders.some((holder) => holder.drift)).toBe(false)
    expect(profile(PROFILE).whereLine).toBe('OpenClaw · 15 agents')
  })

  it('is mended from the newest where an agent was left behind', async () => {
    const old = await lapsed()
    for (const agent of ['main', 'left-behind']) await home.writeAgent(agent, { [PROFILE]: old })
    const first = await open()
    await first.refresh(PROFILE)
    await home.writeAgent('left-behind', { [PROFILE]: old }) // somebody put the old file back
    await first.look()
    expect(first.profile(PROFILE).holders.filter((holder) => holder.drift)).toHaveLength(1)
    expect(first.profile(PROFILE).status.kind).toBe('fresh')
    expect(await first.repair(PROFILE)).toMatchObject({ kind: 'repaired', holders: 1 })
    expect(await home.readAgent('left-behind')).toEqual(await home.readAgent('main'))
    expect(server.requests.count()).toBe(1)
  })

  it('adopts what OpenClaw itself refreshed meanwhile, without a request', async () => {
    await home.writeAgent('main', { [PROFILE]: await lapsed() })
    const { refresh, token } = await open()
    const fresh = await server.mint({ account: 'ada', clientId: CODEX })
    const newer = {
      ...(await lapsed()),
      access: fresh.access_token,
      refresh: fresh.refresh_token,
      expires: Date.now() + 3_600_000,
    }
    await home.writeAgent('main', { [PROFILE]: newer })
    expect(await refresh(PROFILE)).toMatchObject({ kind: 'adopted' })
    expect((await token(PROFILE)).accessToken.expose()).toBe(fresh.access_token)
    expect(server.requests.count()).toBe(0)
  })

  it('waits for the process that holds the sidecar lock', async () => {
    const path = await home.writeAgent('main', { [PROFILE]: await lapsed() })
    const lock = `${path}.lock`
    await writeFile(lock, JSON.stringify({ pid: process.ppid, createdAt: new Date().toISOString() }))
    const { refresh } = await open()
    let done = false
    const refreshed = refresh(PROFILE).finally(() => {
      done = true
    })
    await expect.poll(() => server.requests.count(), { timeout: 400, interval: 50 }).toBe(0)
    expect(done).toBe(false)
    await rm(lock)
    expect(await refreshed).toMatchObject({ kind: 'refreshed' })
    await expect(readFile(lock)).rejects.toThrow('ENOENT')
  })
})

describe('an OpenClaw file that is not as it should be', () => {
  it('that is torn is said, not touched, and picked up again once it is whole', async () => {
    const path = await home.writeAgent('main', { [PROFILE]: await lapsed() })
    const whole = await readFile(path, 'utf8')
    await writeFile(path, whole.slice(0, 90))
    const { overview, look, refresh } = await open()
    expect(overview().places.some((place) => place.problem)).toBe(true)
    expect(await readFile(path, 'utf8')).toBe(whole.slice(0, 90))
    await writeFile(path, whole)
    await look()
    expect(await refresh(PROFILE)).toMatchObject({ kind: 'refreshed' })
  })

  it('that is a symbolic link stays one, and its target is written', async () => {
    const path = await home.writeAgent('main', { [PROFILE]: await lapsed() })
    const target = `${home.path}/elsewhere.json`
    await rename(path, target)
    await symlink(target, path)
    const { token } = await open()
    const got = await token(PROFILE)
    expect(JSON.parse(await readFile(target, 'utf8')).profiles[PROFILE].access).toBe(got.accessToken.expose())
    expect(await readFile(path, 'utf8')).toBe(await readFile(target, 'utf8'))
  })

  it('with a wrong type in a field is shown and never refreshed', async () => {
    await home.writeAgent('main', { [PROFILE]: { ...(await lapsed()), expires: 'tomorrow' } })
    const { profile, refresh } = await open()
    expect(profile(PROFILE).can.refresh).toBe(false)
    expect(profile(PROFILE).status.kind).toBe('unknown')
    await expect(refresh(PROFILE)).rejects.toThrow(/expires/)
    expect(server.requests.count()).toBe(0)
  })

  it('keeps its mode', async () => {
    const path = await home.writeAgent('main', { [PROFILE]: await lapsed() })
    await chmod(path, 0o640)
    const { refresh } = await open()
    await refresh(PROFILE)
    const { stat } = await import('node:fs/promises')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })
})
