/** A home for one program, the network that it may reach, and the servers that it knows, as a test wants them to be. */
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { certifyByAuthority } from '../../support/certificate.ts'
import {
  type Ended,
  killCommands,
  lamplighter,
  lamplighterBehind,
  type Running,
} from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { type SecretService, startSecretService } from '../../support/secret-service.ts'
import { ADDRESS, canHaveNamespace, Namespace } from './namespace.ts'
import { Program } from './program.ts'

const HOSTS = [
  ...['auth.openai.com', 'chatgpt.com', 'api.openai.com'],
  ...['platform.claude.com', 'api.anthropic.com', 'auth.x.ai'],
  ...['github.com', 'api.github.com', 'api.githubcopilot.com'],
  ...['oidc', 'portal.sso', 'sts'].map((name) => `${name}.eu-west-1.amazonaws.com`),
  ...['login.microsoftonline.com', 'management.azure.com'],
  ...['oauth2.googleapis.com', 'www.googleapis.com', 'cloudcode-pa.googleapis.com'],
  ...['auth.kimi.com', 'api.kimi.com'],
]
const SERVER = join(import.meta.dirname, 'provider-server.mjs')

/** A request that reached a server. */
interface Seen {
  readonly host: string
  readonly path: string
  readonly grant?: string
  readonly token?: string
  /** What came with it in place of a signature, where AWS takes that. */
  readonly bearer?: string
}

export class ProgramHome {
  readonly seen: Seen[] = []
  readonly #home: Home
  readonly #namespace: Namespace
  readonly #command: string
  readonly #running: Program[] = []
  #keyring: SecretService | undefined

  /** @param command what people call it; @param program where it is, and what comes before each of its own words */
  static async make(command: string, ...program: readonly [string, ...string[]]): Promise<ProgramHome> {
    const home = await makeHome()
    const folder = home.env['HOME'] ?? ''
    const names = HOSTS.map((name) => `DNS:${name}`).join(',')
    const { keyPath, certPath, authorityPath } = certifyByAuthority(folder, 'providers', names)
    const words = [ADDRESS, keyPath, certPath]
    const namespace = new Namespace(folder, HOSTS, SERVER, words)
    const here = new ProgramHome(home, namespace, command)
    await once(namespace.keeper, 'message')
    Object.assign(home.env, {
      SSL_CERT_FILE: authorityPath,
      NODE_EXTRA_CA_CERTS: authorityPath,
      AWS_CA_BUNDLE: authorityPath,
      REQUESTS_CA_BUNDLE: authorityPath,
      NO_COLOR: '1',
    })
    here.putOnPath(command, namespace.words(...program))
    return here
  }

  static canBe(): boolean {
    return canHaveNamespace()
  }

  private constructor(home: Home, namespace: Namespace, command: string) {
    this.#home = home
    this.#namespace = namespace
    this.#command = command
    namespace.keeper.on('message', (message: Seen & { readonly kind: string; readonly text?: string }) => {
      if (message.kind === 'request') this.seen.push(message)
      if (message.kind === 'fault') throw new Error(message.text)
    })
  }

  /** Whoever finds it in PATH, Lamplighter too, has it run in its own network. */
  putOnPath(command: string, words: readonly string[]): void {
    const bin = this.path('bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(join(bin, command), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
    chmodSync(join(bin, command), 0o755)
    const rest = this.#home.env['PATH']?.replace(`${bin}:`, '')
    this.#home.env['PATH'] = `${bin}:${rest}`
  }

  path(...parts: readonly string[]): string {
    return join(this.#home.env['HOME'] ?? '', ...parts)
  }

  /** An open keyring from now on. */
  async keyring(): Promise<SecretService> {
    const { PATH = '', HOME = '' } = this.#home.env
    const service = await startSecretService(this.path('keyring'))
    this.#keyring = service
    this.env({ ...service.env, PATH, HOME })
    return service
  }

  env(more: Readonly<Record<string, string>>): void {
    Object.assign(this.#home.env, more)
  }

  put(value: unknown, ...parts: readonly string[]): void {
    mkdirSync(dirname(this.path(...parts)), { recursive: true, mode: 0o700 })
    writeFileSync(this.path(...parts), JSON.stringify(value), { mode: 0o600 })
  }

  has(...parts: readonly string[]): boolean {
    return existsSync(this.path(...parts))
  }

  read(...parts: readonly string[]) {
    return JSON.parse(this.text(...parts))
  }

  text(...parts: readonly string[]): string {
    return readFileSync(this.path(...parts), 'utf8')
  }

  configure(config: unknown): Promise<void> {
    return this.#home.writeConfig(config)
  }

  /** How the servers answer from now on. */
  async set(change: Readonly<Record<string, unknown>>): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      const hear = (message: { readonly kind: string }): void => {
        if (message.kind !== 'set') return
        this.#namespace.keeper.off('message', hear)
        resolve()
      }
      this.#namespace.keeper.on('message', hear)
    })
    this.#namespace.keeper.send(change)
    await heard
  }

  /** Refresh tokens that were sent, in order. */
  get spent(): readonly string[] {
    return this.seen.flatMap(({ grant, token }) => (grant === 'refresh_token' ? [token ?? ''] : []))
  }

  /** The program itself. */
  start(...words: readonly string[]): Program {
    const one = new Program(this.path('bin', this.#command), words, this.#home.env)
    this.#running.push(one)
    return one
  }

  async lamplighter(...words: readonly string[]): Promise<Ended> {
    return (await this.begin(...words)).ended
  }

  /** Lamplighter where the program is: for what it sends itself. */
  async lamplighterInside(...words: readonly string[]): Promise<Ended> {
    return (await lamplighterBehind(this.#home, this.#namespace.words(process.execPath), ...words)).ended
  }

  /** Its list, as other programs read it. */
  async listed() {
    return JSON.parse((await this.lamplighter('list', '--json')).out).profiles
  }

  /** Lamplighter, to be followed while it runs. */
  begin(...words: readonly string[]): Promise<Running> {
    return lamplighter(this.#home, ...words)
  }

  async close(): Promise<void> {
    await killCommands()
    for (const one of this.#running) await one.end()
    await this.#keyring?.end()
    await this.#namespace.close()
    await this.#home.remove()
  }
}
