/** The stock `age` opens what we write, and we open what it writes: under a passphrase, to its own keys and to SSH keys. */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HomeMachine } from '../../../../support/home-machine.ts'
import { steady } from '../../../../support/logins.ts'

const run = promisify(execFile)
const PASSPHRASE = 'lamp post at dusk'
const AUTH = JSON.stringify({ version: 1, profiles: { 'steady:ada': steady() } })

/** Only util-linux' `script` takes the command with -c. */
const HAS_SCRIPT = process.platform === 'linux'

/** A pair of files for each kind of key that both programs know. */
interface Pair {
  /** What `-r` takes. */
  readonly recipient: string
  readonly identity: string
}

let keys: string
let pairs: Record<string, Pair>
let there: HomeMachine
let here: HomeMachine
let path: string

beforeAll(async () => {
  keys = await mkdtemp(join(tmpdir(), 'lamplighter-keys-'))
  pairs = {
    'an age key': await ageKey(),
    'an ed25519 SSH key': await sshKey('ed', '-t', 'ed25519'),
    'an RSA SSH key': await sshKey('rsa', '-t', 'rsa', '-b', '3072'),
    'an RSA SSH key in PEM': await sshKey('pem', '-t', 'rsa', '-b', '2048', '-m', 'PEM'),
    'an RSA SSH key in PKCS #8': await sshKey('p8', '-t', 'rsa', '-b', '2048', '-m', 'PKCS8'),
  }
})
afterAll(() => rm(keys, { recursive: true }))

beforeEach(async () => {
  there = await HomeMachine.make()
  here = await HomeMachine.make()
  path = join(await mkdtemp(join(tmpdir(), 'lamplighter-stock-')), 'logins.age')
  await there.home.writeAgent('main', { 'steady:ada': steady() })
})
afterEach(async () => {
  await Promise.all([there.home.remove(), here.home.remove(), rm(join(path, '..'), { recursive: true })])
})

const KINDS = [
  'an age key',
  'an ed25519 SSH key',
  'an RSA SSH key',
  'an RSA SSH key in PEM',
  'an RSA SSH key in PKCS #8',
] as const

describe('the stock age', () => {
  it.each(KINDS)('opens a bundle that was exported to %s', async (kind) => {
    const { recipient, identity } = pairOf(kind)
    await there.transfer.exportTo(path, ['steady:ada'], { recipients: [recipient] })
    const { stdout } = await run('age', ['-d', '-i', identity, path])
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'lamplighter-bundle',
      logins: [{ id: 'steady:ada', credential: { refreshToken: 'CANARY-steady-refresh' } }],
    })
  })

  it.each(KINDS)('makes files to %s that open here, armored and binary', async (kind) => {
    const { recipient, identity } = pairOf(kind)
    for (const armor of [['-a'], []]) {
      await age(['-r', recipient, ...armor, '-o', path], AUTH)
      const { rows } = await here.transfer.plan(path, undefined, identity)
      expect(rows.map(({ account, verdict }) => [account, verdict])).toEqual([['ada@example.test', 'new']])
      await rm(path)
    }
  })

  it('opens with each of several keys what was exported to all of them', async () => {
    const all = KINDS.map(pairOf)
    await there.transfer.exportTo(path, ['steady:ada'], { recipients: all.map((pair) => pair.recipient) })
    for (const { identity } of all) {
      expect((await run('age', ['-d', '-i', identity, path])).stdout).toContain('lamplighter-bundle')
      expect((await here.transfer.plan(path, undefined, identity)).rows).toHaveLength(1)
    }
  })

  it.runIf(HAS_SCRIPT)('writes a passphrase-protected identity that opens a bundle here', async () => {
    const { recipient, identity } = pairOf('an age key')
    const locked = join(keys, 'locked.age')
    await underTerminal(`age -p -o ${locked} ${identity}`)
    await there.transfer.exportTo(path, ['steady:ada'], { recipients: [recipient] })
    await expect(here.transfer.plan(path, undefined, locked)).rejects.toMatchObject({
      code: 'PASSPHRASE_NEEDED',
      path,
    })
    expect((await here.transfer.plan(path, PASSPHRASE, locked)).rows).toHaveLength(1)
  })

  it.runIf(HAS_SCRIPT)(
    'opens under a passphrase what was exported under it, and the other way round',
    async () => {
      await there.transfer.exportTo(path, ['steady:ada'], { passphrase: PASSPHRASE })
      const plain = join(keys, 'plain.json')
      await underTerminal(`age -d -o ${plain} ${path}`)
      expect(JSON.parse(await readFile(plain, 'utf8')).logins).toHaveLength(1)

      const source = join(keys, 'auth.json')
      await writeFile(source, AUTH)
      for (const armor of ['-a', '']) {
        const file = join(keys, `stock${armor}.age`)
        await underTerminal(`age -p ${armor} -o ${file} ${source}`)
        expect((await here.transfer.plan(file, PASSPHRASE)).rows).toHaveLength(1)
      }
    },
  )
})

function pairOf(kind: string): Pair {
  const pair = pairs[kind]
  if (!pair) throw new Error(`no ${kind}`)
  return pair
}

async function ageKey(): Promise<Pair> {
  const identity = join(keys, 'age.txt')
  await run('age-keygen', ['-o', identity])
  const { stdout } = await run('age-keygen', ['-y', identity])
  return { identity, recipient: stdout.trim() }
}

async function sshKey(name: string, ...kind: readonly string[]): Promise<Pair> {
  const identity = join(keys, name)
  await run('ssh-keygen', ['-q', '-N', '', '-C', 'ada@example.test', '-f', identity, ...kind])
  return { identity, recipient: (await readFile(`${identity}.pub`, 'utf8')).trim() }
}

/** @throws with its own words when it fails */
function age(args: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile('age', [...args], (error) => (error ? reject(error) : resolve()))
    child.stdin?.end(input)
  })
}

/** `age` reads a passphrase from a terminal only: `script` gives it one, and we answer each time it asks. */
function underTerminal(command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let seen = ''
    let answered = 0
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const asked = seen.match(/passphrase[^:\n]*:/gi)?.length ?? 0
      while (answered < asked) {
        answered++
        child.stdin.write(`${PASSPHRASE}\r`)
      }
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${code}\n${seen}`))))
  })
}
