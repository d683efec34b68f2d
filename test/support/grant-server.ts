/** A provider of many grants for tests, over HTTP: refresh tokens are single-use, and a used one that comes again ends its grant. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

interface Grant {
  generation: number
  isEnded: boolean
}

export interface GrantServerWish {
  /** Of its access tokens, as it says. */
  readonly lifeSeconds: number
  /** Between its decision and its answer. */
  readonly answersAfterMs?: number
  /** A token that was answered came again. */
  readonly onReuse?: (refreshToken: string) => void
}

export class GrantServer {
  readonly url: string
  readonly #server: Server
  readonly #wish: GrantServerWish
  readonly #grants = new Map<string, Grant>()
  requests = 0
  spent = 0
  readonly reused: string[] = []
  /** How often each refresh token came. */
  readonly came = new Map<string, number>()

  private constructor(server: Server, wish: GrantServerWish) {
    this.#server = server
    this.#wish = wish
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
    server.on('request', async (request, response) => {
      let body = ''
      for await (const chunk of request as AsyncIterable<Buffer>) body += chunk
      const reply = this.#answer(new URLSearchParams(body).get('refresh_token') ?? '')
      await pause(wish.answersAfterMs ?? 0)
      response.writeHead(reply === undefined ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply ?? { error: 'invalid_grant' }))
    })
  }

  static async start(wish: GrantServerWish): Promise<GrantServer> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new GrantServer(server, wish)
  }

  /** @returns its first refresh token */
  newGrant(name: string): string {
    this.#grants.set(name, { generation: 1, isEnded: false })
    return tokenOf(name, 1)
  }

  generationOf(name: string): number {
    return this.#grants.get(name)?.generation ?? 0
  }

  get ended(): readonly string[] {
    return [...this.#grants].filter(([, { isEnded }]) => isEnded).map(([name]) => name)
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #answer(sent: string): object | undefined {
    this.requests++
    this.came.set(sent, (this.came.get(sent) ?? 0) + 1)
    const [, name = '', number = ''] = /^CANARY-refresh-(.+)-(\d+)$/.exec(sent) ?? []
    const grant = this.#grants.get(name)
    if (!grant) return undefined
    if (Number(number) < grant.generation) {
      this.reused.push(sent)
      this.#wish.onReuse?.(sent)
      grant.isEnded = true
    }
    if (grant.isEnded) return undefined
    this.spent++
    grant.generation++
    return {
      access_token: `CANARY-access-${name}-${grant.generation}`,
      refresh_token: tokenOf(name, grant.generation),
      expires_in: this.#wish.lifeSeconds,
      token_type: 'Bearer',
    }
  }
}

function tokenOf(name: string, generation: number): string {
  return `CANARY-refresh-${name}-${generation}`
}
