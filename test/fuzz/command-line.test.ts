/** Whatever is typed: an exit code a script knows, words for people, and no stack. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { COMMANDS, OPTIONS } from '../../app/cli/command-table.ts'
import { lamplighter, type RawIo } from '../../app/cli/program.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'
import { anyText, fuzz } from '../support/fuzz.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const LOGIN = {
  type: 'oauth',
  provider: 'anthropic',
  access: 'CANARY-access-1',
  refresh: 'CANARY-refresh-1',
  expires: 4e12,
}
const HOSTILE = 'anthropic:\u001b[2J\u009b2J\nada' // a name that would clear the screen
const STORE = JSON.stringify({ version: 1, profiles: { 'anthropic:ada': LOGIN, [HOSTILE]: LOGIN } })

const word = fc.oneof(
  fc.constantFrom(...COMMANDS.map((command) => command.name), 'help', 'add', 'anthropic:ada', 'acme'),
  fc.constantFrom(
    '30m',
    '1e9d',
    '-1s',
    '0s',
    '50',
    '1e309',
    '0x10',
    '-',
    '--',
    '--=',
    '---',
    '-h',
    '-vvv',
    'https://login.example.test',
    'http://[',
    'form',
    '600s',
  ),
  fc.constantFrom(...Object.keys(OPTIONS)).map((name) => `--${name}`),
  fc.tuple(fc.constantFrom(...Object.keys(OPTIONS)), anyText()).map(([name, value]) => `--${name}=${value}`),
  anyText().filter((text) => !text.includes('\0')), // no system passes one on
)
const argv = fc.oneof(
  fc.array(word, { maxLength: 6 }),
  fc
    .tuple(fc.constantFrom(...COMMANDS.map((command) => command.name)), fc.array(word, { maxLength: 4 }))
    .map(([name, rest]) => [name, ...rest]),
)

/** The command line in this process, on a machine whose network is down and at whose keyboard nobody sits. */
async function type(
  words: readonly string[],
): Promise<{ code: number; out: string; err: string; ports: FakePorts }> {
  const ports = createFakePorts()
  ports.files.put('/home/ada/.openclaw/agents/main/agent/auth-profiles.json', STORE)
  const lines: string[] = []
  const errors: string[] = []
  const io: RawIo = {
    out: (line) => void lines.push(line),
    err: (line) => void errors.push(line),
    async *lines() {
      yield* ['', 'http://127.0.0.1:1/callback?code=1', 'nonsense']
    },
    now: () => ports.clock.now(),
    onInterrupt: () => undefined,
  }
  const code = await ports.clock.run(lamplighter(words, { io, portsFor: () => ports }))
  return { code, out: lines.join('\n'), err: errors.join('\n'), ports }
}

describe('the command line', () => {
  it('ends with a known code, in words and without a stack, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(argv, async (words) => {
        const { code, out, err, ports } = await type(words)
        expect([0, 1, 2, 64, 69]).toContain(code)
        expect(`${out}\n${err}`).not.toMatch(/^\s+at .*[:(]\d+|node_modules|unexpectedly|\[object/m)
        const askedForIt = words.includes('token')
        if (!askedForIt) expect(out).not.toContain('CANARY')
        expect(err).not.toContain('CANARY')
        expect(`${out}${err}`).not.toMatch(/[^\P{Cc}\n]/u)
        if (code !== 0 && !words.includes('--json')) expect(`${out}${err}`.trim()).not.toBe('')
        expect(ports.files.text('/home/ada/.openclaw/agents/main/agent/auth-profiles.json')).toBe(STORE)
      }),
      fuzz(400),
    )
  })

  it('prints one line of JSON, and nothing besides, where that is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...COMMANDS),
        fc.array(word, { maxLength: 4 }),
        async (command, rest) => {
          // Help and version are for people, and behind "--" nothing is an option.
          const plain = rest.filter((one) => !/^(-[^-].*|--|--help.*|--version.*|--json.*)$/s.test(one))
          const { code, out } = await type([command.name, '--json', ...plain])
          for (const line of out.split('\n').filter(Boolean))
            expect(JSON.parse(line)).toMatchObject({ version: 1 })
          if (code !== 0) expect(out).not.toBe('')
        },
      ),
      fuzz(300),
    )
  })
})
