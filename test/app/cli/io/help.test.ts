import { describe, expect, it } from 'vitest'
import { OPTIONS, PEOPLES } from '../../../../app/cli/command-table.ts'
import { flagsFor } from '../../../../app/cli/io/flags.ts'
import { commandHelp, generalHelp, usagesIn } from '../../../../app/cli/io/help.ts'
import { lineText } from '../../../../app/cli/io/line.ts'
import { parse } from '../../../../app/cli/io/parse.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

describe('the help', () => {
  it('names every command in one line or two of a narrow terminal', async () => {
    const { code, out } = await atMachine().type('--help')
    expect(code).toBe(0)
    for (const { name } of PEOPLES) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    for (const line of generalHelp(PEOPLES, 60)) expect(lineText(line).length).toBeLessThanOrEqual(60)
  })

  it.each(PEOPLES.map((command) => [command.name, command] as const))(
    'of %s has its flags, and an example that is read',
    async (name, command) => {
      const { code, out } = await atMachine().type('help', name)
      expect(code).toBe(0)
      expect(await atMachine().type(name, '--help')).toMatchObject({ code: 0, out })
      for (const flag of Object.keys(command.flags)) expect(out).toContain(`  --${flag}`)
      expect(command.examples).not.toHaveLength(0)
      for (const example of command.examples) {
        expect(out).toContain(`  lamplighter ${example}`)
        const [own = '', toRun] = example.split(' -- ')
        const { values, positionals } = parse(
          own.split(' > ')[0]?.split(' >> ')[0]?.split(' ') ?? [],
          OPTIONS,
        )
        const [typed, ...words] = positionals
        expect(typed).toBe(name)
        expect(words.length).toBeGreaterThanOrEqual(command.words.min)
        expect(words.length).toBeLessThanOrEqual(command.words.max)
        flagsFor(name, command.flags, values)
        if (toRun !== undefined) expect(command).toHaveProperty('takesCommand')
      }
      for (const line of commandHelp(command, 60)) {
        if (!lineText(line).startsWith('  lamplighter')) expect(lineText(line).length).toBeLessThanOrEqual(76)
      }
    },
  )

  it('tells the ways to use a command apart', () => {
    const wide = usagesIn('import PATH [--a | --b] | import --from DEST | import --list')
    expect(wide).toEqual(['import PATH [--a | --b]', 'import --from DEST', 'import --list'])
    expect(usagesIn('send DEST --way move|borrow')).toHaveLength(1)
  })
})

describe('what was not meant like that', () => {
  it.each([
    [['lsit'], /"lsit" is not a command\.\n {2}Did you mean: lamplighter list/],
    [['frobnicate'], /"frobnicate" is not a command\.\n {2}See: lamplighter --help/],
    [['list', '--jsno'], /There is no flag --jsno\.\n {2}Did you mean --json\?/],
    [['list', '--foo'], /There is no flag --foo\.\n {2}See: lamplighter help list/], // --for is another command's
    [
      ['login', '--provider', 'opnai-codex'],
      /does not know the provider "opnai-codex"\.\n {2}Did you mean "openai-codex"\?/,
    ],
    [['provider', 'show', 'gitlabb'], /The catalogue has no "gitlabb"\.\n {2}Did you mean "gitlab"\?/],
    [['provider', 'rename', 'chuts', 'X'], /There is no provider "chuts"\.\n {2}Did you mean "chutes"\?/],
    [['list', '--frobnicate'], /There is no flag --frobnicate\.\n {2}See: lamplighter help list/],
    [['-v'], /There is no flag -v\.\n {2}Did you mean --version\?/],
    [['list', '--json=yes'], /--json takes no value/],
    [['token', 'x', '--for'], /--for needs a value: --for 30m/],
    [['token', 'x', '--for', '--yes'], /--for needs a value.*\n {2}If "--yes" is the value: --for=--yes/],
    [['run', 'x', '--env', 'A', 'prog', 'word'], /stands after "--": lamplighter run PROFILE/],
    [['run', 'x', '--env', 'A', 'prog', '--its-own'], /There is no flag --its-own\.[\s\S]*stands after "--"/],
    [['check', 'systemctl', 'restart', 'x'], /stands after "--": lamplighter check/],
    [['help', 'tokne'], /Did you mean: lamplighter token/],
  ])('%j is answered in our own words', async (words, said) => {
    const { code, err } = await atMachine().type(...words)
    expect({ code, err }).toEqual({ code: 64, err: expect.stringMatching(said) })
    expect(err).not.toMatch(/Unknown option|positional argument|Option '/)
  })

  it('-V is --version', async () => {
    expect(await atMachine().type('-V')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+/) })
  })
})
