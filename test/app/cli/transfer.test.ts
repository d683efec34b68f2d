/** `lamplighter export` and `lamplighter import`, from their words to their exit codes, on two throw-away machines. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lamplighter, type RawIo } from '../../../app/cli/program.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type Home, makeHome } from '../../support/home.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const LATER = Date.UTC(2032, 0, 1)
const KEY = { type: 'api_key', provider: 'openrouter', key: 'CANARY-key', email: 'ada@example.test' }
const CODEX = {
  type: 'oauth',
  provider: 'openai-codex',
  access: 'CANARY-access',
  refresh: 'CANARY-refresh',
  expires: LATER,
  email: 'ada@work.test',
  accountId: 'account-1',
}
const YOUNGER = { ...CODEX, access: 'CANARY-younger', expires: LATER + 3_600_000 }
const PROFILES = { 'openrouter:ada': KEY, 'openai-codex:ada': CODEX }

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}
interface Person {
  /** Typed one after the other; nobody at the keyboard when absent. */
  readonly types?: readonly string[]
  readonly stdin?: readonly string[]
}

let there: Home
let here: Home
let folder: string
let path: string
let identity: string
let recipient: string

beforeEach(async () => {
  there = await makeHome()
  here = await makeHome()
  folder = await mkdtemp(join(tmpdir(), 'lamplighter-cli-'))
  path = join(folder, 'logins.age')
  const secret = await generateX25519Identity()
  identity = join(folder, 'identity.txt')
  recipient = await identityToRecipient(secret)
  await writeFile(identity, `# created: today\n${secret}\n`)
  await there.writeAgent('main', PROFILES)
})
afterEach(async () => {
  await Promise.all([there.remove(), here.remove(), rm(folder, { recursive: true })])
})

async function run(home: Home, argv: readonly string[], { types, stdin = [] }: Person = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const typed = [...(types ?? [])]
  const next = async (question: string): Promise<string> => {
    err.push(question)
    const answer = typed.shift()
    if (answer === undefined) throw new Error(`nobody answers "${question}"`)
    return answer
  }
  const io: RawIo = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    async *lines() {
      yield* stdin
    },
    now: () => Date.now(),
    onInterrupt: () => undefined,
    ...(types
      ? { terminal: { ask: next, askSecret: async (question) => new Secret(await next(question)) } }
      : {}),
  }
  const portsFor = (label: string) => createNodePorts({ label, env: home.env, logLevel: 'silent' })
  const code = await lamplighter(argv, { io, portsFor })
  const ran = { code, out: out.join('\n'), err: err.join('\n') }
  expect(`${ran.out}\n${ran.err}`).not.toContain('CANARY')
  return ran
}

const exportAll = (...more: readonly string[]): Promise<Ran> =>
  run(there, ['export', path, '--all', '--to', recipient, ...more])

