/** One register in memory, which everybody reaches who knows the password; and who was made a user of it. */
import {
  type Register,
  type RegisterAddress,
  RegisterFailure,
  type Registers,
  type RegisterUsers,
} from '../../app/base/register.ts'
import { type FakeRegister, FakeRegisterServer } from './register.ts'

export const ROOT = { user: 'root', password: 'CANARY-root' }

export class FakeRegisters implements Registers {
  readonly server: FakeRegisterServer
  /** Name to password. */
  readonly users = new Map([[ROOT.user, ROOT.password]])
  /** Everybody who ever was one: a backup has them still. */
  readonly wereUsers = new Map<string, string>()
  readonly roles = new Set<string>()
  readonly links: FakeRegister[] = []

  constructor(server = new FakeRegisterServer()) {
    this.server = server
  }

  open({ user, password, cluster }: RegisterAddress): Register {
    const link = this.server.link()
    this.links.push(link)
    const trouble = (): RegisterFailure | undefined => {
      if (this.users.get(user) !== password.expose())
        return new RegisterFailure('denied', true, 'no such user')
      const isAnother = cluster !== undefined && cluster !== this.server.cluster
      return isAnother ? new RegisterFailure('gone-back', true, 'another cluster') : undefined
    }
    return new Proxy(link, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function' || name === 'close') return bound(target, member)
        if (name === 'watch') return watch
        return async (...args: readonly unknown[]) => {
          const failure = trouble()
          if (failure) throw failure
          return member.apply(target, args)
        }
      },
    })

    function watch(...asked: Parameters<Register['watch']>): ReturnType<Register['watch']> {
      const failure = trouble()
      if (!failure) return link.watch(...asked)
      setImmediate(() => asked[2]({ kind: 'behind', failure }))
      return () => undefined
    }
  }

  administer({ user, password }: RegisterAddress): RegisterUsers {
    const asRoot = <T>(work: () => T): Promise<T> =>
      user === ROOT.user && password.expose() === ROOT.password
        ? Promise.resolve(work())
        : Promise.reject(new RegisterFailure('denied', true, 'not its administrator'))
    return {
      identity: () => asRoot(() => this.server.cluster),
      putRole: ({ name }) => asRoot(() => void this.roles.add(name)),
      putUser: (name, its) =>
        asRoot(() => {
          this.users.set(name, its.expose())
          this.wereUsers.set(name, its.expose())
        }),
      removeUser: (name) => asRoot(() => void this.users.delete(name)),
      removeRole: (name) => asRoot(() => void this.roles.delete(name)),
      close: () => undefined,
    }
  }
}

function bound(target: object, member: unknown): unknown {
  return typeof member === 'function' ? member.bind(target) : member
}
