/** An authorization server that has nothing in common with the others: LemonLDAP::NG, in Perl, as Debian has it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findLemonldap } from '../../../scripts/lemonldap.mjs'
import { HomeMachine } from '../../support/home-machine.ts'
import { CLIENTS, type LemonldapServer, startLemonldap } from '../../support/lemonldap.ts'
import { MINUTE } from '../../support/test-machine.ts'

const found = await findLemonldap()
if ('why' in found) console.warn(`LemonLDAP::NG cannot be had, and its tests do not run: ${found.why}`)
const rotates = 'rotates' in found && found.rotates
if (!('why' in found) && !rotates) console.warn('This LemonLDAP::NG knows no rotation of refresh tokens.')

let server: LemonldapServer
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  if (!('why' in found)) server = await startLemonldap(found)
})
afterAll(() => server?.close())
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function signedIn(clientId: string) {
  const machine = await HomeMachine.make()
  opened.push({ close: () => machine.home.remove() })
  const redirect = { host: '127.0.0.1', port: server.redirectPort, path: '/callback' } as const
  await machine.home.writeConfig({ providers: { lemon: { issuer: server.issuer, clientId, redirect } } })
  const time = { aheadMs: 0 }
  const core = await machine.open(({ clock, ...ports }) => ({
    ...ports,
    clock: { now: () => clock.now() + time.aheadMs, sleep: (ms, signal) => clock.sleep(ms, signal) },
  }))
  opened.push(core)
  const { step, id } = await core.logins.start({ providerId: 'lemon' })
  if (step.kind !== 'browser') throw new Error(JSON.stringify(step))
  await server.signIn(step.url)
  const { step: end } = await core.logins.ended(id)
  if (end.kind !== 'done') throw new Error(JSON.stringify(end))
  const access = async () => (await core.token(end.profileId)).accessToken.expose()
  const refreshToken = async () => {
    const { entries } = await machine.vault.scan()
    return entries[0]?.credential?.refreshToken?.expose()
  }
  return { machine, core, time, profileId: end.profileId, access, refreshToken }
}

describe.skipIf('why' in found)('a login at LemonLDAP::NG', () => {
  it('is found by its issuer, made with PKCE, and kept with a refresh token that stays', async () => {
    const { core, machine, profileId, access, refreshToken } = await signedIn(CLIENTS.steady)
    expect(core.profile(profileId)).toMatchObject({ account: 'dwho@badwolf.org', can: { refresh: true } })
    const [firstAccess, firstRefresh] = [await access(), await refreshToken()]
    expect(await core.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
    const other = await machine.open()
    opened.push(other)
    expect(await other.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
    await core.look()
    expect(await access()).not.toBe(firstAccess)
    expect(await refreshToken()).toBe(firstRefresh)
  })

  it.skipIf(!rotates)('is kept with refresh tokens that are good for one use', async () => {
    const { core, profileId, refreshToken } = await signedIn(CLIENTS.rotating)
    const seen = [await refreshToken()]
    for (let times = 0; times < 2; times++) {
      expect(await core.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
      seen.push(await refreshToken())
    }
    expect(new Set(seen).size).toBe(3)
  })

  it('that has ended there is said to have, although it only calls the request invalid', async () => {
    const { core, time, profileId } = await signedIn(CLIENTS.steady)
    expect(await core.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
    await server.endSessions()
    const kinds: string[] = []
    for (let times = 0; times < 3; times++) {
      time.aheadMs += 2 * MINUTE
      kinds.push((await core.refresh(profileId)).kind)
    }
    expect(kinds).toEqual(['failed', 'failed', 'rejected'])
    const { status } = core.profile(profileId)
    expect(status).toMatchObject({
      kind: 'needs-login',
      failure: { message: expect.stringContaining('invalid_request') },
    })
  })
})
