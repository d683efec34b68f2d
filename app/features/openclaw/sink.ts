/**
 * OpenClaw uses a login that Lamplighter keeps: it asks for the access token, and never sees the refresh token. All of it
 * is put there, and taken out again, by OpenClaw's own commands.
 */
import { AppError } from '../../base/errors.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { SinkLoginView, SinkPlanView, SinkRequest, SinkView } from '../../contract/openclaw.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { Profile } from '../../model/profile.ts'
import type { Consent } from '../consent/consent.ts'
import type { Uses } from '../uses/uses.ts'
import { prefer, preferNobody } from './auth-order.ts'
import { reloadGateway, runOpenClaw } from './openclaw-command.ts'
import { changesToEnd, changesToUse } from './sink-changes.ts'
import { isSinkUse, PLAN_TO_END, planToUse, refusedProvider, type SinkName, sinkNameOf } from './sink-plan.ts'
import { type OwnCommand, onWindows, type SecretCommand, wrapped, wrapperText } from './wrapper.ts'

export interface SinkDeps {
  readonly ports: Pick<Ports, 'commands' | 'files' | 'programs' | 'log' | 'paths' | 'process' | 'random'>
  readonly profiles: ProfileRegistry
  readonly uses: Uses
  readonly consent: Pick<Consent, 'allowSetUp'>
}

/** As whom the program that OpenClaw starts asks. */
const ASKS_AS = { name: 'lamplighter helper openclaw', isKnown: false }

export class OpenClawSink {
  readonly #deps: SinkDeps

  constructor(deps: SinkDeps) {
    this.#deps = deps
  }

  /** The logins that OpenClaw is handed; one that is gone is none. */
  handed(): readonly Profile[] {
    return this.#deps.uses.list().flatMap(({ login, use }) => (isSinkUse(use) ? this.#known(login) : []))
  }

  /** Those that OpenClaw uses through us and, where it is on this machine, those that it could. */
  logins(): readonly SinkLoginView[] {
    const used = new Set(this.handed().map(({ id }) => id))
    const { ports, profiles } = this.#deps
    const isThere = ports.programs.find('openclaw') !== undefined
    return [...profiles.snapshot.profiles.values()].flatMap((profile) => {
      const isUsed = used.has(profile.id)
      return isUsed || (isThere && refusalOf(profile) === undefined) ? [{ login: profile.id, isUsed }] : []
    })
  }

