import { expect, it } from 'vitest'
import {
  type Renewer,
  type Renewers,
  renewalOf,
  renewerOf,
} from '../../../../../app/engine/refresh/renewers/renewer.ts'
import type { HeldEntry } from '../../../../../app/model/holder.ts'
import type { Profile } from '../../../../../app/model/profile.ts'

function profileOf(mode: HeldEntry['mode']): Profile {
  const holder = { store: 'vault', id: 'vault:a', label: 'vault', path: '/vault', entry: 'a' }
  const current = { holder, provider: 'acme', mode, owner: 'Lamplighter', account: {}, spent: false }
  return { id: 'acme:ada', provider: 'acme', account: {}, grant: { current, entries: [current] } } as Profile
}

const request = { askedBy: 'person', validForMs: 60_000 }

it.each([
  ['own', 'refreshToken'],
  ['shared', 'refreshToken'],
  ['watched', 'refreshToken'],
  ['delegated', 'delegated'],
  ['borrowed', 'borrowed'],
] as const)('a login of mode %s is renewed by %s', (mode, name) => {
  expect(renewerOf(profileOf(mode))).toBe(name)
})

it('is asked of the way that the login takes, with what was asked for', async () => {
  const asked: unknown[] = []
  const renewer: Renewer = (profile, wish) => {
    asked.push(profile.grant.current.mode, wish)
    return async () => ({ kind: 'superseded', grant: 'g' })
  }
  const renewers: Renewers = new Map([['borrowed', renewer]])
  const renewal = renewalOf(renewers, profileOf('borrowed'), request)
  expect(asked).toEqual(['borrowed', request])
  expect(await renewal(() => undefined)).toEqual({ kind: 'superseded', grant: 'g' })
})

it('is refused for a way that nobody has added', () => {
  expect(() => renewalOf(new Map(), profileOf('borrowed'), request)).toThrow(
    expect.objectContaining({ code: 'NOT_REFRESHABLE', message: expect.stringContaining('"borrowed"') }),
  )
})
