/** Where was looked, on a machine without logins and on one with. */
import type { PlaceView, ProgramView } from '../../app/contract/views.ts'

export const PLACES: readonly PlaceView[] = [
  {
    label: 'OpenClaw',
    path: '/home/ada/.openclaw/agents',
    found: 'not there',
    present: false,
  },
  { label: 'OpenClaw, before the rename', path: '/home/ada/.clawdbot', found: 'not there', present: false },
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
  { label: 'OpenClaw, before the rename', path: '/home/ada/.clawdbot', found: 'not there', present: false },
  {
    label: 'Lamplighter’s vault',
    path: '/home/ada/.local/share/lamplighter/vault.json',
    found: '2 logins',
    present: true,
  },
]

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
