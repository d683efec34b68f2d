/** What was told and learned, kept over restarts: a restart repeats nothing. Holds keys and times, never a token. */
import { z } from 'zod'
import { messageOf } from '../../app/base/errors.ts'
import type { Files, Log } from '../../app/base/ports.ts'
import type { GrantSeen } from './alerts.ts'

export interface Told {
  /** Everything told since the profile was last well. */
  readonly keys: readonly string[]
  /** The concern it has now. */
  readonly current: string
  /** Told as one of several. */
  readonly digest: boolean
}

/** Lapsed, and not to be renewed since then. `over`: well again, and the others that were told with it are not yet. */
export interface Lapse {
  readonly sinceMs: number
  readonly state: 'seen' | 'told' | 'over'
}

export interface Remembered {
  readonly told?: Told
  readonly lapse?: Lapse
  readonly grant?: GrantSeen
  /** Not in the overview since then: its file may only be unreadable for a moment. */
  readonly goneSinceMs?: number
}

/** By profile id. */
export type AlertState = ReadonlyMap<string, Remembered>

const shape = z.object({
  version: z.literal(1),
  profiles: z.array(
    z.tuple([
      z.string(),
      z.object({
        told: z
          .object({ keys: z.array(z.string()), current: z.string(), digest: z.boolean() })
          .exactOptional(),
        grant: z
          .object({
            endsAtMs: z.number(),
            issuedAtMs: z.number().exactOptional(),
            slides: z.boolean().exactOptional(),
          })
          .exactOptional(),
        lapse: z.object({ sinceMs: z.number(), state: z.enum(['seen', 'told', 'over']) }).exactOptional(),
        goneSinceMs: z.number().exactOptional(),
      }),
    ]),
  ),
})

export interface AlertStateFile {
  load(): Promise<AlertState>
  /** Does nothing when it would write what is there. */
  save(memory: AlertState): Promise<void>
}

/** A file that is broken or cannot be written costs a repeated notification, and is said in the log. */
export function alertStateFile(files: Files, path: string, log: Log): AlertStateFile {
  let stored = ''
  return {
    async load() {
      try {
        stored = (await files.read(path)) ?? ''
        return stored === '' ? new Map() : new Map(shape.parse(JSON.parse(stored)).profiles)
      } catch (error) {
        const reason =
          error instanceof SyntaxError || error instanceof z.ZodError ? error.name : messageOf(error)
        log.warn('what was notified before is forgotten', { path, reason })
        return new Map()
      }
    },
    async save(memory) {
      const text = `${JSON.stringify({ version: 1, profiles: [...memory] })}\n`
      if (text === stored) return
      try {
        await files.writeAtomic(path, text)
        stored = text
      } catch (error) {
        log.warn('what was notified could not be kept', { path, reason: messageOf(error) })
      }
    },
  }
}
