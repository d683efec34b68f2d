/** Other machines in every state, for the tests and the preview page. Nothing here is a real machine or login. */
import type { Comparison, NodeProfileView, NodeView, Way, WayView } from '../../app/contract/nodes.ts'
import type { StatusView } from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'

const PRICES: Readonly<Record<Way, string>> = {
  move: 'T440 gives up its refresh token; this machine renews the login at once and from then on. Programs on T440 have to ask here.',
  borrow:
    'Only the access token comes here. T440 goes on renewing it, and this machine asks for the next one before it expires; while T440 is off, it waits.',
  'sign-in':
    'A login of its own, with your browser or a code. Nothing is copied and nothing changes on T440.',
  copy: 'Both machines would hold the same refresh token, and it works once: whoever renews first signs the other one out. Only for when T440 will not be used again.',
}

export function sampleWay(way: Way, over: Partial<WayView> = {}): WayView {
  return {
    way,
    consequence: PRICES[way],
    possible: true,
    suggested: false,
    risky: way === 'copy',
    ...over,
  }
}

/** A login whose refresh token rotates: borrowed unless the person says otherwise. */
export const ROTATING: readonly WayView[] = [
  sampleWay('move'),
  sampleWay('borrow', { suggested: true }),
  sampleWay('sign-in'),
  sampleWay('copy'),
]

/** One whose refresh token stays the same: copying it costs nobody anything. */
export const STEADY: readonly WayView[] = [
  sampleWay('copy', {
    consequence: 'Google does not rotate refresh tokens: both machines go on using the login, side by side.',
    suggested: true,
    risky: false,
  }),
  sampleWay('sign-in'),
]

export const NO_WAY: readonly WayView[] = [
  sampleWay('move', {
    possible: false,
    consequence: 'Its tokens are kept in the keychain of T440, where only Claude Code can read them.',
  }),
]

/** Without Lamplighter there, nobody could give the refresh token up or hand out the next token. */
export const FILES_ONLY: readonly WayView[] = [
  sampleWay('move', {
    possible: false,
    consequence: 'Nobody there can give the refresh token up: Lamplighter is not installed on it.',
  }),
  sampleWay('borrow', {
    possible: false,
    consequence: 'Nobody there can be asked for the next token: Lamplighter is not installed on it.',
  }),
  sampleWay('sign-in', { suggested: true }),
  sampleWay('copy'),
]

export function nodeProfile(
  nowMs: number,
  comparison: Comparison,
  over: Partial<NodeProfileView> = {},
): NodeProfileView {
  return {
    id: `there-${comparison}`,
    providerId: 'openai-codex',
    providerName: 'OpenAI Codex',
    account: 'ada@example.test',
    kind: 'oauth',
    status: { kind: 'fresh' },
    accessExpiresAtMs: nowMs + 5 * HOUR + 10 * MINUTE + 30_000,
    whereLine: 'OpenClaw · 3 agents',
    comparison,
    targets: ['OpenClaw · main', 'OpenClaw · research', 'OpenClaw · billing', 'OpenClaw · support'],
    ways: ROTATING,
    ...over,
  }
}

const LAPSED: StatusView = { kind: 'needs-login', failure: { code: 'NEEDS_LOGIN', message: 'Ended.' } }

/** One of each, as a running Lamplighter would tell. */
export function reachedNode(nowMs: number, over: Partial<NodeView> = {}): NodeView {
  return {
    id: 'ada@t440.lan',
    name: 'T440',
    reach: { kind: 'reached', atMs: nowMs - 3 * MINUTE, by: 'host', version: '0.1.0' },
    profiles: [
      nodeProfile(nowMs, 'newer-there', { localId: 'codex-ada' }),
      nodeProfile(nowMs, 'only-there', {
        providerId: 'google-gemini-cli',
        providerName: 'Google',
        account: 'lab@gmail.test',
        whereLine: 'OpenClaw · lab',
        accessExpiresAtMs: nowMs + 52 * MINUTE + 30_000,
        targets: ['Lamplighter’s vault'],
        ways: STEADY,
      }),
      nodeProfile(nowMs, 'borrowed-here', {
        localId: 'acme-ada',
        providerId: 'acme',
        providerName: 'Acme OIDC',
        account: 'ada@acme.test',
        whereLine: 'Lamplighter’s vault',
        accessExpiresAtMs: nowMs + 31 * MINUTE + 30_000,
        ways: [sampleWay('move', { suggested: true }), sampleWay('sign-in')],
      }),
      nodeProfile(nowMs, 'newer-here', {
        localId: 'xai-ada',
        providerId: 'xai',
        providerName: 'xAI',
        status: LAPSED,
        accessExpiresAtMs: nowMs - 3 * HOUR,
        whereLine: 'OpenClaw · main',
        ways: [sampleWay('sign-in', { suggested: true })],
      }),
      nodeProfile(nowMs, 'same', {
        localId: 'minimax-key',
        providerId: 'minimax',
        providerName: 'MiniMax',
        account: 'minimax:default',
        kind: 'api-key',
        status: { kind: 'static' },
        accessExpiresAtMs: undefined as never,
        ways: [],
      }),
      nodeProfile(nowMs, 'unreadable', {
        providerId: 'anthropic',
        providerName: 'Anthropic',
        account: 'ada@laptop.test',
        whereLine: 'Claude Code renews it itself',
        status: { kind: 'unknown', lookedAtMs: nowMs - 3 * MINUTE },
        accessExpiresAtMs: undefined as never,
        ways: NO_WAY,
      }),
    ],
    sendable: [
      { profileId: 'codex-work', ways: ROTATING },
      { profileId: 'xai-ada', ways: ROTATING },
      { profileId: 'acme-bot', ways: ROTATING },
    ],
    ...over,
  }
}

