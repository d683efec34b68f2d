import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError, toFailure } from '../../../app/base/errors.ts'
import { redact } from '../../../app/model/redact.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createClock } from '../../../app/platform/clock.ts'
import { createRandom } from '../../../app/platform/keyring/random.ts'
import { createLog } from '../../../app/platform/log.ts'
import { commandFor, createBrowser } from '../../../app/platform/net/browser.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createPaths } from '../../../app/platform/paths.ts'
import { createProcess } from '../../../app/platform/process/process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('clock.sleep', () => {
  it('ends early and quietly when aborted, also for longer than a timer can', async () => {
    const alarm = new AbortController()
    const asleep = createClock().sleep(60 * 24 * 60 * 60 * 1000, alarm.signal)
    setTimeout(() => alarm.abort(), 5)
    await asleep
    await createClock().sleep(1_000_000, AbortSignal.abort())
  })
})

describe('random', () => {
  const key = { id: 'a1b2c3d4', bytes: new Uint8Array(32).fill(7), kept: 'file' } as const

  it('opens what it sealed, under the same key and context only', () => {
    const random = createRandom(temporaryFolder())
    const sealed = random.seal(key, 'CANARY ä', 'vault x')
    expect(sealed).toMatch(/^v1\.a1b2c3d4\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
    expect(sealed).not.toContain('CANARY')
    expect(random.seal(key, 'CANARY ä', 'vault x')).not.toBe(sealed)
    expect(random.open(key, sealed, 'vault x')).toBe('CANARY ä')
    const corrupt = expect.objectContaining({ code: 'STORE_CORRUPT' })
    const attempts: [typeof key, string, string][] = [
      [key, sealed, 'vault y'],
      [{ ...key, bytes: new Uint8Array(32) }, sealed, 'vault x'],
      [{ ...key, id: 'b' } as never, sealed, 'vault x'],
      [key, sealed.replace(/.$/, (c) => (c === 'A' ? 'Q' : 'A')), 'vault x'],
      [key, sealed.replace('v1', 'v2'), 'vault x'],
      [key, sealed.split('.').slice(0, 4).join('.'), 'vault x'],
      [key, 'junk', 'vault x'],
    ]
    for (const attempt of attempts) expect(() => random.open(...attempt)).toThrow(corrupt)
    const failed = attempts.map((attempt) => toFailure(errorOf(() => random.open(...attempt))))
    expect(failed.map(({ detail }) => detail)).toEqual(attempts.map(() => undefined)) // what OpenSSL says is no help
  })

  it('gives the same fingerprint in every process of one home, and another in another home', () => {
    const folder = temporaryFolder()
    const first = createRandom(folder).fingerprint('token')
    expect(first).toMatch(/^[0-9a-f]{12}$/)
    expect(createRandom(folder).fingerprint('token')).toBe(first)
    expect(createRandom(folder).fingerprint('tokem')).not.toBe(first)
    expect(createRandom(temporaryFolder()).fingerprint('token')).not.toBe(first)
    expect(readdirSync(folder)).toEqual(['fingerprint.key'])
  })

  it('refuses a damaged fingerprint key', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'fingerprint.key'), 'short')
    expect(() => createRandom(folder).fingerprint('x')).toThrow(
      expect.objectContaining({ code: 'STORE_CORRUPT' }),
    )
  })

  it('draws numbers in [0, 1) and tokens of the length asked for', () => {
    const random = createRandom(temporaryFolder())
    const numbers = Array.from({ length: 500 }, () => random.number())
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(0.9)
    expect(Buffer.from(random.token(32), 'base64url')).toHaveLength(32)
  })
})

describe('process', () => {
  const ours = createProcess('test', {})

  it('knows itself, and a dead one', async () => {
    expect(ours.isAlive(ours.pid, ours.startedAt)).toBe(true)
    expect(ours.isAlive(ours.pid)).toBe(true)
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.once('exit', resolve))
    expect(ours.isAlive(child.pid ?? 0)).toBe(false)
  })

  it.skipIf(process.platform !== 'linux')('is not fooled by a pid that was given out again', () => {
    const [boot, namespace, ticks] = ours.startedAt.split('.')
    expect(Number(ticks)).toBeGreaterThan(0)
    expect(ours.isAlive(ours.pid, `${boot}.${namespace}.${Number(ticks) - 1}`)).toBe(false)
    expect(ours.isAlive(ours.pid, `otherboot.${namespace}.${ticks}`)).toBe(false)
    expect(ours.isAlive(2 ** 22 + 1, `${boot}.1.${ticks}`)).toBe(true) // another container: out of sight
  })
})

