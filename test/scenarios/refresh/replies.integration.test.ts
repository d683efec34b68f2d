import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Core } from '../../../app/core.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let server: AuthorizationServer
let home: Home
let core: Core

beforeAll(async () => {
  server = await startAuthorizationServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  home = await makeHome()
  await new HomeMachine(home).seed(server)
  server.requests.reset()
  core = await new HomeMachine(home).open()
})
afterEach(async () => {
  await core.close()
  await home.remove()
})

const status = () => core.profile(PROFILE).status
const requests = () => server.requests.count()

describe('a refresh at a real provider', () => {
  it('brings a token that works, keeps the successor, and is written down', async () => {
    expect(status().kind).toBe('expired')
    const { accessToken } = await core.token(PROFILE)
    expect(accessToken.expose()).not.toBe('')
    expect(status().kind).toBe('fresh')
    expect(requests()).toBe(1)
    const [event] = await core.history({})
    expect(event).toMatchObject({ kind: 'refreshed', profileId: PROFILE, process: 'test', pid: process.pid })
    expect(event?.successor).toMatch(/^[0-9a-f]{12}$/)
    expect(event?.successor).not.toBe(event?.grant)
    await core.refresh(PROFILE) // the successor is the one that was kept, or this would revoke the grant
    expect(server.requests.invalidGrants).toBe(0)
    expect(core.profile(PROFILE).fingerprint).not.toBe(event?.successor)
  })

  it('keeps the old refresh token when the reply has none', async () => {
    const before = core.profile(PROFILE).fingerprint
    server.fault({ kind: 'omit-refresh-token' })
    const event = await core.refresh(PROFILE)
    expect(event.kind).toBe('refreshed')
    expect(core.profile(PROFILE).fingerprint).toBe(before)
    expect((await core.refresh(PROFILE)).kind).toBe('refreshed')
    expect(server.requests.invalidGrants).toBe(0)
  })

  it('keeps a narrowed scope, but says loudly what was lost', async () => {
    server.fault({ kind: 'narrow', scope: 'openid offline_access' })
    const event = await core.refresh(PROFILE)
    expect(event).toMatchObject({ kind: 'refreshed', cause: 'scope-narrowed' })
    expect(event.detail).toContain('email')
    expect(core.profile(PROFILE).warnings).toHaveLength(1)
    expect(status().kind).toBe('fresh')
  })

  it('refuses tokens of another account and writes nothing', async () => {
    server.fault({ kind: 'other-account', account: 'mallory' })
    const event = await core.refresh(PROFILE)
    expect(event).toMatchObject({ kind: 'failed', cause: 'other-account' })
    expect(status().kind).toBe('needs-login')
    expect(core.profile(PROFILE).account).toBe('ada@example.test')
    await expect(core.token(PROFILE)).rejects.toMatchObject({ code: 'NEEDS_LOGIN' })
    expect(requests()).toBe(1)
  })

  it('waits as long as the provider says', async () => {
    server.fault({ kind: 'rate-limited', retryAfter: 120 })
    const before = Date.now()
    const event = await core.refresh(PROFILE)
    expect(event).toMatchObject({ kind: 'retrying', cause: 'rate-limited' })
    const now = status()
    expect(now.kind).toBe('retrying')
    if (now.kind === 'retrying') expect(now.untilMs).toBeGreaterThanOrEqual(before + 120_000)
    expect((await core.refresh(PROFILE)).kind).toBe('refreshed')
  })

  it('takes a page instead of JSON for trouble that passes', async () => {
    server.fault({ kind: 'html' })
    expect(await core.refresh(PROFILE)).toMatchObject({ kind: 'retrying', cause: 'transient' })
    expect((await core.refresh(PROFILE)).kind).toBe('refreshed')
  })

  it('asks once more within seconds when the connection was closed, and keeps a login that nobody had touched', async () => {
    server.fault({ kind: 'drop-before' })
    expect(await core.refresh(PROFILE)).toMatchObject({ kind: 'refreshed' })
  })

  it('names the lost reply where a strict provider had answered it', async () => {
    server.fault({ kind: 'drop-after' })
    const event = await core.refresh(PROFILE)
    expect(event).toMatchObject({ kind: 'rejected', cause: 'rejected' })
    expect(event.message).toContain('the reply to an earlier renewal was lost')
    expect(requests()).toBe(2)
  })

  it('calls a reply that was lost twice an unknown outcome and does not send the token again at once', async () => {
    server.fault({ kind: 'drop-after' })
    server.fault({ kind: 'drop-after' })
    expect(await core.refresh(PROFILE)).toMatchObject({ kind: 'retrying', cause: 'unknown-outcome' })
    expect(await core.refresh(PROFILE)).toMatchObject({ kind: 'retrying', cause: 'unknown-outcome' })
    expect(requests()).toBe(2)
  })

  it('asks for a sign-in once the grant is revoked, remembers it over a restart, and never sends the token again', async () => {
    server.fault({ kind: 'error', error: 'invalid_grant', status: 400 })
    expect(await core.refresh(PROFILE)).toMatchObject({ kind: 'rejected', cause: 'rejected' })
    expect(status().kind).toBe('needs-login')
    await core.close()
    core = await new HomeMachine(home).open()
    expect(status().kind).toBe('needs-login')
    await expect(core.refresh(PROFILE)).rejects.toMatchObject({ code: 'NEEDS_LOGIN' })
    expect(requests()).toBe(1)
  })

  it('does not blame the login for a wrong client', async () => {
    server.fault({ kind: 'error', error: 'invalid_client', status: 401 })
    const event = await core.refresh(PROFILE)
    expect(event).toMatchObject({ kind: 'failed', cause: 'client-rejected' })
    expect(status().kind).toBe('retrying')
    expect((await core.refresh(PROFILE)).kind).toBe('refreshed')
  })

  it('lets a slow provider take its time, and everyone wait for the one request', async () => {
    let go: (value?: unknown) => void = () => undefined
    server.fault({
      kind: 'hold',
      until: new Promise((resolve) => {
        go = resolve
      }),
    })
    const asked = Array.from({ length: 20 }, () => core.token(PROFILE))
    expect(status().kind).toBe('refreshing')
    go()
    const tokens = new Set((await Promise.all(asked)).map((token) => token.accessToken.expose()))
    expect(tokens.size).toBe(1)
    expect(requests()).toBe(1)
  })
})
