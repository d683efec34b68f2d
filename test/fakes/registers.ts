/** One register in memory, which everybody reaches who knows the password; and who was made a user of it. */
import {
  type Register,
  type RegisterAddress,
  RegisterFailure,
  type Registers,
  type RegisterUsers,
} from '../../app/base/ports.ts'
import { type FakeRegister, FakeRegisterServer } from './register.ts'

export const ROOT = { user: 'root', password: 'CANARY-root' }

export class FakeRegisters implements Registers {
  readonly server: FakeRegisterServer
  /** Name to password. */
  readonly users = new Map([[ROOT.user, ROOT.password]])
  readonly roles = new Set<string>()
  readonly links: FakeRegister[] = []

  constructor(server = new FakeRegisterServer()) {
    this.server = server
  }

  open({ user, password }: RegisterAddress): Register {
    const link = this.server.link()
    this.links.push(link)
    const check = (): void => {
      if (this.users.get(user) !== password.expose())
        throw new RegisterFailure('denied', true, 'no such user')
    }
    return new Proxy(link, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        const isPlain = name === 'watch' || name === 'close'
        return isPlain
          ? member.bind(target)
          : async (...args: readonly unknown[]) => {
              check()
              return member.apply(target, args)
            }
      },
    })
  }

  administer({ user, password }: RegisterAddress): RegisterUsers {
    const asRoot = <T>(work: () => T): Promise<T> =>
      user === ROOT.user && password.expose() === ROOT.password
        ? Promise.resolve(work())
        : Promise.reject(new RegisterFailure('denied', true, 'not its administrator'))
    return {
      identity: () => asRoot(() => this.server.cluster),
      putRole: ({ name }) => asRoot(() => void this.roles.add(name)),
      putUser: (name, its) => asRoot(() => void this.users.set(name, its.expose())),
      removeUser: (name) => asRoot(() => void this.users.delete(name)),
      removeRole: (name) => asRoot(() => void this.roles.delete(name)),
      close: () => undefined,
    }
  }
}