describe('lamplighter export', () => {
  it('writes what may leave, and lists what stays with its reason', async () => {
    const { code, out } = await exportAll()
    expect(code).toBe(0)
    expect(out).toContain(`1 login is in ${path}.\n  openrouter:ada`)
    expect(out).toMatch(/Left out:\n {2}openai-codex:ada {2}OpenAI Codex accepts each refresh token once/)
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/)
  })

  it('takes along what would fork only when told to', async () => {
    const ran = await exportAll('--with-forks', '--json')
    expect(JSON.parse(ran.out)).toEqual({
      version: 1,
      path,
      included: ['openai-codex:ada', 'openrouter:ada'],
      leftOut: [],
    })
  })

  it('says with its exit code that a login that was named is not in the file', async () => {
    const ran = await run(there, ['export', path, 'openrouter:ada', 'openai-codex:ada', '--to', recipient])
    expect(ran.code).toBe(69)
    expect(ran.out).toContain('Left out:')
  })

  it('never replaces a file unless told to', async () => {
    await writeFile(path, 'dear')
    const ran = await exportAll()
    expect(ran.code).toBe(64)
    expect(ran.err).toContain('is there already, and was left as it is')
    expect(ran.err).toContain('--force')
    expect(await readFile(path, 'utf8')).toBe('dear')
    expect((await exportAll('--force')).code).toBe(0)
    expect(await readFile(path, 'utf8')).toContain('AGE')
  })

  it('writes to no folder and no device, even when forced to', async () => {
    for (const target of [folder, ...(process.platform === 'win32' ? [] : ['/dev/null'])]) {
      const ran = await run(there, ['export', target, '--all', '--to', recipient, '--force'])
      expect(ran.code).toBe(64)
      expect(ran.err).toMatch(/is a (folder|device or a pipe), not a file/)
    }
  })

  it('asks for a passphrase twice, and again until it is long enough and the same', async () => {
    const types = [
      'short',
      'lamp post at dusk',
      'lamp post at dawn',
      'lamp post at dusk',
      'lamp post at dusk',
    ]
    const ran = await run(there, ['export', path, 'openrouter:ada'], { types })
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('at least 8 characters')
    expect(ran.err).toContain('They differ.')
    const stdin = ['lamp post at dusk']
    const seen = await run(here, ['import', path, '--dry-run', '--passphrase-stdin'], { stdin })
    expect(seen.out).toContain('1 login in')
  })

  it('takes the passphrase from a file or standard input, and says so when nobody can be asked', async () => {
    const file = join(folder, 'passphrase')
    await writeFile(file, 'lamp post at dusk\nsecond line\n')
    expect((await run(there, ['export', path, 'openrouter:ada', '--passphrase-file', file])).code).toBe(0)
    const wrong = await run(here, ['import', path, '--dry-run', '--passphrase-stdin'], { stdin: ['guess'] })
    expect([wrong.code, wrong.err]).toEqual([69, expect.stringContaining('That passphrase does not open')])
    const types = ['guess again', 'lamp post at dusk']
    const right = await run(here, ['import', path, '--dry-run'], { types })
    expect([right.code, right.err]).toEqual([0, expect.stringContaining('That passphrase does not open')])
    const nobody = await run(here, ['import', path, '--dry-run'])
    expect([nobody.code, nobody.err]).toEqual([69, expect.stringContaining('--passphrase-file FILE')])
    const none = await run(there, ['export', join(folder, 'other.age'), 'openrouter:ada'])
    expect([none.code, none.err]).toEqual([69, expect.stringContaining('--passphrase-file FILE')])
  })

  it('takes recipients from a file, and names the line that is none', async () => {
    const list = join(folder, 'keys.txt')
    await writeFile(list, `# ours\n\n${recipient}\n`)
    expect((await run(there, ['export', path, '--all', '--recipients-file', list])).code).toBe(0)
    await writeFile(list, `# ours\n\n${recipient}\nssh-ed25519 AAAA\n`)
    const ran = await run(there, ['export', path, '--all', '--force', '--recipients-file', list])
    expect([ran.code, ran.err]).toEqual([64, expect.stringContaining(`Line 4 of ${list} is not a key`)])
  })

  it.each([
    [['export'], /That is not how "export" is used/],
    [['export', 'x.age'], /Name the logins to export, or say --all/],
    [['export', 'x.age', 'openrouter:ada', '--all'], /Name the logins to export, or say --all/],
    [['export', 'x.age', 'nobody', '--to', 'age1x'], /nobody/],
    [['export', 'x.age', '--all', '--to', 'age1x'], /The recipient is not a key that can be used/],
    [['export', 'x.age', '--all', '--to', 'age1x', '--passphrase-stdin'], /and never both/],
    [['export', 'x.age', '--all', '--recipients-file', '/nowhere'], /recipients in \/nowhere cannot be read/],
    [['export', 'x.age', '--all', '--passphrase-file', '/nowhere'], /passphrase in \/nowhere cannot be read/],
  ])('refuses %j', async (argv, message) => {
    const before = await readdir('.')
    const ran = await run(there, argv)
    expect([ran.code, ran.err]).toEqual([64, expect.stringMatching(message)])
    expect(await readdir('.')).toEqual(before)
  })

  it('quotes no private key that was given in place of a public one', async () => {
    const secret = (await readFile(identity, 'utf8')).split('\n')[1] ?? ''
    const ran = await run(there, ['export', path, '--all', '--to', secret])
    expect(ran.err).toContain('is a private key')
    expect(ran.err).not.toContain(secret)
  })
})

