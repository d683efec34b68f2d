/** Signing out at a real provider: what it ends, what goes from our disk, and what is said where another program holds it too. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { HomeMachine, PROFILE } from '../../../support/home-machine.ts'

let server: AuthorizationServer
let machine: HomeMachine
beforeEach(async () => {
  server = await startAuthorizationServer()
  machine = await HomeMachine.make()
})
afterEach(async () => {
  await server.close()
  await machine.home.remove()
})

describe('logout', () => {
  it('ends both tokens at the provider, deletes our copy, and is in the history', async () => {
    const grant = await machine.seed(server)
    const core = await machine.open()
    expect(await core.logoutPlan(PROFILE)).toMatchObject({ revocable: true, files: [], borrowers: [] })
    expect(await core.logout(PROFILE)).toBe('revoked')
    expect(await server.isAlive(grant.refresh_token)).toBe(false)
    expect(server.requests.other.filter((one) => one.endsWith('/revocation'))).toHaveLength(2)
    expect(core.overview().profiles).toEqual([])
    expect(await readFile(join(machine.home.path, 'vault.json'), 'utf8').catch(() => '')).not.toContain(
      PROFILE,
    )
    const [event] = await core.history({})
    expect(event).toMatchObject({ kind: 'signed-out', profileId: PROFILE })
    await core.close()
  })

  it('ends the login that is stored now, not the one that was shown', async () => {
    await machine.seed(server)
    const core = await machine.open()
    const other = await machine.open()
    await other.refresh(PROFILE)
    await other.close()
    await core.logout(PROFILE)
    expect(server.requests.reuses).toBe(0)
    expect(server.requests.other.filter((one) => one.endsWith('/revocation'))).toHaveLength(2)
    await core.close()
  })

  it("leaves another program's file alone, says so before, and never sends what is in it again", async () => {
    const grant = await server.mint({ account: 'ada', expiresInSec: -60 })
    await machine.home.writeConfig({
      providers: { acme: { issuer: server.issuer, clientId: server.clientId } },
    })
    const file = await machine.home.writeAgent('main', {
      [PROFILE]: {
        type: 'oauth',
        provider: 'acme',
        access: grant.access_token,
        refresh: grant.refresh_token,
        expires: Date.now() - 60_000,
        email: 'ada@example.test',
      },
    })
    const before = await readFile(file, 'utf8')
    const core = await machine.open()
    expect((await core.logoutPlan(PROFILE)).files).toEqual([{ path: file, program: 'OpenClaw' }])
    expect(await core.logout(PROFILE)).toBe('revoked')
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(core.profile(PROFILE).status).toMatchObject({
      kind: 'needs-login',
      failure: { message: 'A person signed this login out.' },
    })
    await core
      .refresh(PROFILE)
      .catch((error: unknown) => expect(error).toMatchObject({ code: 'NEEDS_LOGIN' }))
    expect(server.requests.count()).toBe(0)
    await core.close()
  })
})
