/** An import plan with each verdict, and results, for the tests and the preview page. */
import type {
  ImportPlanView,
  ImportResultView,
  ImportRowView,
  ImportVerdict,
} from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'

export const BUNDLE_PATH = '/home/ada/Downloads/t440-logins.age'
/** For a key, rather than under a passphrase. */
export const KEYED_PATH = '/home/ada/Downloads/t440-keyed.age'
export const PASSPHRASE = 'correct horse battery staple'
const AGENTS = ['main', 'research', 'billing', 'support', 'triage'].map((name) => `OpenClaw · ${name}`)

export function samplePlan(nowMs: number): ImportPlanView {
  const row = (
    verdict: ImportVerdict,
    providerName: string,
    account: string,
    consequence: string,
    over: Partial<ImportRowView> = {},
  ): ImportRowView => ({
    id: `row-${verdict}-${account}`,
    providerId: providerName.toLowerCase().replaceAll(' ', '-'),
    providerName,
    account,
    verdict,
    consequence,
    selectable: verdict === 'new' || verdict === 'newer' || verdict === 'fork' || verdict === 'other-account',
    suggested: verdict === 'new' || verdict === 'newer',
    targets: [],
    ...over,
  })
  return {
    id: 'plan-1',
    path: '/home/ada/Downloads/auth-profiles.json',
    kind: 'openclaw',
    rows: [
      row(
        'same',
        'OpenAI Codex',
        'ada@work.test',
        'This machine already holds exactly this login. Nothing to do.',
        { expiresAtMs: nowMs + 9 * DAY + 3 * HOUR },
      ),
      row(
        'newer',
        'Google',
        'ada@gmail.test',
        'It takes the place of the one in 5 places at once. Google does not rotate refresh tokens, so T440 stays signed in.',
        { targets: AGENTS, expiresAtMs: nowMs + 52 * MINUTE + 30_000 },
      ),
      row(
        'fork',
        'Anthropic',
        'ops@example.test',
        'Anthropic accepts each refresh token once: as soon as Lamplighter renews it here, T440 is signed out, or the other way round. Better: sign in here, which leaves the other one alone. Choose it only if T440 no longer uses this login.',
        { targets: AGENTS.slice(0, 3), expiresAtMs: nowMs + 5 * HOUR + 10 * MINUTE + 30_000 },
      ),
      row(
        'new',
        'MiniMax',
        'minimax:default',
        'Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are. T440 can go on using the key as well.',
        { targets: ['Lamplighter’s vault'] },
      ),
      row(
        'other-account',
        'GitHub Copilot',
        'charles-babbage',
        'The login of this name belongs to ada-lovelace here, and stays untouched. Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are. T440 stays signed in.',
        { targets: ['Lamplighter’s vault'] },
      ),
      row('older', 'xAI', 'ada@example.test', 'This machine already holds a newer one. Nothing to do.', {
        expiresAtMs: nowMs + 20 * MINUTE + 30_000,
      }),
      row(
        'expired',
        'Chutes',
        'ada@example.test',
        'It has expired and nothing in the file can renew it. Sign in here, or export it again on T440.',
        { expiresAtMs: nowMs - 2 * DAY },
      ),
      row('unreadable', 'Qwen Portal', 'qwen:docs', 'It cannot be brought over. There is no token in it.'),
    ],
  }
}

export function sampleResult(atMs: number, over: Partial<ImportResultView> = {}): ImportResultView {
  return {
    id: `result-${atMs}`,
    atMs,
    imported: [
      { rowId: 'a', account: 'ada@example.test', targets: ['OpenClaw · main', 'OpenClaw · research'] },
      { rowId: 'b', account: 'build-bot', targets: ['Lamplighter’s vault'] },
    ],
    troubles: [],
    backup: '/home/ada/.local/state/lamplighter/backups/20260303094107-7f3a2c',
    undone: false,
    ...over,
  }
}

/** What writing the chosen rows comes to. A row with five places has one that is busy. */
export function resultFor(plan: ImportPlanView, rowIds: readonly string[], atMs: number): ImportResultView {
  const rows = plan.rows.filter((row) => rowIds.includes(row.id))
  return sampleResult(atMs, {
    imported: rows.map(({ id, account, targets }) => ({ rowId: id, account, targets })),
    troubles: rows
      .filter((row) => row.targets.length === AGENTS.length)
      .map((row) => ({
        rowId: row.id,
        failure: {
          code: 'STORE_LOCKED',
          message:
            '/home/ada/.openclaw/agents/billing/agent/auth-profiles.json.lock is held by OpenClaw (pid 3120).',
          detail: 'lock held by pid 3120 for 41 s',
        },
      })),
  })
}
