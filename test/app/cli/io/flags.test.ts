import { describe, expect, expectTypeOf, it } from 'vitest'
import { COMMANDS, OPTIONS } from '../../../../app/cli/command-table.ts'
import { answer } from '../../../../app/cli/commands/answer.ts'
import { exchange } from '../../../../app/cli/commands/exchange.ts'
import { serve } from '../../../../app/cli/commands/serve.ts'
import { command } from '../../../../app/cli/io/command.ts'
import { flagsFor, GENERAL_FLAGS, withFlags } from '../../../../app/cli/io/flags.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

const ALL = [...COMMANDS, serve, answer, exchange]
const TABLE = {
  'dry-run': { type: 'boolean', help: 'does nothing' },
  for: { type: 'string', value: '30m', help: 'how long' },
  to: { type: 'string', multiple: true, value: 'WHO', help: 'for whom' },
} as const

describe('the flags of a command', () => {
  it('have the types and the defaults that its table says', () => {
    command({
      name: 'x',
      usage: 'x',
      summary: '',
      examples: [],
      words: { min: 0, max: 0 },
      flags: TABLE,
      async run(_core, _words, flags) {
        expectTypeOf(flags.dryRun).toEqualTypeOf<boolean>()
        expectTypeOf(flags.for).toEqualTypeOf<string | undefined>()
        expectTypeOf(flags.to).toEqualTypeOf<readonly string[] | undefined>()
        expectTypeOf(flags.json).toEqualTypeOf<boolean>()
        // @ts-expect-error: another command's
        void flags.undo
        return 0
      },
    })
    const off = { json: false, noBrowser: false, help: false, version: false }
    expect(flagsFor('x', TABLE, {})).toEqual({ ...off, dryRun: false })
    const given = { 'dry-run': true, for: '1h', to: ['a', 'b'], json: true }
    expect(flagsFor('x', TABLE, given)).toEqual({
      ...off,
      json: true,
      dryRun: true,
      for: '1h',
      to: ['a', 'b'],
    })
  })

  it('are spelled in its usage as they are declared', () => {
    expect(withFlags('x [{for}] [{to}]… {dry-run} [{json}]', TABLE)).toBe(
      'x [--for 30m] [--to WHO]… --dry-run [--json]',
    )
    expect(() => withFlags('x {nope}', TABLE)).toThrow('nope')
    for (const { usage, flags } of ALL) {
      expect(usage).not.toMatch(/[{}]/)
      const named = [...usage.matchAll(/--([a-z][\w-]*)/g)].map(([, name]) => name)
      expect(Object.keys({ ...GENERAL_FLAGS, ...flags })).toEqual(expect.arrayContaining(named))
    }
  })

  it('are read in one way wherever they are taken: all words are read before it is known which command it is', () => {
    const read = ({ type, ...rest }: (typeof OPTIONS)[string]) => ({
      type,
      short: 'short' in rest ? rest.short : undefined,
      multiple: 'multiple' in rest,
    })
    const shorts = new Map<string, string>()
    for (const { flags } of [...ALL, { flags: GENERAL_FLAGS }]) {
      for (const [name, flag] of Object.entries(flags)) {
        const whole = OPTIONS[name]
        expect(whole && read(whole), name).toEqual(read(flag))
        if ('short' in flag)
          expect(shorts.set(flag.short, shorts.get(flag.short) ?? name).get(flag.short)).toBe(name)
      }
    }
    for (const { flags } of ALL) {
      for (const name of Object.keys(GENERAL_FLAGS)) expect(Object.keys(flags)).not.toContain(name)
    }
  })
})

describe('a flag of another command', () => {
  it('is refused, with those that this one takes', async () => {
    expect(await atMachine().type('history', '--force')).toEqual({
      code: 64,
      out: '',
      err: 'lamplighter: --force is not for "history".\n  It takes: --since 24h (how far back), --csv (a table for a spreadsheet), --limit 50 (how many events, at most).',
    })
    expect(await atMachine().type('list', '-y')).toMatchObject({
      code: 64,
      err: 'lamplighter: --yes is not for "list".\n  See: lamplighter help list',
    })
    const { code, out } = await atMachine().type('list', '--undo', 'x', '--json')
    expect([code, JSON.parse(out).failure.code]).toEqual([64, 'ARGUMENT_INVALID'])
  })

  it('is none of those that every command takes', async () => {
    expect(await atMachine().type('list', '--no-browser', '--json')).toMatchObject({ code: 0, err: '' })
    expect(await atMachine().type('list', '--force', '--help')).toMatchObject({ code: 0, err: '' })
  })
})
