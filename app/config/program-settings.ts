/** What config.json may say of programs: what a known one may do, and where an unknown one keeps its tokens. */
import { z } from 'zod'
import { isRecord, type JsonRecord } from '../base/json.ts'
import { isAbsolute } from '../base/path.ts'
import { ADAPTERS, OPENCLAW_ID, WRITTEN } from '../stores/registry.ts'
import { TIME_UNITS } from '../stores/shared/fields.ts'
import { IN_WORDS } from './issue-words.ts'
import { NAME, words } from './words.ts'

const way = z.string().regex(/^[^.]+(?:\.[^.]+)*$/, { error: 'must name a member: "auth.access_token"' })
const commandWords = z.array(words).min(1, { error: 'must be a command and its arguments' })

/** A program that Lamplighter knows: what it may do. */
const knownProgram = z.strictObject({
  /** Where it is asked to refresh only when a person wishes: they do. */
  refresh: z.boolean().optional(),
  /** Where Lamplighter refreshes its logins, or asks it to: false leaves them to it. */
  keepAlive: z.boolean().optional(),
  /** Its login may be read from the system's keychain, even where the system then asks. */
  keychain: z.boolean().optional(),
})

/** A program that it does not know: where its tokens are. */
const describedProgram = z
  .strictObject({
    name: words.optional(),
    path: z.string().refine((path) => isAbsolute(path) || /^~[\\/]/.test(path), {
      error: 'must be an absolute path, or begin with "~/"',
    }),
    provider: words.optional(),
    accessToken: way,
    refreshToken: way.optional(),
    expiresAt: way.optional(),
    unit: z.enum(TIME_UNITS, { error: 'must be "ms", "s" or "iso"' }).optional(),
    account: way.optional(),
    mode: z.enum(['watched', 'delegated'], { error: 'must be "watched" or "delegated"' }).optional(),
    /** Its own command that refreshes: what makes it delegated. */
    refresh: commandWords.optional(),
    login: commandWords.optional(),
  })
  .refine(({ mode, refresh }) => mode === undefined || (mode === 'delegated') === (refresh !== undefined), {
    path: ['mode'],
    error: 'is "delegated" where "refresh" names a command, and only there',
  })

const program = z.unknown().transform((value, context): ProgramSettings => {
  const checked = (isRecord(value) && 'path' in value ? describedProgram : knownProgram).safeParse(
    value,
    IN_WORDS,
  )
  if (!checked.success) {
    for (const { path, message } of checked.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  }
  return checked.data
})
const programId = z.string().regex(NAME, { error: 'is not a name: use letters, digits, ".", "-", "_"' })
const WISHES = {
  keepAlive: [
    OPENCLAW_ID,
    ...ADAPTERS.filter(({ asks, asksOnWish }) => asks && !asksOnWish).map(({ id }) => id),
    ...WRITTEN.map(({ id }) => id),
  ],
  refresh: ADAPTERS.filter(({ asksOnWish }) => asksOnWish).map(({ id }) => id),
  keychain: ADAPTERS.filter(({ usesKeychain }) => usesKeychain).map(({ id }) => id),
}

/** A wish that nobody would hear is no wish. */
function knownOrDescribed(
  programs: Readonly<Record<string, ProgramSettings>>,
  context: z.RefinementCtx,
): void {
  for (const [id, about] of Object.entries(programs)) {
    if ('path' in about) continue
    for (const wish of ['refresh', 'keepAlive', 'keychain'] as const) {
      const isWished = about[wish] !== undefined || (wish === 'refresh' && Object.keys(about).length === 0)
      if (!isWished || WISHES[wish].includes(id)) continue
      const message = `is no program that waits for a wish; there is: ${WISHES[wish].join(', ')}. One that is not known needs a "path"`
      context.addIssue({ code: 'custom', path: [id], message })
    }
  }
}

export const programs = z.record(programId, program).superRefine(knownOrDescribed)

export type ProgramSettings = Readonly<z.infer<typeof knownProgram> | z.infer<typeof describedProgram>>

/** How config.json says whether a program's logins are kept alive: a few programs are asked only where a person wishes it. */
export function withKeptAlive(before: unknown, wishes: Readonly<Record<string, boolean>>): JsonRecord {
  const programs = isRecord(before) ? before : {}
  const changed = Object.entries(wishes).map(([id, on]) => {
    const about = programs[id]
    const member = WISHES.refresh.includes(id) ? 'refresh' : 'keepAlive'
    return [id, { ...(isRecord(about) ? about : {}), [member]: on }]
  })
  return { ...programs, ...Object.fromEntries(changed) }
}

/** What a person has decided of it; nothing for the others. */
export function keptAliveIn(
  programs: Readonly<Record<string, ProgramSettings>>,
): Readonly<Record<string, boolean>> {
  const decided = Object.entries(programs).flatMap(([id, about]) => {
    if ('path' in about) return []
    const on = WISHES.refresh.includes(id) ? about.refresh : about.keepAlive
    return on === undefined ? [] : [[id, on] as const]
  })
  return Object.fromEntries(decided)
}
