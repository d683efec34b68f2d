/** Crowds, long names and histories: what a list has to bear. */
import type { HistoryEventView, HistoryKind, ProfileView, ProviderView } from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'
import { endedBy, REVOKED, sampleProfile, twelve } from './sample-profiles.ts'

const PROVIDERS = ['OpenAI Codex', 'Anthropic', 'Google', 'xAI', 'Chutes', 'Acme OIDC', 'GitHub Copilot']

const PROVIDER_IDS: Readonly<Record<string, string>> = { 'Acme OIDC': 'acme', Google: 'google-gemini-cli' }

/** The twelve first, then as many more as asked for; each with its own time left. */
export function crowd(nowMs: number, count: number): readonly ProfileView[] {
  const more = Array.from({ length: Math.max(0, count - 12) }, (_, at): ProfileView => {
    const name = PROVIDERS[at % PROVIDERS.length] ?? 'Acme OIDC'
    const life = (at % 5) + 1
    const issued = nowMs - ((at * 7919) % 60) * MINUTE
    return sampleProfile(nowMs, {
      id: `crowd-${at}`,
      providerId: PROVIDER_IDS[name] ?? name.toLowerCase().replaceAll(' ', '-'),
      providerName: name,
      account: `agent-${String(at).padStart(4, '0')}@fleet.example.test`,
      whereLine: `OpenClaw · ${(at % 9) + 2} agents`,
      accessIssuedAtMs: issued,
      accessExpiresAtMs: issued + life * HOUR + 5 * MINUTE,
      nextRefreshAtMs: issued + life * HOUR - 5 * MINUTE,
      ...(at % 211 === 100
        ? { status: { kind: 'needs-login', sinceMs: nowMs - HOUR, failure: endedBy(name) } as const }
        : {}),
    })
  })
  return [...twelve(nowMs).slice(0, count), ...more]
}

/** Names and errors that are longer than any column. */
export function longWinded(nowMs: number): readonly ProfileView[] {
  const long =
    'a-service-account-with-an-unreasonably-long-name.production.eu-central-1@subsidiary.example.test'
  return [
    ...twelve(nowMs).slice(0, 4),
    sampleProfile(nowMs, {
      id: 'long-1',
      providerId: 'a-provider-whose-name-nobody-shortened',
      providerName: 'The Consolidated Identity and Access Federation of Example Holdings International',
      account: long,
      whereLine:
        'OpenClaw · 15 agents, among them one called “the-agent-that-never-sleeps-and-never-stops-talking”',
      grantExpiresAtMs: nowMs + 364 * DAY,
      scopes: Array.from(
        { length: 24 },
        (_, at) => `https://www.example.test/auth/scope.number.${at}.readwrite`,
      ),
      status: {
        kind: 'retrying',
        untilMs: nowMs + 4 * MINUTE,
        failure: {
          code: 'REPLY_INVALID',
          message:
            'The provider answered with a web page instead of a token, which is what a network that wants you to sign in first (a hotel, a train, an airport) does.',
          hint: 'Open any page in your browser and accept the network’s conditions.',
          detail: `HTTP 200 text/html ${'<html><body>welcome-to-the-wireless-network/'.repeat(12)}`,
        },
      },
      warnings: [
        {
          code: 'SCOPE_NARROWED',
          message: 'The last renewal lost a scope: https://www.example.test/auth/scope.number.23.readwrite.',
          hint: 'Sign in again to have it back.',
        },
      ],
      advice: 'Lamplighter keeps trying; the token works until it expires.',
    }),
  ]
}

