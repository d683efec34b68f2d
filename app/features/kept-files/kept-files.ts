/** Keeps files with a token in them fresh: `keptFiles` of config.json. Only the host that schedules does. */

import type { CoreEvents } from '../../base/core-events.ts'
import { AppError, toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import { expandHome } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { ConsumerRules } from '../../config/consumer-rules.ts'
import type { KeptFile } from '../../config/kept-file.ts'
import type { KeptFileView } from '../../contract/consumers.ts'
import type { Failure } from '../../contract/failure.ts'
import type { OverviewView } from '../../contract/views.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { isTokenText } from '../../model/credential.ts'
import type { Profile } from '../../model/profile.ts'
import type { HandOutAsk, HandOuts } from '../askers/hand-outs.ts'
import { keyOf, readerOf } from '../consent/consent-ask.ts'
import type { IdTokens } from '../uses/id-tokens.ts'
import { type KeptToken, keptText } from './kept-text.ts'
import { byPath, keptFileViews, type PathParts } from './path-parts.ts'
import { tellOfChange } from './tell-of-change.ts'
import { WrittenFiles } from './written-files.ts'

const ASKED_BY = 'kept file'

export interface KeptFilesDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'files' | 'log' | 'paths' | 'random'>
  /** Asked each time: a person may edit config.json while we run. */
  readonly wanted: () => readonly KeptFile[]
  /** In config.json, or there no longer. */
  readonly change: (file: KeptFile, isWanted: boolean) => Promise<unknown>
  readonly profiles: ProfileRegistry
  readonly idTokens: IdTokens
  readonly handOuts: Pick<HandOuts, 'standingRefusal' | 'recordRefusal'>
  readonly rules: () => ConsumerRules
  readonly bus: EventBus<CoreEvents>
}

/** What stands in the file for one of its parts: the text, nothing (with the refusal, if that is why), or what stood there. */
type PartText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly refused?: readonly [HandOutAsk, AppError] }
  | { readonly kind: 'waits' }

export class KeptFiles {
  readonly #deps: KeptFilesDeps
  readonly #written: WrittenFiles
  readonly #problems = new Map<string, Failure>()
  readonly #ending = new AbortController()
  /** By who is refused: it is news once, however often we look. */
  readonly #refused = new Set<string>()
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
    deps.bus.on('answers', ({ name }) => void this.apply(name))
  }

  start(active: boolean, overview: OverviewView): void {
    this.#isActive = active
    this.#look(overview)
  }

  /** One more; where this host keeps none, it is written once, with what is stored. @throws AppError CONFIG_INVALID, STORE_UNWRITABLE */
  async add(file: KeptFile): Promise<void> {
    await this.#deps.change(file, true)
    await this.#now(this.#whole(file.path))
  }

  /** One less: its text goes, and with the last one the file. @throws AppError CONFIG_INVALID, STORE_UNWRITABLE */
  async drop(file: KeptFile): Promise<void> {
    await this.#deps.change(file, false)
    await this.#working
    const path = this.#whole(file.path)
    if (this.#wanted().some((one) => one.path === path)) await this.#now(path)
    else await this.#written.end(path)
  }

  list(): readonly KeptFileView[] {
    const { profiles, rules } = this.#deps
    return this.#wanted().flatMap((file) => keptFileViews(file, profiles, rules()))
  }

  /** What a person withholds from its readers, or gives again, counts at once, whoever keeps the file. */
  async apply(program: string): Promise<void> {
    const meant = this.#wanted().find(({ path }) => readerOf(path).name === program)
    if (!meant) return
    if (this.#isActive) this.#lookSoon()
    else this.#work(this.#trying(meant.path, () => this.#keep(meant)))
    await this.#working
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

  /** Where this host keeps none it is written once, with what is stored. */
  async #now(path: string): Promise<void> {
    const file = this.#wanted().find((one) => one.path === path)
    if (this.#isActive) this.#lookSoon()
    else if (file) this.#work(this.#keep(file))
    await this.#working
  }

  #work(work: Promise<void>): void {
    this.#working = work.finally(() => {
      this.#working = undefined
    })
  }

  #wanted(): readonly PathParts[] {
    return byPath(this.#deps.wanted(), this.#deps.ports.paths.userHome)
  }

  #look({ scheduler }: OverviewView): void {
    if (this.#isActive && scheduler.running) this.#lookSoon()
  }

  /** One look at a time; what happens meanwhile is one more, afterwards. */
  #lookSoon(): void {
    this.#isDue = true
    if (!this.#working) this.#work(this.#lookAgain())
  }

  async #lookAgain(): Promise<void> {
    while (this.#isDue && this.#isActive) {
      this.#isDue = false
      const wanted = this.#wanted()
      await this.#endOthers(wanted)
      for (const file of wanted) await this.#trying(file.path, () => this.#keep(file))
    }
  }

  /** Those that are in config.json no longer. */
  async #endOthers(wanted: readonly PathParts[]): Promise<void> {
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

  async #keep({ path, parts }: PathParts): Promise<void> {
    const found: PartText[] = []
    let failure: unknown
    for (const part of parts) {
      found.push(
        await this.#partOf(path, part).catch((error: unknown): PartText => {
          failure ??= error
          const isGone = error instanceof AppError && error.code === 'PROFILE_UNKNOWN'
          return { kind: isGone ? 'none' : 'waits' }
        }),
      )
    }
    const texts = found.flatMap((one) => (one.kind === 'text' ? [one.text] : []))
    const refused = found.flatMap((one) => (one.kind === 'none' && one.refused ? [one.refused] : []))
    const [{ mode = '600', afterwards, command }] = parts
    let isChanged = false
    if (texts.length > 0) isChanged = await this.#written.put(path, texts.join(''), Number.parseInt(mode, 8))
    else if (refused.length > 0 || found.every(({ kind }) => kind === 'none'))
      isChanged = await this.#written.end(path, afterwards)
    for (const one of refused) await this.#sayRefused(one, isChanged)
    if (isChanged && command)
      await tellOfChange(this.#deps.ports.commands, command, { path, parts }, this.#ending.signal)
    if (failure !== undefined) throw failure
  }

  /** @throws AppError PROFILE_UNKNOWN: it is gone, and so is its text; others: what stands there stays */
  async #partOf(path: string, part: KeptFile): Promise<PartText> {
    const { handOuts, profiles } = this.#deps
    const profile = profiles.find(part.login)
    const ask = { program: readerOf(path), login: profile.id, askedBy: ASKED_BY }
    const refusal = await handOuts.standingRefusal(ask)
    if (refusal?.code === 'HOST_REFUSED') return { kind: 'none', refused: [ask, refusal] }
    if (refusal) throw refusal
    this.#refused.delete(keyOf(ask))
    const token = await this.#tokenOf(profile, part)
    if (token === 'waiting') return { kind: 'waits' }
    if (token === undefined) return { kind: 'none' }
    if (isTokenText(token.token)) return { kind: 'text', text: keptText(part, token) }
    throw new AppError('STORE_CORRUPT', `The token of ${part.login} has characters that no token may have.`)
  }

  async #sayRefused([ask, refusal]: readonly [HandOutAsk, AppError], isChanged: boolean): Promise<void> {
    const isNews = !this.#refused.has(keyOf(ask))
    this.#refused.add(keyOf(ask))
    if (isNews && isChanged) await this.#deps.handOuts.recordRefusal(ask, refusal)
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
