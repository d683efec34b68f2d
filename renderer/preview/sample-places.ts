/** Where was looked, on a machine without logins and on one with. */
import type { PlaceView } from '../../app/contract/views.ts'

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
  { label: 'OpenClaw', path: '/home/ada/.openclaw/agents', found: '15 agents, 11 logins', present: true },
  { label: 'OpenClaw, before the rename', path: '/home/ada/.clawdbot', found: 'not there', present: false },
  {
    label: 'Lamplighter’s vault',
    path: '/home/ada/.local/share/lamplighter/vault.json',
    found: '1 login',
    present: true,
  },
]
