/**
 * OpenClaw's logins, in every agent's `auth-profiles.json` and, since 2026.5.30, in its databases: read as OpenClaw reads
 * them, written under its own locks. It does not read the older `auth.json` and `credentials/oauth.json`, the records of
 * personal accounts on shared gateways, or the state folders of `openclaw --profile NAME`; and it cannot see a lock's
 * holder in another container or on another machine.
 */

import { AppError, toFailure } from '../../base/errors.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { PlaceView } from '../../contract/views.ts'
import type { Credential } from '../../model/credential.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import { roomFor, standIn } from '../shared/rehearsal.ts'
import type { AfterLogin, CredentialStore, ReplaceResult, StoreLocks, Writing } from '../store.ts'
import { repairAfterLogin } from './after-login.ts'
import { checkWritable, inDatabase } from './check-writable.ts'
import { LastGenerations } from './database/last-generations.ts'
import { rowKindOf } from './database/login-row.ts'
import { OPENCLAW } from './entry.ts'
import { parseProfile } from './format.ts'
import { type Agent, type Installation, locate, placesOf } from './locate.ts'
import { type LockTarget, planLocks } from './locks/lock-plan.ts'
import { OpenClawLocks } from './locks/lock-set.ts'
import { mergeCredential, withKeeper } from './merge.ts'
import { type AgentScan, agentIdOf, type FindProvider, type ScanDeps, scanAgent } from './scan-agent.ts'
import { storageVersionOf } from './storage-version.ts'
import { watchInstallation } from './watch.ts'
import { editedText, type LoginEdit, writeLogin } from './write-login.ts'

type OpenClawPorts = Pick<
  Ports,
  'clock' | 'databases' | 'files' | 'keyring' | 'log' | 'paths' | 'process' | 'random'
>

/** Below the 30 s after which some OpenClaws take a lock from a living holder. */
const HOLD_LIMIT_MS = 20_000
const LABEL = 'OpenClaw'

export interface OpenClawStore extends CredentialStore {
  readonly writing: Writing
  readonly locks: StoreLocks
  afterLogin(holders: readonly Holder[]): Promise<AfterLogin>
}

/** @param find by the provider's name in OpenClaw's files; undefined when we do not know it */
export function createOpenClawStore(ports: OpenClawPorts, find: FindProvider): OpenClawStore {
  return new AuthProfiles(ports, find)
}

class AuthProfiles implements OpenClawStore {
  readonly id = 'openclaw'
  readonly owner = OPENCLAW
  readonly locks: StoreLocks = {
    held: async (holders) => this.#locks.held(await this.#plan(holders)),
    remove: async (holders, path, identity) => this.#locks.remove(await this.#plan(holders), path, identity),
  }
  readonly writing: Writing = {
    maxHoldMs: HOLD_LIMIT_MS,
    lock: async (holders, waitMs, signal) => this.#locks.acquire(await this.#plan(holders), waitMs, signal),
    replace: (...write) => this.#replace(...write),
    rehearse: (...write) => this.#rehearse(...write),
    surrender: (...write) => this.#surrender(...write),
    // A database is not copied, and never put back, while others have it open: there every row goes by itself.
    files: ({ path }) => (isInDatabase(path) ? [] : [path, join(folderOf(path), 'auth-state.json')]),
  }
  readonly #ports: OpenClawPorts
  readonly #deps: ScanDeps
  readonly #generations: LastGenerations
  readonly #locks: OpenClawLocks
  #installation: Installation | undefined
  /** What changes after a scan is told: so the scan begins when the watch does. */
  #watching: Promise<void> | undefined
  /** What a file held when it was last understood, so that a broken one is shown as broken and not as gone. */
  readonly #lastSeen = new Map<string, readonly Entry[]>()
  #onChange: (() => void) | undefined
  /** Ends the wait for a fence to be old enough. */
  #wait = new AbortController()
  /** Holders in which a fence stood before we wrote. */
  readonly #wereLost = new Set<string>()
  /** Access token (hashed) -> the `expires` beside it: a copy of it needs no second margin. */
  readonly #storedExpiry = new Map<string, number>()

  constructor(ports: OpenClawPorts, find: FindProvider) {
    this.#ports = ports
    this.#generations = new LastGenerations(ports)
    this.#deps = { ports, find, generations: this.#generations }
    this.#locks = new OpenClawLocks(ports)
  }

