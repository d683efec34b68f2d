/**
 * OpenClaw's logins, in every agent's `auth-profiles.json`: read as OpenClaw reads them, written under its own locks.
 * It does not read OpenClaw's databases, the older `auth.json` and `credentials/oauth.json`, or the state folders of
 * `openclaw --profile NAME`; and it cannot see a lock's holder in another container or on another machine.
 */

import { AppError, toFailure } from '../../base/errors.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { PlaceView } from '../../contract/views.ts'
import type { Credential } from '../../model/credential.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import { compareAndWrite } from '../shared/compare-and-write.ts'
import type { AfterLogin, CredentialStore, ReplaceResult, StoreLocks, Writing } from '../store.ts'
import { repairAfterLogin } from './after-login.ts'
import { checkWritable, inDatabase } from './check-writable.ts'
import { OPENCLAW } from './entry.ts'
import { parseProfile, parseStore } from './format.ts'
import { type Agent, type Installation, locate } from './locate.ts'
import { type LockTarget, planLocks } from './locks/lock-plan.ts'
import { OpenClawLocks } from './locks/lock-set.ts'
import { mergeCredential, withKeeper } from './merge.ts'
import { agentIdOf, type FindProvider, scanAgent } from './scan-agent.ts'
import { storageVersionOf, storePath } from './storage-version.ts'
import { watchInstallation } from './watch.ts'

type OpenClawPorts = Pick<Ports, 'clock' | 'files' | 'log' | 'paths' | 'process' | 'random'>

/** Below the 30 s after which some OpenClaws take a lock from a living holder. */
const HOLD_LIMIT_MS = 20_000
const LABEL = 'OpenClaw'

export interface OpenClawStore extends CredentialStore {
  readonly writing: Writing & { readonly locks: StoreLocks }
  afterLogin(holders: readonly Holder[]): Promise<AfterLogin>
}

/** @param find by the provider's name in OpenClaw's files; undefined when we do not know it */
export function createOpenClawStore(ports: OpenClawPorts, find: FindProvider): OpenClawStore {
  return new AuthProfiles(ports, find)
}

class AuthProfiles implements OpenClawStore {
  readonly id = 'openclaw'
  readonly owner = OPENCLAW
  readonly writing: OpenClawStore['writing'] = {
    maxHoldMs: HOLD_LIMIT_MS,
    lock: async (holders, waitMs, signal) => this.#locks.acquire(await this.#plan(holders), waitMs, signal),
    replace: (...write) => this.#replace(...write),
    surrender: (...write) => this.#surrender(...write),
    files: ({ path }) => [path, join(folderOf(path), 'auth-state.json')],
    locks: {
      held: async (holders) => this.#locks.held(await this.#plan(holders)),
      remove: async (holders, path, identity) =>
        this.#locks.remove(await this.#plan(holders), path, identity),
    },
  }
  readonly #ports: OpenClawPorts
  readonly #find: FindProvider
  readonly #locks: OpenClawLocks
  #installation: Installation | undefined
  /** What changes after a scan is told: so the scan begins when the watch does. */
  #watching: Promise<void> | undefined
  /** What a file held when it was last understood, so that a broken one is shown as broken and not as gone. */
  readonly #lastSeen = new Map<string, readonly Entry[]>()
  /** Access token (hashed) -> the `expires` beside it: a copy of it needs no second margin. */
  readonly #storedExpiry = new Map<string, number>()

  constructor(ports: OpenClawPorts, find: FindProvider) {
    this.#ports = ports
    this.#find = find
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
      ? [{ label: `${LABEL} · openclaw.json`, path, found: 'unreadable', present: true, problem }]
      : []
    let agents = 0
    for (const agent of installation.agents) {
      const { found, place } = await this.#scanAgent(agent, installation)
      entries.push(...found)
      if (place) broken.push(place)
      if (place || found.length > 0) agents++
    }
    return { entries, places: [placeOf(installation, agents), ...broken], lookedAtMs }
  }

