/** The commands a person runs when something happened to a login. */

export const HOOK_NAMES = ['needs-login', 'recovered', 'refreshed', 'expiring'] as const

export type HookName = (typeof HOOK_NAMES)[number]

/** By name: the command and its arguments. */
export type HookCommands = Readonly<Partial<Record<HookName, readonly string[] | undefined>>>
