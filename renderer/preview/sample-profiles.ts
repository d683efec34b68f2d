/** Profiles in every state, for the tests and the preview page. Nothing here is a real login. */
import type { Failure } from '../../app/contract/failure.ts'
import type {
  HistoryEventView,
  HolderView,
  OverviewView,
  OwnerView,
  ProfileView,
} from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../format/time.ts'
import { PLACES, PLACES_FOUND, UNREADABLE_DOCS } from './sample-places.ts'

const LAMPLIGHTER: OwnerView = {
  mode: 'shared',
  refreshedBy: 'Lamplighter',
  sentence: 'Lamplighter renews it for OpenClaw, under OpenClaw’s own locks.',
}

export const REVOKED = endedBy('Anthropic')

/** What is told here is what the program tells: other languages have words for that, and for nothing else. */
export function endedBy(providerName: string): Failure {
  return {
    code: 'NEEDS_LOGIN',
    message: `${providerName} has ended this login.`,
    hint: 'Sign in to bring 3 agents back.',
    detail:
      'HTTP 400 from https://auth.example.test/oauth/token\n{"error":"invalid_grant","error_description":"Token has been revoked"}',
  }
}

/** A fresh login with everything known; override what the test is about. */
export function sampleProfile(nowMs: number, over: Partial<ProfileView> = {}): ProfileView {
  return {
    id: 'p1',
    providerId: 'openai-codex',
    providerName: 'OpenAI Codex',
    account: 'ada@example.test',
    kind: 'oauth',
    owner: LAMPLIGHTER,
    whereLine: 'OpenClaw · 1 agent',
    status: { kind: 'fresh' },
    accessExpiresAtMs: nowMs + 5 * HOUR + 10 * MINUTE + 30 * SECOND,
    accessIssuedAtMs: nowMs - 3 * HOUR,
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    fingerprint: '7c1fa90e44d2',
    holders: agents(1),
    advice: 'Nothing to do.',
    can: { refresh: true, login: true, signOut: true },
    warnings: [],
    ...over,
  }
}

export function agents(count: number, differing = -1): readonly HolderView[] {
  const names = ['main', 'research', 'billing', 'support', 'triage', 'reviewer', 'nightly', 'docs']
  return Array.from({ length: count }, (_, at) => {
    const name = at < names.length ? names[at] : `agent-${at + 1}`
    return {
      id: `h${at}`,
      label: `OpenClaw · ${name}`,
      path: `/home/ada/.openclaw/agents/${name}/agent/auth-profiles.json`,
      entry: 'openai-codex:ada@example.test',
      drift: at === differing,
    }
  })
}

/** One place that holds a login: an agent of OpenClaw, or a program's own file. */
function heldAt(label: string, path: string): readonly HolderView[] {
  return [{ id: 'h0', label, path, entry: 'default', drift: false }]
}

function agent(name: string): readonly HolderView[] {
  return heldAt(`OpenClaw · ${name}`, `/home/ada/.openclaw/agents/${name}/agent/auth-profiles.json`)
}

const BORROWED = 'T440 renews it. Lamplighter asks there for each new access token.'

const VAULT = heldAt('Lamplighter’s vault', '/home/ada/.local/share/lamplighter/vault.json')

const ENDED = (atMs: number): HistoryEventView => ({
  id: 'ended',
  atMs,
  kind: 'rejected',
  profileId: 'anthropic-ops',
  providerId: 'anthropic',
  account: 'ops@example.test',
  message: REVOKED.message,
  askedBy: 'schedule',
  process: 'lamplighter',
  pid: 4711,
})

