/**
 * Tells OpenClaw's running gateway what it does not see by itself. A login that it lost in a refresh of its own stays lost
 * in its memory, whatever its database says; and a token that it is handed as a secret is asked for once, at its start.
 * Only the host that schedules does.
 */
import type { CoreEvents } from '../../base/core-events.ts'
import { toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { OverviewView } from '../../contract/views.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { Profile } from '../../model/profile.ts'
import { reloadGateway } from './openclaw-command.ts'

const RETRY_AFTER_MS = 60_000 // and twice as long each time
const LONGEST_RETRY_MS = 3_600_000

export interface GatewayReloadDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'log' | 'programs' | 'random'>
  readonly profiles: ProfileRegistry
  /** The logins that OpenClaw is handed; those that are gone are left out. */
  readonly handed: () => readonly Profile[]
  readonly bus: EventBus<CoreEvents>
}

export class GatewayReload {
  readonly #deps: GatewayReloadDeps
  readonly #ending = new AbortController()
  /** Profiles that OpenClaw had lost when we last looked. */
  #lost: ReadonlySet<string> = new Set()
  /** The tokens that the gateway was last told of, as one text. */
  #tokens = ''
  #isActive = false
  #isDue = false
  #working: Promise<void> | undefined
  #problem: Failure | undefined

  constructor(deps: GatewayReloadDeps) {
    this.#deps = deps
    deps.bus.on('overview', (view) => this.#look(view))
  }

  start(active: boolean, overview: OverviewView): void {
    this.#isActive = active
    this.#look(overview)
  }

  get problems(): readonly Failure[] {
    return this.#problem ? [this.#problem] : []
  }

  async close(): Promise<void> {
    this.#isActive = false
    this.#ending.abort()
    await this.#working
  }

  #look({ scheduler }: OverviewView): void {
    if (!this.#isActive || !scheduler.running) return
    const profiles = [...this.#deps.profiles.snapshot.profiles.values()]
    const isBack = profiles.some((profile) => this.#lost.has(profile.id) && !isLost(profile))
    this.#lost = new Set(profiles.filter(isLost).map(({ id }) => id))
    const tokens = this.#deps.handed().map((profile) => this.#markOf(profile))
    const isNew = tokens.join(' ') !== this.#tokens
    this.#tokens = tokens.join(' ')
    if (isBack || (isNew && tokens.length > 0)) this.#isDue = true
    if (!this.#isDue) return
    this.#working ??= this.#tell().finally(() => {
      this.#working = undefined
    })
  }

  /** What comes meanwhile is one more, afterwards. */
  async #tell(): Promise<void> {
    const { clock, log } = this.#deps.ports
    const { signal } = this.#ending
    for (let retryMs = RETRY_AFTER_MS; this.#isDue && this.#isActive; ) {
      this.#isDue = false
      try {
        const gateway = await reloadGateway(this.#deps.ports, signal)
        log.info('OpenClaw was told to read its logins again', { gateway })
        this.#say(undefined)
        retryMs = RETRY_AFTER_MS
      } catch (error) {
        this.#isDue = true
        if (!this.#isActive) return
        log.warn('OpenClaw could not be told to read its logins again', { error })
        this.#say(toFailure(error))
        await clock.sleep(retryMs, signal)
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      }
    }
  }

  #markOf(profile: Profile): string {
    const token = this.#deps.profiles.storedToken(profile, 0)?.accessToken
    return `${profile.id} ${token === undefined ? '' : this.#deps.ports.random.fingerprint(token.expose())}`
  }

  #say(failure: Failure | undefined): void {
    if (this.#problem?.message === failure?.message) return
    this.#problem = failure && {
      ...failure,
      message: `OpenClaw’s gateway may still use an old token. ${failure.message}`,
      hint: 'Lamplighter goes on trying. By hand: openclaw secrets reload',
      command: 'openclaw secrets reload',
    }
    this.#deps.bus.emit('changed')
  }
}

/** Its refresh failed there, and it stands in a database: what a gateway keeps of a file it reads at its start only. */
function isLost({ grant }: Profile): boolean {
  return grant.entries.some(
    ({ holder, lost, ended }) =>
      holder.store === 'openclaw' && holder.path.endsWith('.sqlite') && (lost ?? ended) !== undefined,
  )
}
