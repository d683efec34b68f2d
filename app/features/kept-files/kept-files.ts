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

const COMMAND_TIMEOUT_MS = 30_000
const MOST_OUTPUT_BYTES = 4_096
const ASKED_BY = 'kept file'

export interface KeptFilesDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'files' | 'log' | 'paths' | 'random'>
  /** Asked each time: a person may edit config.json while we run. */
  readonly wanted: () => readonly KeptFile[]
  readonly profiles: ProfileRegistry
  readonly idTokens: IdTokens
  readonly bus: EventBus<CoreEvents>
}

export class KeptFiles {
  readonly #deps: KeptFilesDeps
  /** By path: the fingerprint of what we wrote, or found there; '' once it was taken away. */
  readonly #known = new Map<string, string>()
  readonly #problems = new Map<string, Failure>()
  readonly #ending = new AbortController()
  #isActive = false
  #isDue = false
  #working: Promise<void> | undefined

  constructor(deps: KeptFilesDeps) {
    this.#deps = deps
    deps.bus.on('overview', (view) => this.#look(view))
    deps.bus.on('settings', () => this.#isActive && this.#lookSoon())
  }

  start(active: boolean, overview: OverviewView): void {
    this.#isActive = active
    this.#look(overview)
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
      for (const path of this.#known.keys()) {
        if (!wanted.some((file) => file.path === path)) await this.#forget(path)
      }
      for (const file of wanted) await this.#trying(file)
    }
  }

  async #trying(file: KeptFile): Promise<void> {
    try {
      await this.#keep(file)
      this.#say(file.path, undefined)
    } catch (error) {
      this.#deps.ports.log.warn('a kept file is not fresh', { path: file.path, error })
      this.#say(file.path, toFailure(error))
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
    await this.#put(file, keptText(file, token))
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

  async #put(file: KeptFile, text: string): Promise<void> {
    const { files, random } = this.#deps.ports
    const fingerprint = random.fingerprint(text)
    if (this.#known.get(file.path) === fingerprint) return
    await files.checkPrivate(file.path)
    const found = await files.stat(file.path)
    if (found && found.kind !== 'file') {
      throw new AppError('ARGUMENT_INVALID', `${file.path} is no file, so no token was written there.`)
    }
    const isThere = found !== undefined && (await files.read(file.path)) === text
    if (!isThere) {
      const mode = Number.parseInt(file.mode ?? '600', 8)
      await files.writeAtomic(file.path, text, { mayBeLost: true, mode })
    }
    this.#known.set(file.path, fingerprint)
    if (!isThere) await this.#tell(file)
  }

  /** Nobody shall read what works no longer. */
  async #end(file: KeptFile): Promise<void> {
    const { files } = this.#deps.ports
    if (this.#known.get(file.path) === '') return
    const text = await files.read(file.path)
    const isThere = text !== undefined && text !== ''
    if (isThere && file.afterwards === 'empty') await files.writeAtomic(file.path, '', { mayBeLost: true })
    else if (isThere) await files.remove(file.path)
    this.#known.set(file.path, '')
    if (isThere) await this.#tell(file)
  }

  /** It is in config.json no longer. */
  async #forget(path: string): Promise<void> {
    if (this.#known.get(path) !== '') await this.#deps.ports.files.remove(path)
    this.#known.delete(path)
    this.#say(path, undefined)
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
    if (failure) this.#problems.set(path, failure)
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
