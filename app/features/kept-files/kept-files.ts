/** Keeps files with a token in them fresh: `keptFiles` of config.json. Only the host that schedules does. */

import type { CoreEvents } from '../../base/core-events.ts'
import { AppError, toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import { expandHome } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { KeptFile } from '../../config/kept-file.ts'
import type { Failure } from '../../contract/failure.ts'
import type { OverviewView } from '../../contract/views.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { isTokenText } from '../../model/credential.ts'
import type { Profile } from '../../model/profile.ts'
import type { IdTokens } from '../uses/id-tokens.ts'
import { type KeptToken, keptText } from './kept-text.ts'
import { WrittenFiles } from './written-files.ts'

const COMMAND_TIMEOUT_MS = 30_000
const MOST_OUTPUT_BYTES = 4_096
const ASKED_BY = 'kept file'

export interface KeptFilesDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'files' | 'log' | 'paths' | 'random'>
  /** Asked each time: a person may edit config.json while we run. */
  readonly wanted: () => readonly KeptFile[]
  /** In config.json, by its path; undefined: not any more. */
  readonly change: (path: string, file: KeptFile | undefined) => Promise<unknown>
  readonly profiles: ProfileRegistry
  readonly idTokens: IdTokens
  readonly bus: EventBus<CoreEvents>
}

export class KeptFiles {
  readonly #deps: KeptFilesDeps
  readonly #written: WrittenFiles
  readonly #problems = new Map<string, Failure>()
  readonly #ending = new AbortController()
  /** Those of the last look. */
  #paths = ''
  #isActive = false
  #isDue = false
  #working: Promise<void> | undefined

  constructor(deps: KeptFilesDeps) {
    this.#deps = deps
    this.#written = new WrittenFiles(deps.ports)
    deps.bus.on('overview', (view) => this.#look(view))
    deps.bus.on('settings', () => this.#isActive && this.#lookSoon())
  }

  start(active: boolean, overview: OverviewView): void {
    this.#isActive = active
    this.#look(overview)
  }

  /** One more; where this host keeps none, it is written once, with what is stored. @throws AppError CONFIG_INVALID, STORE_UNWRITABLE */
  async add(file: KeptFile): Promise<void> {
    await this.#deps.change(file.path, file)
    if (!this.#isActive) return this.#keep({ ...file, path: this.#whole(file.path) })
    this.#lookSoon()
    await this.#working
  }

  /** One less, and the file goes. @throws AppError CONFIG_INVALID, STORE_UNWRITABLE */
  async drop(path: string): Promise<void> {
    await this.#deps.change(path, undefined)
    await this.#working
    await this.#written.end(this.#whole(path))
  }

  get problems(): readonly Failure[] {
    return [...this.#problems.values()]
  }

  /** The files stay: another host, or this one after a restart, keeps them on. */
  async close(): Promise<void> {
    this.#isActive = false
    this.#ending.abort()
    await this.#working
  }

  #look({ scheduler }: OverviewView): void {
    if (this.#isActive && scheduler.running) this.#lookSoon()
  }

  /** One look at a time; what happens meanwhile is one more, afterwards. */
  #lookSoon(): void {
    this.#isDue = true
    this.#working ??= this.#lookAgain().finally(() => {
      this.#working = undefined
    })
  }

  async #lookAgain(): Promise<void> {
    while (this.#isDue && this.#isActive) {
      this.#isDue = false
      const wanted = this.#deps.wanted().map((file) => ({ ...file, path: this.#whole(file.path) }))
      await this.#endOthers(wanted)
      for (const file of wanted) await this.#trying(file.path, () => this.#keep(file))
    }
  }

  /** Those that are in config.json no longer. */
  async #endOthers(wanted: readonly KeptFile[]): Promise<void> {
    const paths = JSON.stringify(wanted.map(({ path }) => path))
    if (paths === this.#paths) return
    for (const path of await this.#written.paths()) {
      if (!wanted.some((file) => file.path === path)) {
        await this.#trying(path, async () => void (await this.#written.end(path)))
      }
    }
    for (const path of this.#problems.keys()) {
      if (!wanted.some((file) => file.path === path)) this.#say(path, undefined)
    }
    this.#paths = paths
  }

  async #trying(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.#say(path, undefined)
    } catch (error) {
      this.#deps.ports.log.warn('a kept file is not fresh', { path, error })
      this.#say(path, toFailure(error))
    }
  }

  async #keep(file: KeptFile): Promise<void> {
    const profile = await this.#profileOf(file)
    const token = await this.#tokenOf(profile, file)
    if (token === 'waiting') return
    if (token === undefined) return this.#end(file)
    if (!isTokenText(token.token)) {
      throw new AppError('STORE_CORRUPT', `The token of ${file.login} has characters that no token may have.`)
    }
    const mode = Number.parseInt(file.mode ?? '600', 8)
    if (await this.#written.put(file.path, keptText(file, token), mode)) await this.#tell(file)
  }

  /** @throws AppError PROFILE_UNKNOWN: it is gone, and so is what stood in its file */
  async #profileOf(file: KeptFile): Promise<Profile> {
    try {
      return this.#deps.profiles.find(file.login)
    } catch (error) {
      await this.#end(file)
      throw error
    }
  }

  /** @returns 'waiting' where a refresh will bring one; undefined where only a person can */
  async #tokenOf(profile: Profile, { token }: KeptFile): Promise<KeptToken | 'waiting' | undefined> {
    const { profiles, idTokens } = this.#deps
    const access = profiles.storedToken(profile, 0)
    if (!access) return profiles.assessment(profile).status.kind === 'needs-login' ? undefined : 'waiting'
    if (token !== 'id') return kept(access.accessToken.expose(), access.expiresAtMs)
    const id = await idTokens.get(profile.id, 0, ASKED_BY)
    return kept(id.token.expose(), id.expiresAtMs)
  }

  /** Nobody shall read what works no longer. */
  async #end(file: KeptFile): Promise<void> {
    if (await this.#written.end(file.path, file.afterwards)) await this.#tell(file)
  }

  async #tell({ command, path, login }: KeptFile): Promise<void> {
    if (!command) return
    const end = await this.#deps.ports.commands.run(command, {
      input: `${JSON.stringify({ version: 1, event: 'kept-file', profile: login, path })}\n`,
      timeoutMs: COMMAND_TIMEOUT_MS,
      mostBytes: MOST_OUTPUT_BYTES,
      signal: this.#ending.signal,
    })
    if (end.code === 0 && end.why === undefined) return
    const why = end.why ?? (end.signal ? `was ended by ${end.signal}` : `ended with ${end.code}`)
    throw new AppError('COMMAND_FAILED', `The command after ${path} failed: ${command[0]} ${why}.`, {
      hint: 'The file itself is as it should be. Try the command by hand.',
    })
  }

  #say(path: string, failure: Failure | undefined): void {
    const before = this.#problems.get(path)
    if (before?.message === failure?.message) return
    if (failure) this.#problems.set(path, { ...failure, path })
    else this.#problems.delete(path)
    this.#deps.bus.emit('changed')
  }

  #whole(path: string): string {
    return expandHome(path, this.#deps.ports.paths.userHome)
  }
}

function kept(token: string, expiresAtMs: number | undefined): KeptToken {
  return { token, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) }
}