  async scan() {
    await this.#watching
    const lookedAtMs = this.#ports.clock.now()
    const entries: Entry[] = []
    let installation: Installation
    try {
      installation = await this.#locate()
    } catch (error) {
      const problem = toFailure(error)
      const path = this.#ports.paths.userHome
      return {
        entries,
        places: [{ label: LABEL, path, found: 'unreadable', present: true, problem }],
        lookedAtMs,
      }
    }
    this.#storedExpiry.clear()
    const { configPath: path, configProblem: problem } = installation
    const broken: PlaceView[] = problem
      ? [
          {
            label: `${LABEL} · openclaw.json`,
            path,
            found: 'unreadable',
            present: true,
            problem,
            isSettings: true,
          },
        ]
      : []
    let agents = 0
    for (const agent of placesOf(installation)) {
      const { found, place } = await this.#scanAgent(agent, installation)
      entries.push(...found)
      if (place) broken.push(place)
      if (!agent.shared && (place || found.length > 0)) agents++
    }
    if (agents === 0 && entries.length > 0) agents = Math.max(1, installation.agents.length) // all use what they share
    if (this.#onChange)
      await this.#generations.keep(entries.filter(({ holder }) => isInDatabase(holder.path)))
    return { entries, places: [placeOf(installation, agents), ...broken], lookedAtMs }
  }

  async read(holder: Holder): Promise<Entry | undefined> {
    const installation = await this.#known()
    const agent = agentOf(installation, holder)
    return (await this.#lookAt(agent, installation))?.entries.find((entry) => entry.holder.id === holder.id)
  }

  /** Every agent had one before 2026.5.30, and what was moved into the database stays beside it under another name. */
  async originals(): Promise<readonly string[]> {
    return (await this.#known()).agents.map(({ folder }) => join(folder, 'auth-profiles.json'))
  }

  async #plan(holders: readonly Holder[]) {
    const installation = await this.#locate()
    const targets: LockTarget[] = []
    for (const path of new Set(holders.map((holder) => holder.path))) {
      const target = await this.#targetOf(path, installation, holders)
      if (target) targets.push(target)
    }
    return planLocks(this.#ports, installation.state, targets)
  }

  async #replace(...[holder, next, expected, how]: Parameters<Writing['replace']>): Promise<ReplaceResult> {
    const found = await this.#checkWritable(holder, expected)
    if (typeof found === 'string') return found
    const written = await writeLogin(this.#ports, found, this.#edit(holder, found, next, expected), how)
    const wasLost = found.profiles.some(({ id, fence }) => id === holder.entry && fence !== undefined)
    if (written === 'written' && wasLost) this.#wereLost.add(holder.id)
    return written
  }

  async #rehearse(...[holder, expected]: Parameters<Writing['rehearse']>): ReturnType<Writing['rehearse']> {
    const found = await this.#checkWritable(holder, expected)
    if (typeof found === 'string') return found
    const text = editedText(found.text, this.#edit(holder, found, standIn(expected), expected))
    return this.#ports.files.reserve(holder.path, roomFor(text))
  }

  #edit(holder: Holder, found: AgentScan, next: Credential, expected: Credential | undefined): LoginEdit {
    const profile = found.profiles.find(({ id }) => id === holder.entry)
    const access = next.accessToken && this.#ports.random.sha256Hex(next.accessToken.expose())
    const copied = access !== undefined && this.#storedExpiry.get(access) === next.expiresAtMs
    const provider = profile && this.#deps.find(profile.provider)
    const marginMs = copied ? 0 : (provider?.openclawBufferMs ?? 0)
    const refreshToken = next.refreshToken ?? expected?.refreshToken
    return {
      holder,
      edit: (text) => mergeCredential(text, holder.entry, next, marginMs),
      isRight: ({ credential }) =>
        credential?.accessToken?.equals(next.accessToken) === true &&
        credential.refreshToken?.equals(refreshToken) !== false,
    }
  }

  async #surrender(...[holder, expected, to]: Parameters<Writing['surrender']>): Promise<ReplaceResult> {
    const found = await this.#checkWritable(holder, expected)
    if (typeof found === 'string') return found
    return writeLogin(this.#ports, found, {
      holder,
      edit: (text) => withKeeper(text, holder.entry, to.name),
      isRight: ({ keptBy }) => keptBy !== undefined,
    })
  }

  async #checkWritable(holder: Holder, expected: Credential | undefined) {
    const installation = await this.#known()
    const agent = agentOf(installation, holder)
    return checkWritable(this.#deps, { agent, installation }, holder, expected)
  }

