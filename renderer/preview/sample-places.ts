/** Where was looked, on a machine without logins and on one with. */
import type { PlaceView, ProgramView } from '../../app/contract/views.ts'
import { MINUTE } from '../format/time.ts'

export const PLACES: readonly PlaceView[] = [
  {
    label: 'OpenClaw',
    path: '/home/ada/.openclaw/agents',
    found: 'not there',
    present: false,
  },
  { label: 'Claude Code', path: '/home/ada/.claude/.credentials.json', found: 'not there', present: false },
  {
    label: 'Lamplighter’s vault',
    path: '/home/ada/.local/share/lamplighter/vault.json',
    found: 'empty',
    present: true,
  },
]

/** The same places on a machine where OpenClaw runs. */
export const PLACES_FOUND: readonly PlaceView[] = [
  { label: 'OpenClaw', path: '/home/ada/.openclaw/agents', found: '15 agents, 8 logins', present: true },
  { label: 'Claude Code', path: '/home/ada/.claude/.credentials.json', found: 'not there', present: false },
  {
    label: 'Lamplighter’s vault',
    path: '/home/ada/.local/share/lamplighter/vault.json',
    found: '2 logins',
    present: true,
  },
]

/** Files that cannot be used: one that held a login before it broke, one that another user took away, one of settings. */
export function brokenPlaces(nowMs: number): readonly PlaceView[] {
  return [
    {
      label: 'OpenClaw · docs',
      path: '/home/ada/.openclaw/agents/docs/agent/auth-profiles.json',
      found: 'unreadable',
      present: true,
      problem: UNREADABLE_DOCS,
      sinceMs: nowMs - 26 * MINUTE,
    },
    {
      label: 'GitHub CLI',
      path: '/home/ada/.config/gh/hosts.yml',
      found: 'unreadable',
      present: true,
      problem: {
        code: 'STORE_UNREADABLE',
        message: 'Reading /home/ada/.config/gh/hosts.yml failed (EACCES): the permissions do not allow it.',
        hint: 'Make it readable for you: chmod u+rX /home/ada/.config/gh/hosts.yml',
        command: 'chmod u+rX /home/ada/.config/gh/hosts.yml',
        detail: "EACCES: permission denied, open '/home/ada/.config/gh/hosts.yml'",
      },
    },
    {
      label: 'OpenClaw · openclaw.json',
      path: '/home/ada/.openclaw/openclaw.json',
      found: 'unreadable',
      present: true,
      isSettings: true,
      problem: {
        code: 'STORE_CORRUPT',
        message: '/home/ada/.openclaw/openclaw.json is there, but it is not what OpenClaw writes.',
        hint: 'Logins of agents that it puts elsewhere are not seen until it is mended.',
      },
    },
  ]
}

/** What the logins of that file say of themselves, too. */
export const UNREADABLE_DOCS = {
  code: 'STORE_CORRUPT',
  message:
    '/home/ada/.openclaw/agents/docs/agent/auth-profiles.json is there, but it is not what OpenClaw writes.',
  hint: 'OpenClaw takes such a file for empty. Sign in again with OpenClaw. A backup helps only if it was made after the last renewal: the refresh token in an older one is spent.',
  detail: 'Unexpected end of JSON input',
}

/** The programs behind the sample logins. */
export const OWNERS: readonly ProgramView[] = [
  program('openclaw', 'OpenClaw', 8, { refreshedBy: ['Lamplighter'], keptAlive: true }),
  program('claude-code', 'Claude Code', 1, { refreshedBy: ['Claude Code'], keptAlive: false }),
  program('gh', 'GitHub CLI', 1, { refreshedBy: ['GitHub CLI'], installed: false }),
  program('grok', 'Grok', 0, {}),
]

function program(id: string, name: string, logins: number, more: Partial<ProgramView>): ProgramView {
  return { id, name, logins, lookedAt: [], places: [], refreshedBy: [], notUnderstood: [], ...more }
}
