/** The users of an etcd and what each may do, made by somebody with its role "root". Whatever is done already is fine. */
import { z } from 'zod'
import {
  type RegisterAddress,
  RegisterFailure,
  type RegisterRight,
  type RegisterUsers,
} from '../../base/register.ts'
import { rangeOf, wire } from './etcd-keys.ts'
import { EtcdMembers } from './etcd-members.ts'

const done = z.looseObject({})
const permission = z.looseObject({
  permType: z.string().default('READ'),
  key: z.string(),
  range_end: z.string().default(''),
})
const roleSchema = z.looseObject({ perm: z.array(permission).default([]) })

/** @throws AppError ARGUMENT_INVALID */
export function createEtcdUsers(address: RegisterAddress): RegisterUsers {
  const members = new EtcdMembers(address)
  /** Each of these is the same when it is done twice, so an outcome that was not heard is none to fear. */
  const call = <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> =>
    members.call(schema, { path: `/v3/auth/${path}`, body })
  const ask = async (path: string, body: unknown): Promise<void> => void (await call(path, body, done))
  const unless = async (isFine: RegExp, work: Promise<void>): Promise<boolean> => {
    try {
      await work
      return true
    } catch (error) {
      if (error instanceof RegisterFailure && isFine.test(error.message)) return false
      throw error
    }
  }

  return {
    identity: () => members.identity(),
    async putRole({ name, rights }) {
      await unless(/already exists/, ask('role/add', { name }))
      const wanted = rights.map(asPermission)
      const { perm: found } = await call('role/get', { role: name }, roleSchema)
      for (const { key, range_end } of found) {
        const isKept = wanted.some((one) => one.key === key && one.range_end === range_end)
        if (!isKept) await ask('role/revoke', { role: name, key, range_end })
      }
      for (const perm of wanted) await ask('role/grant', { name, perm })
    },
    async putUser(user, password, role) {
      const body = { name: user, password: password.expose() }
      const isNew = await unless(/already exists/, ask('user/add', body))
      if (!isNew) await ask('user/changepw', body)
      await ask('user/grant', { user, role })
    },
    removeUser: async (user) => void (await unless(/not found/, ask('user/delete', { name: user }))),
    removeRole: async (name) => void (await unless(/not found/, ask('role/delete', { role: name }))),
    close: () => members.close(),
  }
}

function asPermission({ key, isPrefix, mayWrite }: RegisterRight): z.infer<typeof permission> {
  const range = isPrefix ? rangeOf(key) : { key: wire(key), range_end: '' }
  return { permType: mayWrite ? 'READWRITE' : 'READ', ...range }
}
