/** One login in our vault, at a token endpoint that answers as it is told to, and a clock that moves when told. */
import { HttpFailure, type HttpRequest } from '../../app/base/ports.ts'
import { type Core, createCore } from '../../app/core.ts'
import type { Credential } from '../../app/model/credential.ts'
import { Secret } from '../../app/model/secret.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import type { Said } from '../fakes/dialects.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'

export const LOGIN = 'acme:ada@example.test'
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
const ENDPOINT = 'https://provider.test/token'

/** What it says to the request with this number, 1 for the first. */
export type Script = (
  serial: number,
  request: HttpRequest,
) => Said | HttpFailure | Promise<Said | HttpFailure>

export interface ScriptedOptions {
  readonly credential?: Partial<Credential>
  /** Besides the token endpoint and the client id, as config.json has it. */
  readonly provider?: Readonly<Record<string, unknown>>
  readonly ports?: Partial<FakePorts>
}

export class ScriptedLogin {
  readonly ports: FakePorts
  readonly core: Core
  /** When each request came. */
  readonly askedAtMs: number[] = []
  readonly requests: HttpRequest[] = []
  say: Script

  private constructor(ports: FakePorts, endpoint: string, say: Script) {
    this.ports = ports
    this.say = say
    ports.http.always(endpoint, async (request) => {
      this.askedAtMs.push(ports.clock.now())
      this.requests.push(request)
      return this.say(this.requests.length, request)
    })
    this.core = createCore(ports)
  }

  /** Lapsed a minute ago, unless the credential says otherwise. */
  static async start(
    say: Script,
    options: ScriptedOptions & { schedule?: boolean } = {},
  ): Promise<ScriptedLogin> {
    const ports = createFakePorts(options.ports)
    const provider = { tokenEndpoint: ENDPOINT, clientId: 'client-1', ...options.provider }
    ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme: provider } }))
    const credential: Credential = {
      kind: 'oauth',
      accessToken: new Secret('CANARY-access-0'),
      refreshToken: new Secret('CANARY-refresh-0'),
      expiresAtMs: ports.clock.now() - MINUTE,
      account: { email: 'ada@example.test' },
      generation: 1,
      ...options.credential,
    }
    await ports.clock.run(createVault(ports).add({ id: LOGIN, provider: 'acme', credential }))
    const login = new ScriptedLogin(ports, provider.tokenEndpoint, say)
    await ports.clock.run(login.core.start({ schedule: options.schedule ?? true }))
    return login
  }

  get status() {
    return this.core.profile(LOGIN).status
  }

  /** What the vault holds now. */
  async stored(): Promise<Credential> {
    const { entries } = await this.ports.clock.run(createVault(this.ports).scan())
    const credential = entries.find(({ holder }) => holder.entry === LOGIN)?.credential
    if (!credential) throw new Error('the vault does not hold the login')
    return credential
  }

  /** Somebody else's write. */
  async replace(credential: Credential): Promise<void> {
    await createVault(this.ports).add({ id: LOGIN, provider: 'acme', credential })
  }

  async accessToken(): Promise<string | undefined> {
    return (await this.stored()).accessToken?.expose()
  }

  refresh() {
    return this.ports.clock.run(this.core.refresh(LOGIN))
  }

  advance(ms: number): Promise<void> {
    return this.ports.clock.advance(ms)
  }

  close(): Promise<void> {
    return this.ports.clock.run(this.core.close())
  }
}

/** The most requests within any span of this length. */
export function mostWithin(spanMs: number, timesMs: readonly number[]): number {
  return Math.max(
    0,
    ...timesMs.map((from) => timesMs.filter((at) => at >= from && at < from + spanMs).length),
  )
}

export function lost(reason: 'network' | 'timeout'): HttpFailure {
  return new HttpFailure(
    reason,
    true,
    reason === 'timeout' ? 'no reply within 30000 ms' : 'the connection was closed',
  )
}
