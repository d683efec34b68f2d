/** The conversations with other machines that are open now: one for each, shared by whoever needs it. */
import { AppError } from '../../../base/errors.ts'
import type { LineChannel, Ports } from '../../../base/ports.ts'
import { checkDestination } from '../../../base/ssh-destination.ts'
import { connectPeer, type Peer, type RpcHandlers } from '../../../rpc/peer.ts'
import { type HelloReply, PROTOCOL_VERSION } from '../../../rpc/protocol.ts'
import { ask, type NodeConnection } from './ask-node.ts'
import type { NodePermissions } from './permissions.ts'
import { greeting, renewed } from './protocol.ts'
import { remoteCommand } from './remote-command.ts'
import { failureOf, isAbsent, type SshEnd } from './ssh-errors.ts'

/** Jump hosts, a slow machine and a cold start of Node.js. */
const HELLO_WITHIN_MS = 30_000
/** What a person does next usually comes soon; an open connection costs little. */
const LINGER_MS = 60_000
const NOBODY_BYTES = 12
const KEY_BYTES = 32

export type Dialled =
  | {
      readonly kind: 'link'
      readonly link: NodeConnection
      readonly by: 'host' | 'cli'
      readonly version: string
    }
  /** ssh got there, and nothing of ours is there. */
  | { readonly kind: 'absent' }

export interface NodeConnectionsDeps {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'process' | 'random' | 'ssh'>
  readonly access: NodePermissions
  readonly answers: () => RpcHandlers
  readonly me: () => Promise<string>
  readonly nameOf: (destination: string) => string
  readonly commandOf: (destination: string) => string | undefined
  /** The installation that a person has trusted there. */
  readonly machineAt: (destination: string) => string | undefined
  /** Where a machine that came to us can be reached, as far as we know. */
  readonly destinationOf: (machine: string) => string | undefined
  /** A machine is there, whoever began. */
  readonly onContact: (link: NodeConnection) => void
  readonly onRenewed: (link: NodeConnection, profiles: readonly string[]) => void
}

interface Open {
  readonly dialled: Promise<Dialled>
  users: number
  readonly idle: AbortController
}

/** Whoever came to us by ssh is this very user. */
const OURS = { isTrusted: true, isItself: true } as const

export class NodeConnections {
  readonly #deps: NodeConnectionsDeps
  readonly #open = new Map<string, Open>()
  readonly #live = new Set<NodeConnection>()
  readonly #closed = new AbortController()
  /** Destinations whose link stays open, where a host runs at the other end. */
  held: (destination: string) => boolean = () => false

  constructor(deps: NodeConnectionsDeps) {
    this.#deps = deps
  }

