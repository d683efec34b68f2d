/** What each user of a real etcd, and of a real PostgreSQL, may do: a guest asks and nothing else, a reader writes nothing that is shared. */
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Register, RegisterAddress } from '../../../../app/base/register.ts'
import {
  guestOf,
  putGuest,
  putRoles,
  removeGuest,
  roleOf,
  userOf,
} from '../../../../app/features/fleet/register-users.ts'
import { FleetLayout } from '../../../../app/model/fleet-record.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createClock } from '../../../../app/platform/clock.ts'
import { createRegisters } from '../../../../app/platform/fleet/registers.ts'
import { findEtcd } from '../../../../scripts/etcd.mjs'
import { findPostgres } from '../../../../scripts/postgres.mjs'
import { startEtcd } from '../../../support/etcd.ts'
import { startPostgres } from '../../../support/postgres.ts'

const FLEET = 'f1ee7000'
const etcd = await findEtcd()
const postgres = await findPostgres()
const start = {
  etcd: 'why' in etcd ? etcd.why : () => startEtcd(etcd.program, 1, '/elsewhere/'),
  PostgreSQL: 'why' in postgres ? postgres.why : () => startPostgres(postgres),
}

describe.each(Object.entries(start))('the users of a fleet in %s', (_, engine) => {
  if (typeof engine === 'string') it.skip(`needs it: ${engine}`, () => undefined)
  else
    it('may do what they are for, and nothing else', async () => {
      const server = await engine()
      onTestFinished(() => server.close())
      const registers = createRegisters(createClock())
      const users = registers.administer(server.root)
      onTestFinished(() => users.close())
      const layout = new FleetLayout(FLEET)
      const password = new Secret('CANARY-password')
      const as = (user: string): Register => {
        const address: RegisterAddress = { ...server.root, user, password }
        const register = registers.open(address)
        onTestFinished(() => register.close())
        return register
      }
      await users.identity()
      for (let again = 0; again < 2; again++) {
        await putRoles(users, FLEET)
        await users.putUser(userOf(FLEET, 'admin'), password, roleOf(FLEET, 'administrator'))
        await users.putUser(userOf(FLEET, 'keeper'), password, roleOf(FLEET, 'keeper'))
        await users.putUser(userOf(FLEET, 'reader'), password, roleOf(FLEET, 'reader'))
        await putGuest(users, FLEET, 'one', password)
      }
      const [admin, keeper, reader] = ['admin', 'keeper', 'reader'].map((name) => as(userOf(FLEET, name)))
      const guest = as(guestOf(FLEET, 'one'))
      if (!admin || !keeper || !reader) return
      const denied = { reason: 'denied' }

      await admin.create(layout.fleet, 'signed')
      await admin.create(layout.answer('one'), 'sealed')
      expect(await keeper.create(layout.grant('0123456789ab'), 'sealed')).toMatchObject({ kind: 'written' })
      expect((await reader.list(layout.grants)).records).toHaveLength(1)
      for (const key of [
        layout.grant('0123456789ab'),
        layout.ticket('0123456789ab'),
        layout.fleet,
        layout.node('x'),
      ])
        await expect(reader.create(key, 'x')).rejects.toMatchObject(denied)
      for (const key of [layout.fleet, layout.node('x'), layout.keys(1, 'x'), layout.join('one')])
        await expect(keeper.create(key, 'x')).rejects.toMatchObject(denied)
      expect(await reader.create(layout.seen('reader'), 'now')).toMatchObject({ kind: 'written' })

      expect((await guest.read(layout.fleet))?.value).toBe('signed')
      expect((await guest.read(layout.answer('one')))?.value).toBe('sealed')
      expect(await guest.create(layout.join('one'), 'me')).toMatchObject({ kind: 'written' })
      for (const key of [
        layout.grant('0123456789ab'),
        layout.answer('two'),
        '/elsewhere/x',
        layout.seen('reader'),
      ])
        await expect(guest.read(key)).rejects.toMatchObject(denied)
      for (const key of [layout.join('two'), layout.fleet, layout.seen('x')])
        await expect(guest.create(key, 'x')).rejects.toMatchObject(denied)

      await removeGuest(users, FLEET, 'one')
      await removeGuest(users, FLEET, 'one')
      await users.removeUser(userOf(FLEET, 'reader'))
      await expect(guest.read(layout.fleet)).rejects.toMatchObject(denied)
      await expect(reader.list(layout.grants)).rejects.toMatchObject(denied)
      expect((await keeper.list(layout.grants)).records).toHaveLength(1)
    })
})
