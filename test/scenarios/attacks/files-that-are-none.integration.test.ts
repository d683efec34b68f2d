/**
 * What waits for ever when it is read, or never ends, in place of each file that Lamplighter reads: a pipe, a device, a
 * link to itself. Nobody hangs for it, and the logins that are in other places are served.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Ended, killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine } from '../../support/home-machine.ts'

const GOOD = 'openrouter:default'
const TOKEN = 'CANARY-good'
/** Generous, for a busy machine; what hangs does so for ever. */
const PATIENCE_MS = 30_000
const FINGERPRINT = '0123456789ab'

let server: AuthorizationServer
let home: Home

beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  home = await makeHome()
  const key = (name: string) => ({ type: 'api_key', provider: 'openrouter', key: name })
  await home.writeAgent('main', { [GOOD]: key(TOKEN) })
  await home.writeAgent('cron', { 'openrouter:cron': key('CANARY-other') })
  await new HomeMachine(home).seed(server)
})
afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

const PLACES: Readonly<Record<string, () => string>> = {
  "an agent's file": () => home.agentFile('cron'),
  'openclaw.json': () => join(home.openclaw, 'openclaw.json'),
  'auth-state.json': () => join(dirname(home.agentFile('cron')), 'auth-state.json'),
  "an agent's database": () => join(dirname(home.agentFile('cron')), 'openclaw-agent.sqlite'),
  "Codex's file": () => join(home.env['HOME'] ?? '', '.codex', 'auth.json'),
  "GitHub CLI's file": () => join(home.env['HOME'] ?? '', '.config', 'gh', 'hosts.yml'),
  'config.json': () => join(home.path, 'config.json'),
  'vault.json': () => join(home.path, 'vault.json'),
  'seal.json': () => inState('seal.json'),
  'the key of the vault': () =>
    inState(readdirSync(inState('')).find((name) => name.endsWith('.key') && name.startsWith('seal-')) ?? ''),
  'the history': () => inState(join('history', `${new Date().toISOString().slice(0, 7)}.jsonl`)),
  'an entry of the journal': () => inState(join('journal', `${FINGERPRINT}.json`)),
  'lent.json': () => inState('lent.json'),
  'pause.json': () => inState('pause.json'),
  'hooks.json': () => inState('hooks.json'),
  'host.json': () => inState('host.json'),
  "a move's record": () => inState(join('moves', 'abcdefgh.out.json')),
  "a lock's record": () => inState(join('locks', 'scheduler.owner')),
}
const OPENING = ['seal.json', 'the key of the vault']
const inState = (name: string): string => join(home.path, 'state', name)

const KINDS: Readonly<Record<string, (path: string) => void>> = {
  'a pipe': (path) => void execFileSync('mkfifo', ['-m', '600', path]),
  'a device': (path) => symlinkSync('/dev/zero', path),
  'a link to itself': (path) => symlinkSync(path, path),
}

function put(kind: string, path: string): void {
  rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  KINDS[kind]?.(path)
}

async function within<T>(what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs`)), PATIENCE_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

async function type(...words: string[]): Promise<Ended> {
  return within(words.join(' '), (await lamplighter(home, ...words)).ended)
}

const served = { code: 0, out: `${TOKEN}\n` }

describe.skipIf(process.platform === 'win32').each(Object.keys(KINDS))('%s', (kind) => {
  it.each([
    ['every file', Object.keys(PLACES)],
    ['what opens the vault', OPENING], // read only where the vault can be
  ])('in place of %s keeps nobody from the other logins', async (_, places) => {
    for (const place of places) put(kind, PLACES[place]?.() ?? '')
    const [listed, token] = await Promise.all([type('list'), type('token', GOOD)])
    expect(listed.out).toContain(GOOD)
    expect(token).toMatchObject(served)
    const host = await lamplighter(home, 'serve')
    await within('serve', host.printed('Lamplighter serves'))
    expect(await type('token', GOOD)).toMatchObject(served)
    host.child.kill('SIGTERM')
    expect(await within('the end of serve', host.ended)).toMatchObject({ code: 0 })
  })

  it('in place of every file, while a host runs, does not keep it from answering and ending', async () => {
    const host = await lamplighter(home, 'serve')
    await within('serve', host.printed('Lamplighter serves'))
    for (const [name, place] of Object.entries(PLACES)) if (name !== 'host.json') put(kind, place())
    expect(await type('token', GOOD)).toMatchObject(served)
    expect((await type('list')).out).toContain(GOOD)
    host.child.kill('SIGTERM')
    expect(await within('the end of serve', host.ended)).toMatchObject({ code: 0 })
  })

  it('is refused as a bundle, as a key and as a list of recipients', async () => {
    const path = join(home.path, 'chosen')
    put(kind, path)
    const bundle = join(home.path, 'logins.age')
    const to = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj'
    expect((await type('export', bundle, '--all', '--with-forks', '--to', to)).code).toBe(0)
    for (const words of [
      ['import', path, '--dry-run'],
      ['import', bundle, '--dry-run', '--identity', path],
      ['export', join(home.path, 'second.age'), '--all', '--recipients-file', path],
    ]) {
      const refused = await type(...words)
      expect(refused.code).toBeGreaterThan(2)
      expect(refused.err).toContain(path)
    }
  })
})
