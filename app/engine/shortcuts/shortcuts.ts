/**
 * shortcuts.json in the state folder: where the access token of a profile stands in the clear, in another program's
 * file, and what every file looked like that was read to find that out. While all of them still look like that, the
 * command line answers `token PROFILE` from it without starting the core. No secret is in it. Pure.
 */

export interface Shortcut {
  readonly id: string
  /** The file, and the entry's key in it. */
  readonly path: string
  readonly entry: string
  /** Until when it can be relied on; absent: nothing says. */
  readonly untilMs?: number
}

export interface Shortcuts {
  readonly version: 1
  /** Of the program that wrote it: another one may read the same files in another way. */
  readonly program: string
  readonly lookedAtMs: number
  /** What decides where to look: each name with its value, or null. */
  readonly env: Readonly<Record<string, string | null>>
  readonly files: Readonly<Record<string, string>>
  /** By everything that names exactly one profile. */
  readonly names: Readonly<Record<string, Shortcut>>
}

/** Read by stores/openclaw/locate.ts; the home folder is in the files' paths. */
export const LOCATING = [
  'OPENCLAW_HOME',
  'OPENCLAW_STATE_DIR',
  'CLAWDBOT_STATE_DIR',
  'OPENCLAW_CONFIG_PATH',
  'CLAWDBOT_CONFIG_PATH',
  'OPENCLAW_AGENT_DIR',
  'PI_CODING_AGENT_DIR',
  'HOME',
  'USERPROFILE',
  'NODE_ENV',
] as const

export function shortcutsPath(paths: { readonly state: string }): string {
  return `${paths.state}/shortcuts.json`
}
