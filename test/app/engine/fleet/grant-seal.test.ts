import { describe, expect, it } from 'vitest'
import { openAccess, openSpend, sealGrant } from '../../../../app/engine/fleet/grant-seal.ts'
import { type GrantRecord, parseGrantRecord } from '../../../../app/model/fleet-record.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { FakeRandom } from '../../../fakes/random.ts'
import { fleetKeys } from '../../../support/fleet-keys.ts'
import { credential } from '../../../support/logins.ts'

const ports = { random: new FakeRandom() }
const login = {
  provider: 'acme',
  credential: credential({
    access: 'CANARY-access',
    refresh: 'CANARY-refresh',
    idToken: new Secret('CANARY-id'),
    scope: ['mail'],
    generation: 7,
  }),
}
const seal = (): GrantRecord => sealGrant(ports, fleetKeys(), 'one', login, { node: 'alpha' })

describe('a sealed grant', () => {
  it('opens for a keeper with everything, as it was', () => {
    const read = parseGrantRecord(JSON.stringify(seal()))
    expect(read && openSpend(ports, fleetKeys(), 'one', read)).toEqual(login)
  })

  it('opens for a reader without the refresh token and the id token', () => {
    const { provider, credential: opened } = openAccess(ports, fleetKeys('reader'), 'one', seal())
    const { refreshToken: _, idToken: __, ...rest } = login.credential
    expect({ provider, opened }).toEqual({ provider: 'acme', opened: rest })
    expect(() => openSpend(ports, fleetKeys('reader'), 'one', seal())).toThrow(/only reads/)
    expect(() => sealGrant(ports, fleetKeys('reader'), 'one', login, { node: 'alpha' })).toThrow(/only reads/)
  })

  it('shows no token in clear', () => {
    expect(JSON.stringify(seal())).not.toContain('CANARY')
  })

  it.each<Partial<GrantRecord>>([
    { generation: 8 },
    { fingerprint: '0123456789ab' },
    { expiresAtMs: 1 },
    { node: 'beta' },
    { state: 'rejected' },
  ])('does not open with %o put in', (change) => {
    expect(() => openAccess(ports, fleetKeys(), 'one', { ...seal(), ...change })).toThrow(/changed/)
    expect(() => openSpend(ports, fleetKeys(), 'one', { ...seal(), ...change })).toThrow(/changed/)
  })

  it("does not open in another place, or its parts in each other's", () => {
    const record = seal()
    expect(() => openAccess(ports, fleetKeys(), 'two', record)).toThrow(/changed/)
    expect(() => openAccess(ports, { ...fleetKeys(), fleet: 'other' }, 'one', record)).toThrow(/changed/)
    expect(() => openAccess(ports, fleetKeys(), 'one', { ...record, access: record.spend })).toThrow(
      /another key/,
    )
    expect(() => openSpend(ports, { ...fleetKeys(), epochs: new Map() }, 'one', record)).toThrow(
      /not on this machine/,
    )
  })
})