describe('log', () => {
  const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJDQU5BUlkifQ.c2lnbmF0dXJl'

  it('prints one line, with no secret in it however it got there', () => {
    const lines: string[] = []
    const log = createLog('info', (line) => lines.push(line))
    const cause = new Error(`sent refresh_token=CANARY-1 as Bearer CANARY-2-long`)
    log.warn('two\nlines', {
      plain: 'ok',
      token: new Secret('CANARY-3'),
      deep: { token: new Secret('CANARY-4') },
      error: new AppError('INTERNAL', `saw ${jwt}`, { cause }),
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/warn two lines plain=ok token=\[secret\]/)
    expect(lines[0]).not.toMatch(/CANARY|eyJ|\n/)
  })

  it('is as quiet as it was told to be', () => {
    const lines: string[] = []
    for (const level of ['info', 'warn', 'silent'] as const) {
      const log = createLog(level, (line) => lines.push(line))
      log.info('i')
      log.warn('w')
    }
    expect(lines).toHaveLength(3)
  })

  it('leaves ordinary words, paths and ids alone', () => {
    const text =
      '/home/ada/.openclaw/agents/main/agent/auth-profiles.json 0b1e8c0e-3b57-4f6e-9a51-3f0c2c6d1a11 a1b2c3d4e5f6'
    expect(redact(text)).toBe(text)
  })
})

describe('paths', () => {
  it('puts everything under LAMPLIGHTER_HOME', () => {
    const home = temporaryFolder()
    const paths = createPaths({ LAMPLIGHTER_HOME: home, HOME: '/home/ada' }, 'linux')
    expect(paths).toEqual({
      config: join(home, 'config.json'),
      vault: join(home, 'vault.json'),
      state: join(home, 'state'),
      history: join(home, 'state', 'history'),
      journal: join(home, 'state', 'journal'),
      locks: join(home, 'state', 'locks'),
      refuge: join(home, 'state', 'run', 'journal'),
      userHome: '/home/ada',
    })
  })

  it('has a refuge in the runtime folder, another one for each home', () => {
    const refugeOf = (home: string, XDG_RUNTIME_DIR: string) =>
      createPaths({ LAMPLIGHTER_HOME: home, HOME: '/home/ada', XDG_RUNTIME_DIR }, 'linux').refuge
    const one = refugeOf('/a', '/run/user/7')
    expect(one).toMatch(/^\/run\/user\/7\/lamplighter\/journal-[0-9a-f]{12}$/)
    expect(refugeOf('/b', '/run/user/7')).not.toBe(one)
    expect(refugeOf('/a', 'relative')).toBe(join(resolve('/a'), 'state', 'run', 'journal'))
  })

  it('refuses the real home in a test', () => {
    expect(() => createPaths({ NODE_ENV: 'test' })).toThrow(expect.objectContaining({ code: 'UNSAFE_HOME' }))
    const real = userInfo().homedir // not homedir(): whoever runs the tests may have moved HOME
    const { userHome } = createPaths({ NODE_ENV: 'test', LAMPLIGHTER_HOME: '/t', HOME: real }, 'linux')
    expect(userHome).not.toBe(real)
  })

  it('follows the conventions of the system otherwise', () => {
    const paths = createPaths({}, 'linux')
    expect(paths.config).toMatch(/lamplighter[\\/](Config[\\/])?config\.json$/)
    expect(Object.values(paths).join(' ')).not.toContain('nodejs')
  })
})

describe('browser', () => {
  it.each(['http://example.test/', 'file:///etc/passwd', 'javascript:alert(1)', 'not an address', 'https:'])(
    'does not open %s',
    async (address) => {
      await expect(createBrowser({}).open(address)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    },
  )

  it.skipIf(process.platform !== 'linux')('hands the address to the system as one argument', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s|' "$#" "$1" > ${folder}/seen\n`)
    chmodSync(join(folder, 'xdg-open'), 0o755)
    const address = "https://login.example.test/authorize?a=$(touch%20x)&b='c'&d=`e`"
    await createBrowser({ PATH: `${folder}:/usr/bin:/bin` }).open(address)
    // A slow opener is not waited for: a browser may stay for hours.
    await expect.poll(() => readFileSync(join(folder, 'seen'), 'utf8')).toBe(`1|${new URL(address).href}|`)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it.skipIf(process.platform !== 'linux')('says so when there is no browser', async () => {
    const opening = createBrowser({ PATH: '/nowhere' }).open('https://example.test/')
    await expect(opening).rejects.toMatchObject({ code: 'LOGIN_UNAVAILABLE', hint: expect.any(String) })
  })

  it('asks each system in its own way, never through a shell', () => {
    expect(commandFor('darwin', 'https://a/')).toEqual(['open', ['https://a/']])
    expect(commandFor('win32', 'https://a/')).toEqual([
      'rundll32.exe',
      ['url.dll,FileProtocolHandler', 'https://a/'],
    ])
  })
})

describe('createNodePorts', () => {
  it('touches nothing until a port is used', () => {
    const home = join(temporaryFolder(), 'home')
    const ports = createNodePorts({ label: 'test', env: { LAMPLIGHTER_HOME: home } })
    expect(ports.process.label).toBe('test')
    expect(existsSync(home)).toBe(false)
  })
})

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