/** The twelve of the main picture. */
export function twelve(nowMs: number): readonly ProfileView[] {
  const at = (ms: number) => nowMs + ms + 30 * SECOND
  const profile = (id: string, over: Partial<ProfileView>) => sampleProfile(nowMs, { id, ...over })
  const watched = (by: string, sentence: string): Partial<ProfileView> => ({
    owner: { mode: 'watched', refreshedBy: by, sentence },
    status: { kind: 'held', by, expired: false },
    advice: sentence,
    can: { refresh: false, login: true },
  })
  return [
    profile('codex-ada', {
      whereLine: 'OpenClaw · 15 agents',
      status: { kind: 'due', sinceMs: nowMs - MINUTE },
      accessExpiresAtMs: at(12 * MINUTE),
      accessIssuedAtMs: at(12 * MINUTE - 8 * HOUR),
      grantExpiresAtMs: at(27 * DAY),
      nextRefreshAtMs: at(2 * MINUTE),
      holders: agents(15, 2),
      advice: 'Lamplighter renews it for all 15 agents at once. Nothing to do.',
    }),
    profile('codex-work', {
      account: 'ada@work.test',
      whereLine: 'OpenClaw · work',
      holders: agent('work'),
      accessExpiresAtMs: at(9 * DAY + 3 * HOUR),
      accessIssuedAtMs: at(-21 * HOUR),
      nextRefreshAtMs: at(9 * DAY + 2 * HOUR),
      advice: 'Lamplighter will renew it before it expires. Nothing to do.',
    }),
    profile('anthropic-ada', {
      ...watched('Claude Code', 'Claude Code renews it when it is used.'),
      providerId: 'anthropic',
      providerName: 'Anthropic',
      whereLine: 'Claude Code',
      holders: heldAt('Claude Code', '/home/ada/.claude/.credentials.json'),
      grantExpiresAtMs: at(21 * DAY),
    }),
    profile('anthropic-ops', {
      providerId: 'anthropic',
      providerName: 'Anthropic',
      account: 'ops@example.test',
      whereLine: 'OpenClaw · 3 agents',
      status: { kind: 'needs-login', sinceMs: nowMs - 3 * HOUR, failure: REVOKED },
      accessExpiresAtMs: at(-3 * HOUR - MINUTE),
      accessIssuedAtMs: at(-11 * HOUR),
      holders: agents(3),
      lastEvent: ENDED(nowMs - 3 * HOUR),
      advice: `${REVOKED.message} Sign in to bring 3 agents back.`,
      can: { refresh: false, login: true, signOut: true },
    }),
    profile('gemini-ada', {
      providerId: 'google-gemini-cli',
      providerName: 'Google',
      account: 'ada@gmail.test',
      whereLine: 'OpenClaw · research',
      holders: agent('research'),
      status: { kind: 'refreshing', sinceMs: nowMs - SECOND },
      accessExpiresAtMs: at(4 * MINUTE),
      accessIssuedAtMs: at(4 * MINUTE - HOUR),
      advice: 'Lamplighter is renewing it.',
    }),
    profile('acme-bot', {
      providerId: 'acme',
      providerName: 'Acme OIDC',
      account: 'build-bot',
      owner: {
        mode: 'own',
        refreshedBy: 'Lamplighter',
        sentence: 'Lamplighter keeps it in its own vault and renews it.',
      },
      whereLine: 'Lamplighter’s vault',
      holders: VAULT,
      accessExpiresAtMs: at(48 * MINUTE),
      accessIssuedAtMs: at(-12 * MINUTE),
      nextRefreshAtMs: at(38 * MINUTE),
      advice: 'Lamplighter will renew it before it expires. Nothing to do.',
    }),
    profile('acme-ada', {
      ...watched('T440', BORROWED),
      owner: { mode: 'borrowed', refreshedBy: 'T440', sentence: BORROWED },
      providerId: 'acme',
      providerName: 'Acme OIDC',
      account: 'ada@acme.test',
      whereLine: 'Lamplighter’s vault',
      holders: VAULT,
      accessExpiresAtMs: at(31 * MINUTE),
      accessIssuedAtMs: at(-29 * MINUTE),
    }),
    profile('xai-ada', {
      providerId: 'xai',
      providerName: 'xAI',
      whereLine: 'OpenClaw · main',
      status: {
        kind: 'retrying',
        untilMs: nowMs + 40 * SECOND,
        failure: {
          code: 'PROVIDER_UNREACHABLE',
          message: 'xAI did not answer (no reply in time).',
          detail: 'connect ETIMEDOUT 203.0.113.7:443',
        },
      },
      accessExpiresAtMs: at(4 * MINUTE - 22 * SECOND),
      accessIssuedAtMs: at(4 * MINUTE - 6 * HOUR),
      nextRefreshAtMs: nowMs + 40 * SECOND,
      advice: 'xAI did not answer (no reply in time). Lamplighter tries again by itself.',
    }),
    profile('chutes-ada', {
      providerId: 'chutes',
      providerName: 'Chutes',
      whereLine: 'OpenClaw · main',
      status: { kind: 'expired', sinceMs: nowMs - 3 * MINUTE },
      accessExpiresAtMs: nowMs - 3 * MINUTE,
      accessIssuedAtMs: nowMs - HOUR,
      nextRefreshAtMs: nowMs + 5 * SECOND,
      advice: 'It has expired and will mend itself: Lamplighter renews it. Nothing to do.',
    }),
    profile('copilot-ada', {
      ...watched('GitHub CLI', 'GitHub CLI keeps it as it is: there is nothing to renew it with.'),
      providerId: 'github-copilot',
      providerName: 'GitHub Copilot',
      account: 'ada-lovelace',
      kind: 'token',
      status: { kind: 'static' },
      whereLine: 'GitHub CLI',
      holders: heldAt('GitHub CLI', '/home/ada/.config/gh/hosts.yml'),
      scopes: ['repo', 'read:org'],
      accessExpiresAtMs: undefined as never,
      accessIssuedAtMs: undefined as never,
      advice: 'It does not expire by itself. Nothing to do.',
    }),
    profile('minimax-key', {
      providerId: 'minimax',
      providerName: 'MiniMax',
      account: 'minimax:default',
      kind: 'api-key',
      status: { kind: 'static' },
      whereLine: 'OpenClaw · 2 agents',
      owner: {
        mode: 'shared',
        refreshedBy: 'OpenClaw',
        sentence: 'OpenClaw keeps it as it is: there is nothing to renew it with.',
      },
      holders: agents(2),
      scopes: [],
      accessExpiresAtMs: undefined as never,
      accessIssuedAtMs: undefined as never,
      advice: 'It does not expire by itself. Nothing to do.',
      rotateAtMs: nowMs + 12 * DAY,
      can: { refresh: false, login: false, forget: true, replaceKey: true },
    }),
    profile('qwen-ada', {
      providerId: 'qwen-portal',
      providerName: 'Qwen Portal',
      whereLine: 'OpenClaw · docs',
      holders: agent('docs'),
      status: {
        kind: 'unknown',
        lookedAtMs: nowMs - 26 * MINUTE,
        failure: UNREADABLE_DOCS,
      },
      accessExpiresAtMs: undefined as never,
      accessIssuedAtMs: undefined as never,
      advice: `${UNREADABLE_DOCS.message} ${UNREADABLE_DOCS.hint}`,
      can: { refresh: false, login: true },
    }),
  ].map(withoutUndefined)
}

export function sampleOverview(nowMs: number, profiles: readonly ProfileView[]): OverviewView {
  const next = profiles
    .filter((profile) => profile.nextRefreshAtMs !== undefined)
    .sort((a, b) => (a.nextRefreshAtMs ?? 0) - (b.nextRefreshAtMs ?? 0))[0]
  return {
    atMs: nowMs,
    profiles,
    places: profiles.length > 0 ? PLACES_FOUND : PLACES,
    scheduler: {
      running: true,
      ...(next?.nextRefreshAtMs ? { next: { profileId: next.id, atMs: next.nextRefreshAtMs } } : {}),
    },
    sealedBy: 'keychain',
    problems: [],
  }
}

function withoutUndefined(profile: ProfileView): ProfileView {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)) as never
}
