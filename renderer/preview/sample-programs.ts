/** Programs of a machine that does not exist. */
import type { AskerView, ConsumerView, ProgramsView } from '../../app/contract/consumers.ts'
import { HOUR, MINUTE } from '../format/time.ts'

const question = (name: string, label: string, example: string, choices: readonly string[] = []) => ({
  name,
  label,
  example,
  choices,
})

const consumer = (
  id: string,
  name: string,
  gains: string,
  more: Partial<ConsumerView> = {},
): ConsumerView => ({
  id,
  name,
  gains,
  foundAt: `/usr/bin/${id}`,
  questions: [],
  ...more,
})

export const CONSUMERS: readonly ConsumerView[] = [
  consumer('git', 'git', 'clones, fetches and pushes over https', {
    questions: [question('server', 'Which server, or which part of it?', 'https://git.example.test/team')],
  }),
  consumer('aws', 'AWS', 'the AWS CLI and SDKs get the keys of a role of yours', {
    questions: [
      question('profile', 'Which profile?', 'dev', ['dev', 'production']),
      question(
        'role',
        'Which role? Its ARN; in Identity Center REGION/ACCOUNT/ROLE.',
        'arn:aws:iam::123456789012:role/dev',
      ),
    ],
  }),
  consumer('claude-code', 'Claude Code', 'Claude Code asks here for the key of your gateway', {
    questions: [question('audience', 'What do you call the gateway?', 'gateway')],
  }),
  consumer('kubectl', 'kubectl', 'kubectl and helm reach a cluster', {
    questions: [question('cluster', 'Which cluster?', 'production', ['lab'])],
  }),
  absent(consumer('pnpm', 'pnpm', 'packages from a registry of your own')),
  absent(consumer('msmtp', 'msmtp', 'sends mail')),
]

function absent({ foundAt: _, ...rest }: ConsumerView): ConsumerView {
  return rest
}

/** A digit for each of the last 24 hours, the oldest first. */
export const hours = (digits: string): readonly number[] => [...digits].map(Number)

export const asker = (
  nowMs: number,
  program: string,
  login: string,
  more: Partial<AskerView>,
): AskerView => ({
  program,
  login,
  account: 'ada@example.test',
  times: 40,
  byHour: hours('000000000145320245310013'),
  lastAtMs: nowMs - 2 * MINUTE,
  refusedTimes: 0,
  isWithheld: false,
  ...more,
})

export function samplePrograms(nowMs: number, isBare = false): ProgramsView {
  const login = 'openai-codex:ada@example.test'
  if (isBare) return { consumers: CONSUMERS, connections: [], askers: [], keptFiles: [], answers: [] }
  return {
    consumers: CONSUMERS,
    connections: [
      {
        id: 'git-1',
        consumer: 'git',
        name: 'git',
        login,
        account: 'ada@example.test',
        use: 'git https://git.example.test/team',
        answers: ['https://git.example.test/team'],
        asksAs: 'lamplighter helper git',
        isWithheld: false,
        sinceMs: nowMs - 30 * HOUR,
        files: [
          {
            path: '/home/ada/.gitconfig',
            isNew: false,
            lines: [
              '[credential "https://git.example.test/team"]',
              '\thelper =',
              '\thelper = "!/usr/bin/lamplighter helper git"',
              '\tuseHttpPath = true',
            ],
            state: 'there',
          },
        ],
      },
      {
        id: 'claude-code-1',
        consumer: 'claude-code',
        name: 'Claude Code',
        login: 'anthropic-ops',
        account: 'ops@example.test',
        use: 'audience gateway',
        answers: ['gateway'],
        asksAs: 'lamplighter helper bearer',
        isWithheld: false,
        sinceMs: nowMs - 3 * HOUR,
        files: [
          {
            path: '/home/ada/.claude/settings.json',
            isNew: false,
            lines: ['"apiKeyHelper": "/usr/bin/lamplighter helper bearer gateway"'],
            state: 'there',
          },
        ],
      },
    ],
    askers: [
      asker(nowMs, 'lamplighter helper git', login, { use: 'git https://git.example.test/team/tools.git' }),
      asker(nowMs, 'lamplighter helper bearer', 'anthropic-ops', {
        account: 'ops@example.test',
        use: 'audience gateway',
        byHour: hours('221000014797658977431025'),
        lastAtMs: nowMs - 9 * MINUTE,
        refusedTimes: 1,
        lastRefusal: {
          code: 'NEEDS_LOGIN',
          message: 'Anthropic has ended this login.',
          atMs: nowMs - 9 * MINUTE,
        },
      }),
      asker(nowMs, 'nightly-report', login, {
        byHour: hours('000000000000000030000000'),
        lastAtMs: nowMs - 7 * HOUR,
        times: 3,
      }),
      asker(nowMs, 'backup.py', login, {
        byHour: hours('001200000000000000000000'),
        lastAtMs: nowMs - 20 * HOUR,
        isWithheld: true,
      }),
    ],
    keptFiles: [
      {
        path: '/home/ada/.config/collector/token',
        program: 'kept file /home/ada/.config/collector/token',
        login,
        account: 'ada@example.test',
        isWithheld: false,
      },
    ],
    answers: [
      {
        program: { name: 'nightly-report', isKnown: false },
        login,
        account: 'ada@example.test',
        isAllowed: true,
        untilMs: nowMs + 40 * MINUTE,
        atMs: nowMs - 20 * MINUTE,
      },
      {
        program: { name: '/usr/bin/evolution', isKnown: true },
        login,
        account: 'ada@example.test',
        isAllowed: true,
        atMs: nowMs - 30 * HOUR,
      },
    ],
  }
}
