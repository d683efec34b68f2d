/** Files that could be safer, of each kind, and the logins that OpenClaw may use. */
import type { SinkLoginView } from '../../app/contract/openclaw.ts'
import type { SecurityFindingView } from '../../app/contract/security.ts'

const GH = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const COPY = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json.migrated-20260901T1000-7d1f'
const THEIRS = '/srv/shared/openclaw/agents/ops/agent/auth-profiles.json'

export const FINDINGS: readonly SecurityFindingView[] = [
  {
    id: `open:${GH}`,
    kind: 'open',
    path: GH,
    what: `${GH} is open to others (644).`,
    todo: `Run: chmod 600 '${GH}'`,
    command: `chmod 600 '${GH}'`,
    canMend: true,
  },
  {
    id: `open:${THEIRS}`,
    kind: 'open',
    path: THEIRS,
    what: `${THEIRS} is open to others (664).`,
    todo: `It belongs to another user, and only they or root may run: chmod 600 '${THEIRS}'`,
    command: `chmod 600 '${THEIRS}'`,
  },
  {
    id: `copy:${COPY}`,
    kind: 'copy',
    path: COPY,
    what: `${COPY} is an old copy of a file of OpenClaw, and holds tokens in the clear.`,
    todo: `Once OpenClaw works without it, run: rm '${COPY}'`,
    command: `rm '${COPY}'`,
  },
  {
    id: `keychain:${GH}`,
    kind: 'keychain',
    path: GH,
    what: `${GH} holds tokens in the clear; Codex could use a keychain.`,
    todo: 'Put cli_auth_credentials_store = "keyring" into its config.toml, and sign in again.',
  },
]

export const SINKS: readonly SinkLoginView[] = [
  { login: 'codex-ada', isUsed: false },
  { login: 'anthropic-ops', isUsed: true },
]