function told(kind: HistoryKind, profile: ProfileView): string {
  const { account, providerName, owner, holders, status } = profile
  switch (kind) {
    case 'refreshed':
      return holders.length > 1 ? `Renewed, written to ${holders.length} files.` : 'Renewed.'
    case 'adopted':
      return owner.mode === 'borrowed'
        ? `${owner.refreshedBy} sent the access token that works there now.`
        : 'Took over OpenClaw’s newer token.'
    case 'superseded':
      return 'The login was replaced while the renewal ran; the answer was dropped.'
    case 'retrying':
      return `${providerName} did not answer (no reply in time).`
    case 'rejected':
      return endedBy(providerName).message
    case 'failed':
      return status.kind === 'unknown'
        ? `Writing ${holders[0]?.path} failed (EACCES): the permissions do not allow it.`
        : `${providerName} refused Lamplighter’s client id. The login itself may be fine.`
    case 'signed-in':
      return 'Signed in.'
    case 'login-failed':
      return 'The sign-in was cancelled.'
    case 'signed-out':
      return `Signed out: ${providerName} has ended the login.`
    case 'repaired':
      return 'Copied the newest token to 1 agent that had an older one.'
    case 'imported':
      return 'Brought over from T440, into OpenClaw · main.'
    case 'forgotten':
      return 'Lamplighter’s copy was deleted.'
    case 'withheld':
      return `"nightly-report" is given no token of ${account}: a person withholds it.`
  }
}

export function sampleEvent(
  id: string,
  profile: ProfileView,
  kind: HistoryKind,
  atMs: number,
): HistoryEventView {
  return {
    id,
    atMs,
    kind,
    profileId: profile.id,
    providerId: profile.providerId,
    account: profile.account,
    grant: 'a90e44d27c1f',
    ...(kind === 'refreshed' ? { successor: '7c1fa90e44d2', holders: profile.holders.length } : {}),
    ...(kind === 'rejected' ? { cause: 'rejected', detail: REVOKED.detail ?? '' } : {}),
    message: told(kind, profile),
    durationMs: 412,
    askedBy: 'schedule',
    process: 'lamplighter',
    pid: 4711,
  }
}

/** Hours ago -> what happened, for some of the twelve. Newest first. */
export function sampleHistory(nowMs: number, profiles: readonly ProfileView[]): readonly HistoryEventView[] {
  const plan: Readonly<Record<string, readonly (readonly [number, HistoryKind])[]>> = {
    'codex-ada': [
      [0.9, 'refreshed'],
      [0.91, 'superseded'],
      [3.4, 'refreshed'],
      [5.9, 'refreshed'],
      [70, 'adopted'],
      [98, 'signed-in'],
    ],
    'codex-work': [
      [7.2, 'refreshed'],
      [31, 'refreshed'],
    ],
    'anthropic-ops': [
      [3, 'rejected'],
      [5.6, 'refreshed'],
      [8, 'adopted'],
    ],
    'acme-bot': [
      [0.2, 'refreshed'],
      [1.2, 'refreshed'],
      [2.2, 'refreshed'],
      [3.2, 'retrying'],
      [3.25, 'refreshed'],
      [4.2, 'repaired'],
    ],
    'xai-ada': [
      [0.02, 'retrying'],
      [6, 'refreshed'],
      [6.5, 'login-failed'],
    ],
    'qwen-ada': [[0.4, 'failed']],
  }
  return profiles
    .flatMap((profile) =>
      (plan[profile.id] ?? []).map(([hours, kind]) =>
        sampleEvent(`${profile.id}-${hours}`, profile, kind, nowMs - hours * HOUR),
      ),
    )
    .sort((a, b) => b.atMs - a.atMs)
}

export const KNOWN_PROVIDERS: readonly ProviderView[] = [
  { id: 'openai-codex', name: 'OpenAI Codex', browserLogin: true, deviceLogin: true, custom: false },
  { id: 'anthropic', name: 'Anthropic', browserLogin: true, deviceLogin: false, custom: false },
  { id: 'google-gemini-cli', name: 'Google', browserLogin: true, deviceLogin: false, custom: false },
  { id: 'github-copilot', name: 'GitHub Copilot', browserLogin: false, deviceLogin: true, custom: false },
  { id: 'acme', name: 'Acme OIDC', browserLogin: true, deviceLogin: true, custom: true },
  {
    id: 'qwen-portal',
    name: 'Qwen Portal',
    browserLogin: false,
    deviceLogin: true,
    retired: 'Qwen has ended this sign-in. Use an API key of Alibaba Cloud Model Studio instead.',
    custom: false,
  },
  { id: 'minimax', name: 'MiniMax', browserLogin: false, deviceLogin: false, custom: false },
]