  /** What use() or end() would change. @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE */
  async plan({ login, agent }: SinkRequest): Promise<SinkPlanView> {
    const profile = this.#deps.profiles.find(login)
    const name = sinkNameOf(profile.id, profile.provider)
    const used = this.#inUse(name)
    const isEnd = used !== undefined && this.#known(used)[0]?.id === profile.id
    const places = { config: this.#deps.ports.paths.config, wrapper: await this.#wrapper() }
    const isLast = this.handed().length <= 1
    const changes = isEnd ? changesToEnd(name, agent, places, isLast) : changesToUse(name, agent, places)
    return { login: profile.id, agent, isEnd, profile: name.profileId, changes }
  }

  /** @throws AppError PROFILE_UNKNOWN, NOT_REFRESHABLE, HOST_REFUSED, COMMAND_FAILED, STORE_UNWRITABLE; then it is as it was before */
  async use({ login, agent }: SinkRequest, own: OwnCommand): Promise<SinkView> {
    const { ports, uses, profiles } = this.#deps
    const profile = profiles.find(login)
    const refused = refusalOf(profile)
    if (refused) throw refused
    const name = sinkNameOf(profile.id, profile.provider)
    const before = this.#inUse(name)
    if (before !== undefined && this.#known(before)[0]?.id !== profile.id) {
      throw new AppError('USE_AMBIGUOUS', `${before} is ${name.profileId} in OpenClaw already.`, {
        hint: `Take it out first: lamplighter openclaw use ${before} --drop`,
      })
    }
    await this.#deps.consent.allowSetUp(ASKS_AS, profile.id)
    const command = await this.#command(own)
    if (before === undefined) await uses.change(profile.id, name.use, true) // OpenClaw tries it out at once
    try {
      await this.#apply(planToUse(name, agent, command))
      await prefer(ports, name, agent, this.#theirs(profile))
    } catch (error) {
      if (before === undefined) await this.#takeBack(profile.id, name, agent)
      throw error
    }
    return { login: profile.id, profile: name.profileId, agent, gateway: await reloadGateway(ports) }
  }

  /** @throws AppError PROFILE_UNKNOWN, COMMAND_FAILED; what is done stays done, and it can be asked for again */
  async end({ login, agent }: SinkRequest): Promise<SinkView> {
    const { id, provider } = this.#deps.profiles.find(login)
    const name = sinkNameOf(id, provider)
    const written = this.#inUse(name)
    if (written === undefined) {
      throw new AppError('ARGUMENT_INVALID', `OpenClaw does not use ${id} through Lamplighter.`, {
        hint: 'See: lamplighter use --list',
      })
    }
    await this.#removeProfile(name, agent)
    await preferNobody(this.#deps.ports, name, agent)
    await this.#drop(written, name)
    const gateway = await reloadGateway(this.#deps.ports)
    return { login: id, profile: name.profileId, agent, gateway }
  }

  /** The login that has the use, as config.json calls it. */
  #inUse({ use }: SinkName): string | undefined {
    return this.#deps.uses.list().find((one) => one.use === use)?.login
  }

  #known(login: string): readonly Profile[] {
    try {
      return [this.#deps.profiles.find(login)]
    } catch (error) {
      if (error instanceof AppError) return []
      throw error
    }
  }

  async #removeProfile({ profileId }: SinkName, agent: string): Promise<void> {
    const words = ['models', 'auth', 'logout', profileId, '--agent', agent, '--yes']
    await runOpenClaw(this.#deps.ports, words).catch((error: unknown) => {
      if (!saysGone(error)) throw error
    })
  }

  /** Whatever had been done before it failed. */
  async #takeBack(login: string, name: SinkName, agent: string): Promise<void> {
    await this.#removeProfile(name, agent).catch((error: unknown) => {
      this.#deps.ports.log.warn('OpenClaw may still have the profile', { profile: name.profileId, error })
    })
    await this.#drop(login, name)
  }

  /** What it has for the provider, as far as we see. */
  #theirs({ grant: { current } }: Profile): readonly string[] {
    const entries = [...this.#deps.profiles.snapshot.profiles.values()].flatMap(({ grant }) => grant.entries)
    const theirs = entries.filter(
      ({ holder, provider }) => holder.store === 'openclaw' && provider === current.provider,
    )
    return [...new Set(theirs.map(({ holder }) => holder.entry))]
  }

  async #drop(login: string, { use }: SinkName): Promise<void> {
    const { ports, uses } = this.#deps
    await uses.change(login, use, false)
    if (uses.list().some((one) => isSinkUse(one.use))) return
    await this.#apply(PLAN_TO_END).catch((error: unknown) => {
      ports.log.warn('OpenClaw still names our provider of secrets', { error })
    })
    await ports.files.remove(await this.#wrapper())
  }

  /** It reads a plan from a file only. There is no secret in it. */
  async #apply(plan: object): Promise<void> {
    const { files, paths, random } = this.#deps.ports
    const path = join(paths.state, `openclaw-plan-${random.token(9)}.json`)
    await files.writeAtomic(path, JSON.stringify(plan), { mayBeLost: true })
    try {
      await runOpenClaw(this.#deps.ports, ['secrets', 'apply', '--from', path, '--allow-exec', '--json'])
    } finally {
      await files.remove(path)
    }
  }

  /** @throws AppError ARGUMENT_INVALID, STORE_UNWRITABLE */
  async #command(own: OwnCommand): Promise<SecretCommand> {
    const { files, process } = this.#deps.ports
    if (process.platform === 'win32') return onWindows(own)
    const path = await this.#wrapper()
    await files.writeAtomic(path, wrapperText(own), { mode: 0o700 })
    return wrapped(path)
  }

  /** Its folder by its real name: OpenClaw follows no link. */
  async #wrapper(): Promise<string> {
    const { files, paths } = this.#deps.ports
    return join((await files.realPath(paths.state)) ?? paths.state, 'openclaw-secrets')
  }
}

/** Somebody has taken it out of OpenClaw. */
function saysGone(error: unknown): boolean {
  return (
    error instanceof AppError &&
    error.cause instanceof Error &&
    /not found for agent/.test(error.cause.message)
  )
}

/** What another program keeps may be refreshed by it at any time, and nobody would tell the gateway. */
function refusalOf({ id, provider, grant }: Profile): AppError | undefined {
  if (grant.entries.some(({ holder }) => holder.store === 'openclaw')) {
    return new AppError('NOT_REFRESHABLE', `OpenClaw has ${id} already.`)
  }
  if (grant.entries.some(({ mode }) => mode === 'own' || mode === 'borrowed'))
    return refusedProvider(id, provider)
  return new AppError(
    'NOT_REFRESHABLE',
    `${grant.current.owner} keeps ${id}: Lamplighter hands OpenClaw its own logins.`,
    {
      hint: 'Sign in with Lamplighter, or borrow the login from another machine.',
    },
  )
}
