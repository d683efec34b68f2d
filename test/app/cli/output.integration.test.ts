/** What becomes of a command when nobody reads what it prints, or there is no room for it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

const KEY = 'openrouter:default'
const FULL = '/dev/full'

let cli: string
let fast: string
let home: Home

beforeAll(async () => {
  cli = await bundleForNode('app/cli/main.ts', 'cli')
  fast = await bundleForNode('app/cli/fast-token.ts', 'fast-token')
})
beforeEach(async () => {
  home = await makeHome()
  await home.writeAgent('main', { [KEY]: { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' } })
})
afterEach(async () => {
  await killCommands()
  await home.remove()
})

interface Ended {
  readonly code: number | null
  readonly err: string
}

function ended(child: ChildProcess): Promise<Ended> {
  let err = ''
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })))
}

function unread(script: string, ...words: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [script, ...words], {
    env: home.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.destroy()
  return child
}

async function ontoFullDisk(script: string, ...words: readonly string[]): Promise<Ended> {
  const full = openSync(FULL, 'w')
  const stdio = ['ignore', full, 'pipe'] as const
  const child = spawn(process.execPath, [script, ...words], { env: home.env, stdio: [...stdio] })
  closeSync(full)
  return ended(child)
}

/** Answers from a running host, or says with 9 that it is for the whole program. */
async function quick(): Promise<string> {
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
  const script = join(home.path, '..', 'quick.mjs')
  writeFileSync(
    script,
    `import { fastToken } from ${JSON.stringify(fast)}\nif (!(await fastToken())) process.exitCode = 9\n`,
  )
  return script
}

describe('a pipe that nobody reads', () => {
  it('does not end a host', async () => {
    await home.writeConfig({ welcomed: true }) // a first start has something to say
    const child = unread(cli, 'serve')
    const end = ended(child)
    const record = join(home.path, 'state', 'host.json')
    await expect.poll(() => existsSync(record), { timeout: 20_000 }).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 500))
    child.kill('SIGTERM')
    expect(await end).toEqual({ code: 0, err: '' })
  })

  it('is met without a word, by the whole program and on the short way', async () => {
    expect(await ended(unread(cli, 'token', KEY))).toEqual({ code: 0, err: '' })
    expect(await ended(unread(await quick(), 'token', KEY))).toEqual({ code: 9, err: '' })
  })
})

describe.skipIf(!existsSync(FULL))('a disk that is full', () => {
  it.each(['token', 'list'])('is told: %s', async (name) => {
    const { code, err } = await ontoFullDisk(cli, name, ...(name === 'token' ? [KEY] : []))
    expect(code).toBe(1)
    expect(err).toMatch(/^lamplighter: What was asked for could not be printed: .*ENOSPC.*\n$/)
  })

  it('is for the whole program to tell', async () => {
    expect(await ontoFullDisk(await quick(), 'token', KEY)).toEqual({ code: 9, err: '' })
  })
})
