/** Other machines in every state, for the tests and the preview page. Nothing here is a real machine or login. */
import type { Comparison, NodeProfileView, NodeView, Way, WayView } from '../../app/contract/nodes.ts'
import type { StatusView } from '../../app/contract/views.ts'
import { DAY, HOUR, MINUTE } from '../format/time.ts'
import { endedBy } from './sample-profiles.ts'

/** From T440 to this machine. */
export function sampleWay(way: Way, over: Partial<WayView> = {}, providerName = 'OpenAI Codex'): WayView {
  return {
    way,
    consequence: priceOf(way, providerName),
    possible: true,
    suggested: false,
    risky: way === 'copy',
    ...over,
  }
}

function priceOf(way: Way, providerName: string): string {
  switch (way) {
    case 'move':
      return 'T440 gives up its refresh token and this machine renews at once, so that only this machine can from then on. T440 goes on with the access token and asks this machine for each new one.'
    case 'borrow':
      return 'T440 stays its owner. Only the access token comes, and before it expires this machine asks T440 for the next. While T440 cannot be asked, this machine has to wait.'
    case 'sign-in':
      return 'A login of its own for this machine, with you present. Nothing is copied, and T440 keeps what it has.'
    case 'copy':
      return `${providerName} accepts each refresh token once: as soon as one machine renews it, the other is signed out. Only for an emergency, when T440 no longer uses it.`
  }
}

/** A login whose refresh token rotates: borrowed unless the person says otherwise. */
export function rotating(providerName: string): readonly WayView[] {
  return [
    sampleWay('move'),
    sampleWay('borrow', { suggested: true }),
    sampleWay('sign-in'),
    sampleWay('copy', {}, providerName),
  ]
}

export const ROTATING = rotating('OpenAI Codex')

/** One whose refresh token stays the same: copying it costs nobody anything. */
export const STEADY: readonly WayView[] = [
  sampleWay('copy', {
    consequence: 'Google does not rotate refresh tokens, so both machines can use it.',
    suggested: true,
    risky: false,
  }),
  sampleWay('sign-in'),
]

export const NO_WAY: readonly WayView[] = [
  sampleWay('move', { possible: false, consequence: 'Claude Code keeps its login in the keychain.' }),
]

const NEEDS_LAMPLIGHTER =
  'That needs Lamplighter on backup-pi: without it nobody there can give a refresh token up, or be asked again.'

/** Without Lamplighter there, nobody could give the refresh token up or hand out the next token. */
export const FILES_ONLY: readonly WayView[] = [
  sampleWay('move', { possible: false, consequence: NEEDS_LAMPLIGHTER }),
  sampleWay('borrow', { possible: false, consequence: NEEDS_LAMPLIGHTER }),
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
    ways: rotating(over.providerName ?? 'OpenAI Codex'),
    ...over,
  }
}

const LAPSED: StatusView = { kind: 'needs-login', failure: endedBy('xAI') }

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
        whereLine: 'Claude Code',
        status: { kind: 'unknown', lookedAtMs: nowMs - 3 * MINUTE },
        accessExpiresAtMs: undefined as never,
        ways: NO_WAY,
      }),
    ],
    sendable: [
      { profileId: 'codex-work', ways: ROTATING },
      { profileId: 'xai-ada', ways: rotating('xAI') },
      { profileId: 'acme-bot', ways: rotating('Acme OIDC') },
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
          'Lamplighter is not installed there, so OpenClaw’s files were read in place. They can be copied, or signed in anew here. A move or a loan needs somebody there who gives the refresh token up, or can be asked again: install Lamplighter there.',
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
        message:
          'The host key of root@build-farm.example.test is not the one your ssh knows. Nothing was sent there.',
        hint: 'If the machine was installed anew, compare its key, remove the old one with ssh-keygen -R, and run `ssh root@build-farm.example.test` once in a terminal. If it was not, somebody may be in between.',
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
