/** What the pages say of the command line is true: every command, every flag, every exit and error code. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL, COMMANDS, OPTIONS } from '../../app/cli/command-table.ts'
import { EXIT } from '../../app/cli/io/exit-codes.ts'
import { GENERAL_FLAGS } from '../../app/cli/io/flags.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'app/README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

/** Flags of other programs that stand alone between backquotes. */
const FOREIGN = new Set<string>([
  '--bcrypt-cost',
  '--client-cert-auth',
  '--inspect',
  '--remote-debugging-port',
  '--only',
  '--nodes',
  '--grants',
  '--credential_helper',
])

interface Typed {
  readonly name: string
  readonly flags: readonly string[]
}

/** `lamplighter …` wherever it stands in a page: in a block, between backquotes, in a shell's `$(…)`. */
function typedIn(text: string): readonly Typed[] {
  const blocks = [...text.matchAll(/^```\w*\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.replaceAll(/\\\n\s*/g, ' ').split('\n'),
  )
  const spans = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, span = '']) => span,
  )
  return [...blocks, ...spans].flatMap((line) =>
    line
      .replace(/ #.*$/, '')
      .split(/(?:^|[\s"(/])lamplighter (?=[a-z])/)
      .slice(1)
      .map((words): Typed => {
        const [own = ''] = words.split(/ -- | \| |\)/)
        const [name = ''] = own.split(/[\s",]/)
        return { name, flags: [...own.matchAll(/--[a-z][a-z0-9-]*/g)].map(([flag]) => flag.slice(2)) }
      }),
  )
}

describe.each(PAGES)('$path', ({ text }) => {
  it('names commands and flags that exist', () => {
    for (const { name, flags } of typedIn(text)) {
      const command = [...ALL, { name: 'help', flags: {} }].find((one) => one.name === name)
      expect(command, `lamplighter ${name}`).toBeDefined()
      for (const flag of flags)
        expect(
          Object.keys({ ...command?.flags, ...GENERAL_FLAGS }),
          `lamplighter ${name} --${flag}`,
        ).toContain(flag)
    }
    const alone = [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`(--[a-z][a-z0-9_-]*)[^`\n]*`/g)]
    for (const [, flag = ''] of alone)
      if (!FOREIGN.has(flag)) expect(Object.keys(OPTIONS), `\`${flag}\``).toContain(flag.slice(2))
  })
})

describe('the README', () => {
  it('names every command, and every exit code', () => {
    const readme = PAGES.find(({ path }) => path === 'README.md')?.text ?? ''
    const table = readme.slice(readme.indexOf('## On the command line'), readme.indexOf('## For programs'))
    for (const { name } of [...COMMANDS, { name: 'serve' }])
      expect(table).toMatch(new RegExp(`[\`, |]${name}[\`, ]`))
    for (const code of Object.values(EXIT)) expect(table).toMatch(new RegExp(`\\b${code} `))
  })
})

describe('the page for programs', () => {
  it('has every error code in its table, and no other', () => {
    const page = PAGES.find(({ path }) => path === 'docs/consumers.md')?.text ?? ''
    const table = page.slice(page.indexOf('| `error.code`'), page.indexOf('With `waitFor`'))
    const rows = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
    const source = readFileSync(join(ROOT, 'app/client/errors.ts'), 'utf8')
    const type = source.slice(0, source.indexOf('export interface'))
    const codes = [...type.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(([, code]) => code)
    expect(codes).toContain('needs-login')
    expect([...rows].sort()).toEqual([...codes].sort())
  })
})

describe('the page about restarts', () => {
  it('has every level in its table, with the exit code that it leads to', async () => {
    const { CODES } = await import('../../app/cli/commands/check.ts')
    const page = PAGES.find(({ path }) => path === 'docs/before-a-restart.md')?.text ?? ''
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \|.*\| (\d+) \|$/gm)].map(([, level, code]) => [
      level,
      Number(code),
    ])
    expect(Object.fromEntries(rows)).toEqual(CODES)
  })
})