  afterLogin(holders: readonly Holder[]) {
    const wasLost = holders.filter(({ id }) => this.#wereLost.delete(id)).length > 0
    return repairAfterLogin(this.#ports, this.#deps.find, holders, wasLost)
  }

  watch(onChange: () => void) {
    const { ready, end } = watchInstallation(this.#ports, () => this.#locate(), onChange)
    this.#watching = ready
    this.#onChange = onChange
    return () => {
      this.#onChange = undefined
      this.#wait.abort()
      end()
    }
  }

  /** Nothing changes when the process that put up a fence is gone: only time tells. */
  #lookAgain(atMs: number): void {
    const { clock } = this.#ports
    this.#wait.abort()
    this.#wait = new AbortController()
    const { signal } = this.#wait
    void clock.sleep(atMs - clock.now(), signal).then(() => {
      if (!signal.aborted) this.#onChange?.()
    })
  }

  async #locate(): Promise<Installation> {
    this.#installation = await locate(this.#ports)
    return this.#installation
  }

  /** Agents come and go rarely: scan(), lock() and the watch look again, one entry's read does not. */
  async #known(): Promise<Installation> {
    return this.#installation ?? this.#locate()
  }

  async #scanAgent(
    agent: Agent,
    installation: Installation,
  ): Promise<{ found: readonly Entry[]; place?: PlaceView }> {
    try {
      const { entries = [], againAtMs } = (await this.#lookAt(agent, installation)) ?? {}
      this.#lastSeen.set(agent.folder, entries)
      if (againAtMs !== undefined && this.#onChange) this.#lookAgain(againAtMs)
      return { found: entries }
    } catch (error) {
      const problem = toFailure(error)
      const found = (this.#lastSeen.get(agent.folder) ?? []).map(({ credential: _, ...entry }) => ({
        ...entry,
        problem,
      }))
      const where = await storageVersionOf(this.#ports.files, agent, installation).catch(unread)
      const path = where && where.kind !== 'inherits' ? where.path : agent.folder
      const label = agent.shared ? `${LABEL} · shared by its agents` : `${LABEL} · ${agent.id}`
      return { found, place: { label, path, found: 'unreadable', present: true, problem } }
    }
  }

  async #lookAt(agent: Agent, installation: Installation): Promise<AgentScan | undefined> {
    const found = await scanAgent(this.#deps, agent, installation)
    for (const { credential } of found?.entries ?? []) {
      if (!credential?.accessToken || credential.expiresAtMs === undefined) continue
      this.#storedExpiry.set(
        this.#ports.random.sha256Hex(credential.accessToken.expose()),
        credential.expiresAtMs,
      )
    }
    return found
  }

  /** Undefined when the folder is gone: there is nothing to lock, and a lock would bring it back. */
  async #targetOf(
    path: string,
    installation: Installation,
    holders: readonly Holder[],
  ): Promise<LockTarget | undefined> {
    const { files } = this.#ports
    const own = holders.filter((holder) => holder.path === path)
    const agent = agentOf(installation, own[0] as Holder)
    const era = await storageVersionOf(files, agent, installation)
    if (era.kind === 'inherits' || era.path !== path) throw inDatabase(own[0] as Holder)
    if (!(await files.stat(folderOf(path)))) return undefined
    const stored = await scanAgent(this.#deps, agent, installation).catch(unread)
    const profiles = own.map(({ entry }) => {
      const profile = stored?.profiles.find(({ id }) => id === entry) ?? parseProfile(entry, {})
      return { provider: profile.provider, profileId: entry }
    })
    return { path, form: era.kind === 'json' ? era.lockForm : 'row', main: agent.main, profiles }
  }
}

/** What cannot be read can be locked all the same: by the names that its profiles usually have. */
function unread(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error
}

function isInDatabase(path: string): boolean {
  return rowKindOf(path) !== undefined
}

function agentOf(installation: Installation, holder: Holder): Agent {
  const id = agentIdOf(holder)
  const known = placesOf(installation).find((agent) => agent.id === id)
  return known ?? { id, folder: folderOf(holder.path), main: false } // removed, or the environment names another
}

function placeOf({ state, present }: Installation, agents: number): PlaceView {
  const found = present ? `${agents} ${agents === 1 ? 'agent' : 'agents'}` : 'not there'
  return { label: LABEL, path: state, found, present }
}
