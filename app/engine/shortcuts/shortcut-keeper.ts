/** Writes shortcuts.json after a look, when what it would say has changed. */
import { messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { VERSION } from '../../base/version.ts'
import type { Profile } from '../../model/profile.ts'
import { namesOf, type ProfileRegistry } from '../profiles/registry.ts'
import type { ReadRecorder, Reads } from './reads.ts'
import { LOCATING, type Shortcut, type Shortcuts, shortcutsPath } from './shortcuts.ts'

export interface ShortcutParts {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'log' | 'paths' | 'process'>
  readonly recorder: ReadRecorder
  readonly profiles: ProfileRegistry
  /** Profiles whose tokens are not for everybody, or whose expiry is a matter of belief. */
  readonly isExempt: (profile: Profile) => boolean
}

/** Past the coarsest tick of a file system's clock. */
export const SETTLED_MS = 3_000

export class ShortcutKeeper {
  readonly #parts: ShortcutParts
  #written = ''
  #startedMs = 0

  constructor(parts: ShortcutParts) {
    this.#parts = parts
  }

  /** Before the stores are looked at. */
  start(): void {
    this.#startedMs = this.#parts.ports.clock.now()
    this.#parts.recorder.start(this.#startedMs)
  }

  /** Once what was seen lies on the desk. @returns false when a look in a moment would tell more */
  async save(): Promise<boolean> {
    const seen = this.#parts.recorder.stop()
    if (!seen) return true
    if (seen.isYoung) return false
    const { ports } = this.#parts
    try {
      const text = this.#textFor(seen.reads)
      const path = shortcutsPath(ports.paths)
      if (text === this.#written || text === withoutTime(await ports.files.read(path))) return true
      await ports.files.writeAtomic(path, withTime(text, this.#startedMs), { mayBeLost: true })
      this.#written = text
    } catch (error) {
      ports.log.info('the shortcuts could not be written', { error: messageOf(error) })
    }
    return true
  }

  #textFor(reads: Reads): string {
    const { profiles, ports } = this.#parts
    const names = new Map<string, Shortcut | undefined>()
    for (const profile of profiles.snapshot.profiles.values()) {
      const shortcut = this.#shortcutTo(profile)
      for (const name of namesOf(profile)) names.set(name, names.has(name) ? undefined : shortcut)
    }
    // A profile's own id names it, whatever else bears the same name.
    for (const profile of profiles.snapshot.profiles.values())
      names.set(profile.id, this.#shortcutTo(profile))
    const shortcuts: Shortcuts = {
      version: 1,
      program: VERSION,
      lookedAtMs: 0,
      env: Object.fromEntries(LOCATING.map((name) => [name, ports.process.env(name) ?? null])),
      files: Object.fromEntries(reads),
      names: Object.fromEntries(
        [...names].filter(([, shortcut]) => shortcut !== undefined),
      ) as Shortcuts['names'],
    }
    return JSON.stringify(shortcuts)
  }

  #shortcutTo(profile: Profile): Shortcut | undefined {
    const { holder, credential, problem, unstored } = profile.grant.current
    if (unstored !== undefined || problem) return undefined // what counts stands elsewhere than in that file
    if (holder.store !== 'openclaw' || !credential?.accessToken || this.#parts.isExempt(profile))
      return undefined
    const untilMs = this.#parts.profiles.believedExpiryMs(profile)
    const { path, entry } = holder
    return { id: profile.id, path, entry, ...(untilMs === undefined ? {} : { untilMs }) }
  }
}

const TIME = /"lookedAtMs":\d+/

function withTime(text: string, ms: number): string {
  return text.replace(TIME, `"lookedAtMs":${ms}`)
}

function withoutTime(text: string | undefined): string | undefined {
  return text?.replace(TIME, '"lookedAtMs":0')
}
