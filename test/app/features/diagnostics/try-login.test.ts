import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../../app/base/ports.ts'
import { type Core, createCore } from '../../../../app/core.ts'
import { tryLogin } from '../../../../app/features/diagnostics/try-login.ts'
import type { Profile } from '../../../../app/model/profile.ts'
import type { Provider, ResolvedProvider } from '../../../../app/model/provider.ts'
import { googleAdc } from '../../../../app/stores/google-adc.ts'
import { createFakePorts, type FakePorts } from '../../../fakes/ports.ts'
import { fixture } from '../../../support/program-files.ts'

const ADC = '/home/ada/.config/gcloud/application_default_credentials.json'
const TOKEN = 'https://oauth2.googleapis.com/token'
const ID = 'google-adc:default'

let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

beforeEach(async () => {
  ports = createFakePorts()
  ports.files.put(ADC, fixture('gcloud-528.json'))
  core = createCore(ports)
  await run(core.start({ schedule: true }))
})
afterEach(() => run(core.close()))

describe("a trial of Google's default credentials", () => {
  it('sends the refresh token once, with the client in the file, and keeps nothing of what comes', async () => {
    ports.http.expect(TOKEN, { json: { access_token: 'CANARY-access', expires_in: 3_599 } })
    expect(await run(core.tryLogin(ID))).toMatchObject({ works: true, profileId: ID })
    expect(ports.http.form()).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: '1//CANARY',
      client_id: '764086051850-x.apps.googleusercontent.com',
      client_secret: 'd-CANARY',
    })
    expect(ports.files.text(ADC)).toBe(fixture('gcloud-528.json'))
    expect(JSON.stringify([core.overview(), ports.log.lines])).not.toContain('CANARY')
  })

  it('tells what was refused, and what brings it back', async () => {
    const json = { error: 'invalid_grant', error_subtype: 'invalid_rapt', error_description: 'reauth' }
    ports.http.expect(TOKEN, { status: 400, json })
    const trial = await run(core.tryLogin(ID))
    expect(trial).toMatchObject({ works: false, hint: expect.stringContaining('gcloud auth') })
    expect(trial.message).toContain('reauth')
    expect((await run(core.history({ profileId: ID })))[0]).toMatchObject({ kind: 'rejected' })
  })

  it.each([
    ['a server in trouble', { status: 503, json: {} }],
    ['a network that is not there', new HttpFailure('network', false, 'unreachable')],
  ])('says nothing about the login because of %s', async (_name, answer) => {
    ports.http.expect(TOKEN, answer)
    await expect(run(core.tryLogin(ID))).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' })
    expect(await run(core.history({ profileId: ID }))).toEqual([])
  })

  it('is never made where a refresh token is good for once', async () => {
    const snapshot = core.profile(ID)
    const rotating = { id: 'google-adc', name: 'Google Cloud', rotation: 'always' } as Provider
    const current = { holder: { store: 'google-adc', path: ADC }, account: {} }
    const profile = { id: ID, provider: snapshot.providerId, account: { name: 'ada' }, grant: { current } }
    const deps = {
      ports,
      stores: new Map([['google-adc', googleAdc(ports)]]),
      findProvider: () => rotating,
      resolve: async () => rotating as ResolvedProvider,
      record: async () => undefined,
    }
    await expect(tryLogin(deps, profile as unknown as Profile)).rejects.toMatchObject({
      code: 'NOT_REFRESHABLE',
    })
    expect(ports.http.requests).toEqual([])
  })

  it('is made only when a person asks, and of no login that it would use up', async () => {
    await ports.clock.advance(24 * 60 * 60_000)
    expect(ports.http.requests).toEqual([])
    ports.files.put('/home/ada/.grok/auth.json', fixture('grok-1.0.41.json'))
    await run(core.look())
    const grok = core.overview().profiles.find(({ id }) => id !== ID)
    await expect(run(core.tryLogin(grok?.id ?? ''))).rejects.toMatchObject({ code: 'NOT_REFRESHABLE' })
    expect(ports.http.requests).toEqual([])
  })
})