describe('lamplighter import', () => {
  it('shows what would change, asks, writes with a backup, and says how to take it back', async () => {
    await exportAll()
    const argv = ['import', path, '--identity', identity]
    const no = await run(here, argv, { types: [''] })
    expect(no.out).toMatch(/\* row-1 {2}new {2}ada@example\.test/)
    expect(no.out).toContain('Nothing was written.')
    expect(await logins(here)).toEqual([])

    const yes = await run(here, argv, { types: ['y'] })
    expect(yes.code).toBe(0)
    expect(yes.err).toContain('Bring 1 login over')
    expect(yes.out).toContain('ada@example.test: written to Lamplighter’s vault')
    expect(await logins(here)).toEqual(['openrouter:ada'])
    const id = /--undo (\S+)/.exec(yes.out)?.[1] ?? ''
    expect((await run(here, ['import', '--list'])).out).toContain(`${id}  `)
    expect((await run(here, ['import', '--undo', id])).out).toContain('The import was taken back.')
    expect(await logins(here)).toEqual([])
    expect((await run(here, ['import', '--undo', id])).err).toContain('taken back already')
  })

  it('needs --yes where nobody can be asked, and writes nothing with --dry-run', async () => {
    await exportAll()
    const argv = ['import', path, '--identity', identity]
    expect(await run(here, argv)).toMatchObject({ code: 64, err: expect.stringContaining('--yes') })
    expect((await run(here, [...argv, '--dry-run', '--yes'])).code).toBe(0)
    expect(await logins(here)).toEqual([])
    const ran = await run(here, [...argv, '--yes', '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({
      version: 1,
      chosen: ['row-1'],
      plan: { rows: [{ verdict: 'new' }] },
      result: { imported: [{ account: 'ada@example.test' }], undone: false },
    })
    const again = await run(here, [...argv, '--yes'])
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('Nothing to bring over')])
  })

  it('brings a fork over only when it is named or asked for', async () => {
    await exportAll('--with-forks')
    const argv = ['import', path, '--identity', identity, '--yes']
    await run(here, [...argv, '--all'])
    expect(await logins(here)).toEqual(['openrouter:ada'])
    const named = await run(here, [...argv, 'openai-codex:ada@work.test'])
    expect(named.out).toContain('accepts each refresh token once')
    expect(await logins(here)).toEqual(['openai-codex:ada', 'openrouter:ada'])
  })

  it('says which logins are meant, and which cannot be', async () => {
    await exportAll()
    const argv = ['import', path, '--identity', identity, '--yes']
    expect(await run(here, [...argv, 'nobody'])).toMatchObject({
      code: 64,
      err: expect.stringMatching(/no login "nobody"/),
    })
    expect((await run(here, argv)).code).toBe(0)
    const same = await run(here, [...argv, 'row-1'])
    expect([same.code, same.err]).toEqual([64, expect.stringContaining('already holds exactly this login')])
  })

  it('asks for the key of a file that is for a key, and says when it is the wrong one', async () => {
    await exportAll()
    const none = await run(here, ['import', path])
    expect(none.err).toContain('encrypted to an age key, not under a passphrase')
    expect(none.err).toContain('--identity FILE')
    await writeFile(identity, `${await generateX25519Identity()}\n`)
    const wrong = await run(here, ['import', path, '--identity', identity])
    expect([wrong.code, wrong.err]).toEqual([
      69,
      expect.stringContaining('which is encrypted to another key'),
    ])
  })

  it('takes fifteen agents of an OpenClaw folder in one go, and back', async () => {
    const names = Array.from({ length: 15 }, (_, n) => `agent-${n + 10}`)
    for (const name of names) {
      const own = { ...KEY, key: `CANARY-${name}`, email: `${name}@example.test` }
      await there.writeAgent(name, { 'openrouter:own': own, 'openai-codex:ada': YOUNGER })
      await here.writeAgent(name, { 'openai-codex:ada': CODEX })
    }
    await writeFile(there.agentFile('agent-12'), '{ cut sho')
    const before = await Promise.all(names.map((name) => readFile(here.agentFile(name), 'utf8')))
    const ran = await run(here, ['import', there.openclaw, '--all', '--yes'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('auth-profiles.json of agent-12')
    const stored = await Promise.all(names.map((name) => here.readAgent(name)))
    const tokens = stored.map(({ profiles }) => profiles['openai-codex:ada']?.['access'])
    expect(tokens).toEqual(names.map(() => YOUNGER.access))
    expect(await logins(here)).toHaveLength(14 + 1) // and the one of the main agent
    await run(here, ['import', '--undo', /--undo (\S+)/.exec(ran.out)?.[1] ?? ''])
    expect(await Promise.all(names.map((name) => readFile(here.agentFile(name), 'utf8')))).toEqual(before)
  })

  it.each([
    [['import'], /Say which file or folder/],
    [['import', '/nowhere/at/all'], /is not there/],
    [['import', '--undo', '../x'], /not known any more/],
    [['import', 'x', 'y', '--all'], /is not there/],
  ])('refuses %j', async (argv, message) => {
    const ran = await run(here, argv)
    expect(ran.code).not.toBe(0)
    expect(ran.err).toMatch(message)
  })
})

/** What the vault holds. */
async function logins(home: Home): Promise<readonly string[]> {
  const { out } = await run(home, ['list', '--json'])
  const { profiles } = JSON.parse(out) as { profiles: { id: string }[] }
  const text = await readFile(join(home.path, 'vault.json'), 'utf8').catch(() => '{}')
  return profiles
    .map(({ id }) => id)
    .filter((id) => text.includes(`"${id}"`))
    .sort()
}