  async read(holder: Holder): Promise<Entry | undefined> {
    const installation = await this.#known()
    const agent = agentOf(installation, holder)
    return (await this.#lookAt(agent, installation)).find((entry) => entry.holder.id === holder.id)
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
    const { store, provider } = found
    const access = next.accessToken && this.#ports.random.sha256Hex(next.accessToken.expose())
    const copied = access !== undefined && this.#storedExpiry.get(access) === next.expiresAtMs
    const text = mergeCredential(
      store.text,
      holder.entry,
      next,
      copied ? 0 : (provider?.openclawBufferMs ?? 0),
    )
    const written = parseStore(text)?.profiles.find(({ id }) => id === holder.entry)?.credential
    const want = { ...next, refreshToken: next.refreshToken ?? expected.refreshToken }
    if (
      !written?.accessToken?.equals(want.accessToken) ||
      written.refreshToken?.equals(want.refreshToken) === false
    ) {
      throw new AppError(
        'STORE_CORRUPT',
        `${holder.path} would not hold the new tokens; it was left as it is.`,
      )
    }
    return compareAndWrite(this.#ports.files, holder.path, { before: store.text, text }, how)
  }

  async #surrender(...[holder, expected, to]: Parameters<Writing['surrender']>): Promise<ReplaceResult> {
    const found = await this.#checkWritable(holder, expected)
    if (typeof found === 'string') return found
    const text = withKeeper(found.store.text, holder.entry, to.name)
    if (parseStore(text)?.profiles.find(({ id }) => id === holder.entry)?.keptBy === undefined) {
      throw new AppError('STORE_CORRUPT', `${holder.path} could not be changed; it was left as it is.`)
    }
    await this.#ports.files.writeAtomic(holder.path, text)
    return 'written'
  }

  async #checkWritable(holder: Holder, expected: Credential) {
    const installation = await this.#known()
    const agent = agentOf(installation, holder)
    return checkWritable(this.#ports, this.#find, { agent, installation }, holder, expected)
  }

  afterLogin(holders: readonly Holder[]) {
    return repairAfterLogin(this.#ports, this.#find, holders)
  }

  watch(onChange: () => void) {
    const { ready, end } = watchInstallation(this.#ports, () => this.#locate(), onChange)
    this.#watching = ready
    return end
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
      const found = await this.#lookAt(agent, installation)
      this.#lastSeen.set(agent.folder, found)
      const unread = found.find(({ problem }) => problem?.code === 'STORE_UNREADABLE') // in its database
      return unread?.problem
        ? { found, place: brokenPlace(agent, unread.holder.path, unread.problem) }
        : { found }
    } catch (error) {
      const problem = toFailure(error)
      const found = (this.#lastSeen.get(agent.folder) ?? []).map(({ credential: _, ...entry }) => ({
        ...entry,
        problem,
      }))
      return { found, place: brokenPlace(agent, storePath(agent.folder), problem) }
    }
  }

  async #lookAt(agent: Agent, installation: Installation): Promise<readonly Entry[]> {
    const entries = await scanAgent(this.#ports, this.#find, agent, installation)
    for (const { credential } of entries) {
      if (!credential?.accessToken || credential.expiresAtMs === undefined) continue
      this.#storedExpiry.set(
        this.#ports.random.sha256Hex(credential.accessToken.expose()),
        credential.expiresAtMs,
      )
    }
    return entries
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
    if (era.kind === 'database') throw inDatabase(own[0] as Holder)
    if (!(await files.stat(folderOf(path)))) return undefined
    const stored = parseStore((await files.read(path)) ?? '')
    const profiles = own.map(({ entry }) => {
      const profile = stored?.profiles.find(({ id }) => id === entry) ?? parseProfile(entry, {})
      return { provider: profile.provider, profileId: entry }
    })
    return { path, form: era.lockForm, main: agent.main, profiles }
  }
}

function agentOf(installation: Installation, holder: Holder): Agent {
  const id = agentIdOf(holder)
  const known = installation.agents.find((agent) => agent.id === id)
  return known ?? { id, folder: folderOf(holder.path), main: false } // removed, or the environment names another
}

function brokenPlace({ id }: Agent, path: string, problem: Failure): PlaceView {
  return { label: `${LABEL} · ${id}`, path, found: 'unreadable', present: true, problem }
}

function placeOf({ state, present }: Installation, agents: number): PlaceView {
  const found = present ? `${agents} ${agents === 1 ? 'agent' : 'agents'}` : 'not there'
  return { label: LABEL, path: state, found, present }
}
