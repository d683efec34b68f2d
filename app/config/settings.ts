/** What a person sets in the window, as config.json keeps it. Pure. */
import { z } from 'zod'
import type { SettingsChange, SettingsView } from '../contract/views.ts'
import { DEFAULT_MAX_CONCURRENT } from '../model/refresh-policy.ts'
import type { HookCommands } from './hooks.ts'
import { keptAliveIn, type ProgramSettings, withKeptAlive } from './program-settings.ts'

const DAY_SECONDS = 24 * 60 * 60
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day like "22:00"' })

/** The members of config.json besides `providers`. */
export const settingsShape = {
  leadSeconds: z.number().min(0).max(DAY_SECONDS).optional(),
  maxConcurrent: z.number().int().min(1).max(64).optional(),
  notifications: z
    .looseObject({
      grantEndsHours: z
        .array(
          z
            .number()
            .positive()
            .max(24 * 90),
        )
        .max(8)
        .optional(),
      quietHours: z.looseObject({ from: clockTime, to: clockTime }).optional(),
      mutedProfiles: z.array(z.string()).optional(),
    })
    .optional(),
  theme: z.enum(['system', 'light', 'dark'], { error: 'must be "system", "light" or "dark"' }).optional(),
  tray: z.enum(['popover', 'menu'], { error: 'must be "popover" or "menu"' }).optional(),
  startAtLogin: z.boolean().optional(),
  welcomed: z.boolean().optional(),
  checkForUpdates: z.boolean().optional(),
  consent: z.looseObject({ all: z.boolean().optional(), logins: z.array(z.string()).optional() }).optional(),
  withholdWhileLocked: z.boolean().optional(),
  metricsPort: z.number().int().min(1).max(65_535).optional(),
}

const personal = z.object(settingsShape)
export type PersonalSettings = z.infer<typeof personal>

/** A day is long enough to plan a sign-in, an hour short enough not to forget it again. */
const DEFAULT_GRANT_ENDS_HOURS = [24, 1]

export function toSettingsView(
  settings: PersonalSettings & {
    readonly hooks?: HookCommands | undefined
    readonly programs?: Readonly<Record<string, ProgramSettings>> | undefined
  },
): SettingsView {
  const { grantEndsHours, quietHours, mutedProfiles } = settings.notifications ?? {}
  return {
    ...(settings.leadSeconds === undefined ? {} : { leadSeconds: settings.leadSeconds }),
    maxConcurrent: settings.maxConcurrent ?? DEFAULT_MAX_CONCURRENT,
    notifications: {
      grantEndsHours: grantEndsHours ?? DEFAULT_GRANT_ENDS_HOURS,
      ...(quietHours ? { quietHours: { from: quietHours.from, to: quietHours.to } } : {}),
      mutedProfiles: mutedProfiles ?? [],
    },
    theme: settings.theme ?? 'system',
    tray: settings.tray ?? 'popover',
    startAtLogin: settings.startAtLogin ?? false,
    checkForUpdates: settings.checkForUpdates ?? true,
    welcomed: settings.welcomed ?? false,
    consent: { all: settings.consent?.all ?? false, logins: settings.consent?.logins ?? [] },
    withholdWhileLocked: settings.withholdWhileLocked ?? false,
    keptAlive: keptAliveIn(settings.programs ?? {}),
    hooks: Object.entries(settings.hooks ?? {}).flatMap(([event, command]) =>
      command?.[0] === undefined ? [] : [{ event, program: command[0] }],
    ),
    ...(settings.metricsPort === undefined ? {} : { metricsPort: settings.metricsPort }),
  }
}

/** The document with the change laid over it; null takes a member away, unknown members stay. */
export function withChange(
  document: Readonly<Record<string, unknown>>,
  change: SettingsChange,
): Record<string, unknown> {
  const { notifications, consent, programs, ...plain } = change
  const changed = within(overlay(document, plain), 'consent', consent)
  const next = programs ? { ...changed, programs: withKeptAlive(document['programs'], programs) } : changed
  return within(next, 'notifications', notifications)
}

/** The change laid over one member. */
function within(
  document: Record<string, unknown>,
  name: string,
  change: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  if (!change) return document
  const before = document[name]
  const known = typeof before === 'object' && before !== null ? (before as Record<string, unknown>) : {}
  return { ...document, [name]: overlay(known, change) }
}

/** Only what the change names: a null that a person wrote elsewhere in the file is theirs. */
function overlay(
  base: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const gone = new Set(given.filter(([, value]) => value === null).map(([name]) => name))
  const merged = { ...base, ...Object.fromEntries(given) }
  return Object.fromEntries(Object.entries(merged).filter(([name]) => !gone.has(name)))
}
