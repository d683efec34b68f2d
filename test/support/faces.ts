/** A home with two logins that are for something, and the built command as a program that wants a token starts it. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import {
  type AuthorizationServer,
  type MintedGrant,
  startAuthorizationServer,
} from '../fakes/authorization-server.ts'
import type { Ended } from './command.ts'
import { type Home, makeHome } from './home.ts'

export const ADA = 'acme:ada@example.test'
export const BOB = 'acme:bob@example.test'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli')
/** What a program finds on its PATH: the command, and the launchers that consumers look for by name. */
export const BIN = join(CLI, 'bin')
export const LAMPLIGHTER = join(CLI, 'lamplighter.cjs')

/** A program that waits for something that will not come shall not hold up the rest. */
const LONGEST_RUN_MS = 60_000

export interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly folder?: string
}

export class Faces {
  static async make(uses: Readonly<Record<string, readonly string[]>>, more: object = {}): Promise<Faces> {
    const faces = new Faces(await makeHome(), await startAuthorizationServer({ tokenTtl: 3600 }))
    await faces.configure(uses, more)
    await faces.addLogin('ada')
    await faces.addLogin('bob')
    return faces
  }

  readonly home: Home
  readonly server: AuthorizationServer
  readonly #stops: (() => Promise<unknown>)[] = []
  readonly #grants = new Map<string, MintedGrant>()

  private constructor(home: Home, server: AuthorizationServer) {
    this.home = home
    this.server = server
  }

  /** Where programs work that belong to nothing. */
  get folder(): string {
    return dirname(this.home.path)
  }

  grantOf(name: string): MintedGrant {
    const grant = this.#grants.get(name)
    if (!grant) throw new Error(`nobody is called ${name}`)
    return grant
  }

  async configure(uses: Readonly<Record<string, readonly string[]>>, more: object = {}): Promise<void> {
    const providers = { acme: { issuer: this.server.issuer, clientId: this.server.clientId } }
    await this.home.writeConfig({ providers, uses, ...more })
  }

  async addLogin(name: string, expiresInSec = 3600): Promise<MintedGrant> {
    const grant = await this.server.mint({ account: name, expiresInSec })
    this.#grants.set(name, grant)
    await createVault(createNodePorts({ label: 'test', env: this.home.env, logLevel: 'silent' })).add({
      id: `acme:${name}@example.test`,
      provider: 'acme',
      credential: {
        kind: 'oauth',
        accessToken: new Secret(grant.access_token),
        refreshToken: new Secret(grant.refresh_token),
        idToken: new Secret(grant.id_token),
        expiresAtMs: Date.now() + expiresInSec * 1000,
        issuedAtMs: Date.now() - 5 * 60_000,
        scope: grant.scope.split(' '),
        account: { id: grant.account.sub, email: grant.account.email },
        generation: 1,
      },
    })
    return grant
  }

  async serve(): Promise<void> {
    const host = spawn(process.execPath, [LAMPLIGHTER, 'serve'], {
      env: this.home.env,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = new Promise((resolve) => host.once('close', resolve))
    this.#stops.push(() => {
      host.kill('SIGTERM')
      return ended
    })
    await new Promise((resolve, reject) => {
      host.stdout.once('data', resolve)
      host.once('exit', (code) => reject(new Error(`the host ended with ${code}`)))
    })
  }

  /** Goes with everything else. */
  later(stop: () => Promise<unknown>): void {
    this.#stops.push(stop)
  }

  /** `lamplighter helper …` */
  helper(words: readonly string[], options?: RunOptions): Promise<Ended> {
    return this.run(process.execPath, [LAMPLIGHTER, 'helper', ...words], options)
  }

  /** Any program on this home; it finds the launchers, and `lamplighter` where that was put on its PATH. */
  run(
    program: string,
    args: readonly string[],
    { input = '', env = {}, folder = this.folder }: RunOptions = {},
  ): Promise<Ended> {
    mkdirSync(folder, { recursive: true })
    const path = [BIN, this.home.env['PATH'] ?? ''].join(process.platform === 'win32' ? ';' : ':')
    const child = spawn(program, args, { cwd: folder, env: { ...this.home.env, PATH: path, ...env } })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk
    })
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS)
    child.stdin.on('error', () => undefined) // it may end without having read
    child.stdin.end(input)
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => {
        clearTimeout(late)
        resolve({ code, out, err })
      })
    })
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.reverse()) await stop()
    await this.server.close()
    await this.home.remove()
  }
}