/** Reached with a fork; without Lamplighter; and one that is not who it was. */
export function threeNodes(nowMs: number): readonly NodeView[] {
  const fork = nodeProfile(nowMs, 'fork', {
    localId: 'anthropic-ops',
    providerId: 'anthropic',
    providerName: 'Anthropic',
    account: 'ops@example.test',
  })
  const reached = reachedNode(nowMs)
  return [
    { ...reached, profiles: [...reached.profiles, fork] },
    {
      id: 'backup-pi',
      name: 'backup-pi',
      reach: {
        kind: 'reached',
        atMs: nowMs - 26 * MINUTE,
        by: 'files',
        limits:
          'Lamplighter is not installed there, so its files were read in place. A login cannot be moved or borrowed, and nothing can be sent: install Lamplighter on it, or sign in here.',
      },
      profiles: [
        nodeProfile(nowMs, 'only-there', {
          account: 'nightly@example.test',
          whereLine: 'OpenClaw · nightly',
          targets: ['Lamplighter’s vault'],
          ways: FILES_ONLY,
        }),
      ],
      sendable: [],
    },
    unreachableNode(nowMs),
  ]
}

export function unreachableNode(nowMs: number): NodeView {
  return {
    id: 'root@build-farm.example.test',
    name: 'build-farm',
    reach: {
      kind: 'unreachable',
      atMs: nowMs - 2 * MINUTE,
      failure: {
        code: 'NODE_UNREACHABLE',
        message: 'The host key of build-farm is not the one that is known, so ssh did not connect.',
        hint: 'If the machine was installed anew, remove the old key with ssh-keygen -R build-farm.example.test and connect once by hand. If it was not, somebody may be in between.',
        detail:
          '@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\nHost key verification failed.',
      },
    },
    profiles: [],
    sendable: [],
  }
}

/** Many agents’ files in one go; of the account names, every fifth is longer than its column. */
export function crowdedNode(nowMs: number, count: number): NodeView {
  const kinds: readonly Comparison[] = ['only-there', 'newer-there', 'only-there', 'newer-there', 'same']
  return reachedNode(nowMs, {
    profiles: Array.from({ length: count }, (_, at) => {
      const long = at % 5 === 4 ? '-with-an-unreasonably-long-name.production.eu-central-1@subsidiary' : ''
      const comparison: Comparison = count === 15 ? 'only-there' : (kinds[at % kinds.length] ?? 'same')
      return nodeProfile(nowMs, comparison, {
        id: `agent-${at}`,
        account: `agent-${String(at + 1).padStart(2, '0')}${long}@fleet.example.test`,
        whereLine: `OpenClaw · agent-${at + 1}`,
        accessExpiresAtMs: nowMs + (at + 1) * 17 * MINUTE + 30_000,
        targets: [`OpenClaw · agent-${at + 1}`],
        ways: at % 7 === 3 ? FILES_ONLY : ROTATING,
      })
    }),
  })
}

/** Names and messages longer than any column. */
export function longNode(nowMs: number): NodeView {
  const where =
    'service-account-of-the-department@bastion-host-behind-two-jump-hosts.internal.eu-central-1.example.test'
  const node = reachedNode(nowMs, {
    id: where,
    name: where,
    reach: { kind: 'reached', atMs: nowMs - 40 * DAY, by: 'cli', version: '0.1.0-beta.12' },
  })
  return {
    ...node,
    profiles: node.profiles.map((profile) => ({
      ...profile,
      providerName: 'The Consolidated Identity and Access Federation of Example Holdings International',
      account: `a-service-account-with-an-unreasonably-long-name.${profile.account}`,
      whereLine: 'OpenClaw · 15 agents, among them “the-agent-that-never-sleeps-and-never-stops-talking”',
    })),
  }
}
