import type {
  LocalAddress,
  LocalHttp,
  LocalReply,
  LocalRequest,
  LocalServer,
} from '../../app/base/local-http.ts'

type Answer = (request: LocalRequest) => Promise<LocalReply>

/** Servers by their port or socket, asked by calling them. */
export class FakeLocalHttp implements LocalHttp {
  readonly servers = new Map<number | string, Answer>()

  async serve(at: LocalAddress, answer: Answer): Promise<LocalServer> {
    const where = 'port' in at ? at.port : at.socket
    if (this.servers.has(where)) throw new Error(`${where} is taken`)
    this.servers.set(where, answer)
    return { port: 'port' in at ? at.port : 0, close: async () => void this.servers.delete(where) }
  }

  /** @throws Error where nobody listens */
  async ask(where: number | string, request: Partial<LocalRequest>): Promise<LocalReply> {
    const answer = this.servers.get(where)
    if (!answer) throw new Error(`nobody listens at ${where}`)
    return answer({ method: 'POST', path: '/', headers: {}, body: '', ...request })
  }
}