  /** Open now, whoever began it, where it certainly is that machine: any can claim the id of another. */
  live(machine: string): NodeConnection | undefined {
    return [...this.#live].reverse().find((link) => link.machine === machine && link.isItself)
  }

  /** The next conversation with it begins anew. */
  async hangUp(destination: string): Promise<void> {
    const done = await this.#open.get(destination)?.dialled.catch(() => undefined)
    this.#open.delete(destination)
    if (done?.kind === 'link') done.link.peer.close()
  }

  isOpen(destination: string): boolean {
    return this.#open.has(destination)
  }

  /** @throws AppError NODE_UNREACHABLE, NODE_LACKS, HOST_REFUSED, and what `work` throws */
  async use<T>(destination: string, work: (dialled: Dialled) => Promise<T>): Promise<T> {
    const open = this.#open.get(destination) ?? this.#dial(destination)
    open.users++
    try {
      return await work(await open.dialled)
    } finally {
      open.users--
      if (open.users === 0) void this.#closeWhenIdle(destination, open)
    }
  }

  /** They came to us and said who they are. */
  async greet(peer: Peer, params: unknown): Promise<unknown> {
    const who = greeting.parse(params)
    const destination = this.#deps.destinationOf(who.machine)
    const name = destination === undefined ? who.hostname || 'somebody' : this.#deps.nameOf(destination)
    const link = { peer, machine: who.machine, name, fingerprintKey: who.fingerprintKey, ...OURS }
    if (who.machine !== (await this.#deps.me())) this.#meet(link)
    return this.#greeting()
  }

  async close(): Promise<void> {
    this.#closed.abort()
    for (const { dialled } of this.#open.values()) {
      const done = await dialled.catch(() => undefined)
      if (done?.kind === 'link') done.link.peer.close()
    }
    this.#open.clear()
  }

  #dial(destination: string): Open {
    const dialled = this.#connect(destination)
    const open: Open = { dialled, users: 0, idle: new AbortController() }
    this.#open.set(destination, open)
    const gone = (): void => {
      if (this.#open.get(destination) === open) this.#open.delete(destination)
    }
    dialled.then((done) => (done.kind === 'link' ? void done.link.peer.closed.then(gone) : gone()), gone)
    return open
  }

  async #closeWhenIdle(destination: string, open: Open): Promise<void> {
    await this.#deps.ports.clock.sleep(LINGER_MS, this.#closed.signal)
    if (this.#closed.signal.aborted || open.users > 0) return
    if (this.#open.get(destination) !== open) return
    const done = await open.dialled.catch(() => undefined)
    if (done?.kind !== 'link' || (done.by === 'host' && this.held(destination))) return
    done.link.peer.close()
  }

  async #connect(destination: string): Promise<Dialled> {
    const { ports, access, answers, nameOf, commandOf } = this.#deps
    const wire = afterBanner(
      ports.ssh.open(checkDestination(destination), remoteCommand(commandOf(destination))),
    )
    const peer = connectPeer(wire, answers())
    access.dialled(peer)
    try {
      const who = await this.#hello(destination, wire, peer)
      if (who === 'absent') return { kind: 'absent' }
      const link = await this.#introduce(destination, peer, nameOf(destination))
      return { kind: 'link', link, by: who.host.endsWith(' answer') ? 'cli' : 'host', version: who.version }
    } catch (error) {
      peer.close()
      throw error
    }
  }

  async #introduce(destination: string, peer: Peer, name: string): Promise<NodeConnection> {
    const { clock } = this.#deps.ports
    const they = await ask(clock, { peer, name }, 'node.hello', this.#nobody(), greeting)
    if (they.machine === (await this.#deps.me())) {
      throw new AppError('ARGUMENT_INVALID', `${destination} is this very machine.`, {
        hint: 'If it is another one with a copy of this home folder, remove machine.json from the state folder of one of them.',
      })
    }
    const { machine, fingerprintKey } = they
    const isTrusted = this.#deps.machineAt(destination) === machine
    // Only now, and only to the machine that a person knows there.
    if (isTrusted) await ask(clock, { peer, name }, 'node.hello', await this.#greeting(), greeting)
    const isItself = isTrusted && this.#deps.destinationOf(machine) === destination
    const link = { peer, machine, name, destination, fingerprintKey, isTrusted, isItself }
    this.#deps.access.met(link)
    this.#meet(link)
    return link
  }

  async #hello(destination: string, wire: LineChannel, peer: Peer): Promise<HelloReply | 'absent'> {
    const { clock, process } = this.#deps.ports
    const answered = new AbortController()
    const late = clock.sleep(HELLO_WITHIN_MS, answered.signal).then((): SshEnd => {
      if (!answered.signal.aborted) peer.close()
      return { why: 'timed out before anything was said' }
    })
    const hello = peer.call('hello', { protocol: PROTOCOL_VERSION, process: process.label, pid: process.pid })
    hello.catch(() => undefined) // told by the end of the wire, in better words
    try {
      const first = await Promise.race([
        hello.then(
          (who) => ({ who: who as HelloReply }),
          (error: unknown) => ({ error }),
        ),
        late.then((end) => ({ end })),
      ])
      if ('who' in first) return first.who
      const end = 'end' in first ? first.end : await Promise.race([wire.closed, after(first.error)])
      if (end instanceof AppError) throw end
      if (isAbsent(end)) return 'absent'
      throw failureOf(destination, end)
    } finally {
      answered.abort()
    }
  }

  /** Until a person has trusted a machine it is not told who asks: a new name each time, and a key that fits nothing. */
  #nobody(): object {
    const { random } = this.#deps.ports
    return { machine: random.token(NOBODY_BYTES), hostname: '', fingerprintKey: random.token(KEY_BYTES) }
  }

  async #greeting(): Promise<object> {
    const { process, random } = this.#deps.ports
    return {
      machine: await this.#deps.me(),
      hostname: process.hostname,
      fingerprintKey: random.fingerprintKey(),
    }
  }

  #meet(link: NodeConnection): void {
    this.#live.add(link)
    void link.peer.closed.then(() => this.#live.delete(link))
    link.peer.on('node.renewed', (payload) => {
      const told = renewed.safeParse(payload).data
      if (told) this.#deps.onRenewed(link, told.profiles)
    })
    this.#deps.onContact(link)
  }
}

/** What a far shell prints before anything of ours runs is no part of the conversation. */
function afterBanner(wire: LineChannel): LineChannel {
  let begun = false
  return {
    ...wire,
    onLine: (listener) =>
      wire.onLine((line) => {
        begun ||= line.startsWith('{')
        if (begun) listener(line)
      }),
  }
}

/** A refusal of theirs counts; an end of the wire is told by the wire itself. */
function after(error: unknown): Promise<AppError> {
  return error instanceof AppError && error.code !== 'HOST_GONE'
    ? Promise.resolve(error)
    : new Promise(() => undefined)
}
