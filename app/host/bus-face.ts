/**
 * The logins on the session bus, an object each, while this host is the one that is asked. The bus tells which process
 * calls, and the system what that runs: so a program is known there, and not merely by what it says of itself.
 * docs/bus.md describes it.
 */
import { AppError, messageOf, toFailure } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'
import type { BusCall, BusRefusal, BusReply, BusService } from '../base/session-bus.ts'
import type { AskingProgram } from '../contract/consent.ts'
import type { OverviewView, ProfileView } from '../contract/views.ts'
import type { Core } from '../core.ts'
import {
  ACCOUNT,
  BUS_NAME,
  changed,
  introspection,
  MANAGER,
  type Properties,
  pathOf,
  propertiesOf,
  ROOT,
  secondsLeft,
} from './bus-objects.ts'

type FaceCore = Pick<Core, 'handOut' | 'idOf' | 'on' | 'overview' | 'profile' | 'token'>
type FacePorts = Pick<Ports, 'clock' | 'log' | 'sessionBus'>

const DBUS = 'org.freedesktop.DBus'

export class BusFace {
  readonly #core: FaceCore
  readonly #ports: FacePorts
  /** What was told last, by path. */
  #told = new Map<string, Properties>()
  #service: BusService | undefined
  #unlisten: () => void = () => undefined

  constructor(core: FaceCore, ports: FacePorts) {
    this.#core = core
    this.#ports = ports
  }

  async start(): Promise<void> {
    this.#told = this.#objects(this.#core.overview())
    try {
      this.#service = await this.#ports.sessionBus.serve(BUS_NAME, (call) => this.#answer(call))
    } catch (error) {
      this.#ports.log.warn('nobody can ask on the session bus', { why: messageOf(error) })
    }
    if (this.#service) this.#unlisten = this.#core.on('overview', (overview) => this.#tell(overview))
  }

  async close(): Promise<void> {
    this.#unlisten()
    await this.#service?.close()
    this.#service = undefined
  }

  async #answer(call: BusCall): Promise<BusReply | BusRefusal> {
    const { member, path, args } = call
    switch (`${call.interface}.${member}`) {
      case `${DBUS}.Introspectable.Introspect`:
        return one(
          's',
          introspection(
            path,
            this.#profiles().map(({ id }) => pathOf(id)),
          ),
        )
      case `${DBUS}.ObjectManager.GetManagedObjects`:
        return path === ROOT ? this.#all() : noSuch('UnknownObject', path)
      case `${MANAGER}.Find`:
        return path === ROOT ? this.#find(args[0]) : noSuch('UnknownObject', path)
    }
    const profile = this.#profiles().find(({ id }) => pathOf(id) === path)
    if (!profile) return noSuch('UnknownObject', path)
    switch (`${call.interface}.${member}`) {
      case `${DBUS}.Properties.GetAll`:
        return one('a{sv}', args[0] === ACCOUNT ? this.#propertiesOf(profile) : {})
      case `${DBUS}.Properties.Get`: {
        const value = args[0] === ACCOUNT ? this.#propertiesOf(profile)[String(args[1])] : undefined
        return value ? one('v', value) : noSuch('UnknownProperty', String(args[1]))
      }
      case `${DBUS}.Properties.Set`:
        return noSuch('PropertyReadOnly', String(args[1]))
      case `${ACCOUNT}.GetAccessToken`:
        return answered(() => this.#give(profile, call))
      case `${ACCOUNT}.EnsureCredentials`:
        return answered(() => this.#ensure(profile, call))
    }
    return noSuch('UnknownMethod', `${call.interface}.${member}`)
  }

  async #give({ id }: ProfileView, call: BusCall): Promise<BusReply> {
    const { program, askedBy } = await knownProgram(call)
    const ask = { program, login: id, askedBy }
    const { accessToken, expiresAtMs } = await this.#core.handOut(ask, () =>
      this.#core.token(id, { askedBy }),
    )
    // Out in clear: the bus belongs to this user, and carries it to that one program.
    return { signature: 'si', values: [accessToken.expose(), this.#secondsLeft(expiresAtMs)] }
  }

  async #ensure({ id }: ProfileView, call: BusCall): Promise<BusReply> {
    const { askedBy } = await knownProgram(call)
    const { expiresAtMs } = await this.#core.token(id, { askedBy })
    return one('i', this.#secondsLeft(expiresAtMs))
  }

  #find(name: unknown): Promise<BusReply | BusRefusal> {
    return answered(async () => one('o', pathOf(this.#core.idOf(String(name)))))
  }

  #all(): BusReply {
    const objects = [...this.#objects(this.#core.overview())]
    return one('a{oa{sa{sv}}}', Object.fromEntries(objects.map(([path, its]) => [path, { [ACCOUNT]: its }])))
  }

  #tell(overview: OverviewView): void {
    const before = this.#told
    this.#told = this.#objects(overview)
    for (const [path, now] of this.#told) {
      const known = before.get(path)
      if (!known) {
        this.#signal(ROOT, `${DBUS}.ObjectManager`, 'InterfacesAdded', 'oa{sa{sv}}', [
          path,
          { [ACCOUNT]: now },
        ])
        continue
      }
      const news = changed(known, now)
      if (Object.keys(news).length > 0)
        this.#signal(path, `${DBUS}.Properties`, 'PropertiesChanged', 'sa{sv}as', [ACCOUNT, news, []])
    }
    for (const path of before.keys()) {
      if (!this.#told.has(path))
        this.#signal(ROOT, `${DBUS}.ObjectManager`, 'InterfacesRemoved', 'oas', [path, [ACCOUNT]])
    }
  }

  #signal(path: string, iface: string, member: string, signature: string, values: readonly unknown[]): void {
    this.#service?.signal(path, iface, member, { signature, values })
  }

  #objects({ profiles }: OverviewView): Map<string, Properties> {
    return new Map(profiles.map((profile) => [pathOf(profile.id), this.#propertiesOf(profile)]))
  }

  #profiles(): readonly ProfileView[] {
    return this.#core.overview().profiles
  }

  #propertiesOf(profile: ProfileView): Properties {
    return propertiesOf(profile, this.#ports.clock.now())
  }

  #secondsLeft(expiresAtMs: number | undefined): number {
    return secondsLeft(expiresAtMs, this.#ports.clock.now())
  }
}

/** @throws AppError HOST_REFUSED for another user, who may be root */
async function knownProgram(
  call: BusCall,
): Promise<{ readonly program: AskingProgram; readonly askedBy: string }> {
  const { isSameUser, pid, executable } = await call.caller()
  if (!isSameUser) throw new AppError('HOST_REFUSED', 'Only programs of the same user are given tokens.')
  const program = {
    name: executable ?? 'a program that cannot be looked at',
    isKnown: executable !== undefined,
  }
  return { program, askedBy: `${program.name} (pid ${pid})` }
}

async function answered(work: () => Promise<BusReply>): Promise<BusReply | BusRefusal> {
  try {
    return await work()
  } catch (error) {
    const { code, message, hint } = toFailure(error)
    const name = code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
    return { error: `${BUS_NAME}.Error.${name}`, message: [message, hint].filter(Boolean).join(' ') }
  }
}

function one(signature: string, value: unknown): BusReply {
  return { signature, values: [value] }
}

function noSuch(what: string, which: string): BusRefusal {
  return { error: `${DBUS}.Error.${what}`, message: `There is no ${which} here.` }
}
