/**
 * Logins whose copy here was deleted while nothing was ended at their provider: as long as this process runs, a person can
 * have them back. They are kept in memory alone, sealed as they were.
 */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { NewEvent } from '../../history/new-event.ts'
import type { KeyRules } from '../../model/key-rules.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { VaultEntry } from '../../stores/vault/format.ts'
import type { VaultStore } from '../../stores/vault/store.ts'

export interface TakenAwayDeps {
  readonly ports: Pick<Ports, 'clock' | 'process'>
  readonly vault: Pick<VaultStore, 'forget' | 'putBack'>
  readonly record: (event: NewEvent) => Promise<unknown>
}

/** What config.json said of it. */
export interface LoginSettings {
  readonly name?: string | undefined
  readonly rules?: KeyRules | undefined
}

interface Taken {
  readonly profile: Profile
  readonly entries: ReadonlyMap<string, VaultEntry>
  settings: LoginSettings
}

export class TakenAway {
  readonly #deps: TakenAwayDeps
  readonly #taken = new Map<string, Taken>()

  constructor(deps: TakenAwayDeps) {
    this.#deps = deps
  }

  /** Deletes these entries of ours, so that they can be put back. Under their locks. @throws AppError as VaultStore.forget() */
  async takeAway(profile: Profile, names: readonly string[]): Promise<void> {
    const entries = new Map<string, VaultEntry>()
    this.#taken.set(profile.id, { profile, entries, settings: {} })
    for (const name of names) {
      const entry = await this.#deps.vault.forget(name)
      if (entry) entries.set(name, entry)
    }
  }

  /** It has ended: nobody is to have it back. */
  drop(profileId: string): void {
    this.#taken.delete(profileId)
  }

  note(profileId: string, settings: LoginSettings): void {
    const taken = this.#taken.get(profileId)
    if (taken) taken.settings = settings
  }

  /** @throws AppError PROFILE_UNKNOWN, STORE_CHANGED; STORE_LOCKED, STORE_UNWRITABLE: then it can be tried again */
  async putBack(profileId: string): Promise<LoginSettings> {
    const { ports, vault, record } = this.#deps
    const taken = this.#taken.get(profileId)
    if (!taken || taken.entries.size === 0) {
      throw new AppError('PROFILE_UNKNOWN', `Nothing of ${profileId} can be taken back.`, {
        hint: `Sign in again: lamplighter login ${profileId}`,
      })
    }
    for (const [name, entry] of taken.entries) {
      if (await vault.putBack(name, entry)) continue
      throw new AppError('STORE_CHANGED', `There is another login ${name} by now, and it was left as it is.`)
    }
    this.#taken.delete(profileId)
    await record({
      atMs: ports.clock.now(),
      kind: 'imported',
      cause: 'undone',
      profileId,
      providerId: taken.profile.provider,
      account: labelOf(taken.profile),
      message: 'The deletion of Lamplighter’s copy was taken back.',
      askedBy: 'person',
      process: ports.process.label,
      pid: ports.process.pid,
    })
    return taken.settings
  }
}
