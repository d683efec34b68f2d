/**
 * Where an exchange with a provider is made, so that killing the command that wanted it costs nothing: in the host that
 * runs, else in a small process of its own, else, where none can be started, here.
 */

import { AppError } from '../../base/errors.ts'
import type { LineChannel, Ports } from '../../base/ports.ts'
import type { Core } from '../../core.ts'
import { SHORTEST_LIFE_MS } from '../../features/uses/uses.ts'
import { createRpcServer, type RpcServer } from '../../host/rpc-server.ts'
import { channelPair } from '../../rpc/channel-pair.ts'
import { type AskedHost, findHost, handshake } from '../../rpc/handshake-client.ts'
import type { HostCalls } from '../../rpc/protocol.ts'

type Name =
  | 'token'
  | 'exchangeToken'
  | 'loginFor'
  | 'tokenFor'
  | 'refresh'
  | 'report401'
  | 'profile'
  | 'overview'

export interface RequestBroker {
  /** @throws AppError as the core does */
  ask<N extends Name>(name: N, params: HostCalls[N]['params']): Promise<HostCalls[N]['result']>
  /** Lets go of everybody who was asked. The next question finds anew who is there. */
  close(): void
}

export interface RequestBrokerDeps {
  /** Not started: only started when no host takes the question. */
  readonly core: Core
  readonly ports: Ports
  /** Starts the process of its own; it speaks the protocol of a host. */
  readonly startProcess: (() => LineChannel) | undefined
}

/** Starting a Node.js takes 50 ms; on a machine that swaps, seconds. */
const PROCESS_STARTS_WITHIN_MS = 20_000
/** Of a machine with thousands of logins: a host answers 1,024 of one caller's questions at once (rpc/peer.ts). */
const MOST_AT_ONCE = 512

export function createRequestBroker({ core, ports, startProcess }: RequestBrokerDeps): RequestBroker {
  const asked: AskedHost[] = []
  const counters: RpcServer[] = []
  const forget: (() => void)[] = []
  let isStarted = false
  const keep = (host: AskedHost): AskedHost => {
    asked.push(host)
    return host
  }
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined
    forget.push(() => {
      made = undefined
    })
    return () => {
      made ??= make()
      return made
    }
  }
  const { label: process, pid } = ports.process

  const host = once(async () => {
    const found = await findHost(ports)
    return found && keep(found)
  })
  const here = once(async () => {
    if (isStarted) await core.look()
    else await core.start({ schedule: false })
    isStarted = true
    const [near, far] = channelPair()
    const counter = createRpcServer(core, ports, process)
    counters.push(counter)
    counter.serve(far, 'pipe')
    return keep(await handshake(near, { process, pid }, ports.clock))
  })
  const elsewhere = once(async () => {
    if (!startProcess) return here()
    try {
      return keep(await handshake(startProcess(), { process, pid }, ports.clock, PROCESS_STARTS_WITHIN_MS))
    } catch (error) {
      if (!isGone(error)) throw error
      ports.log.info('no process could be started for the exchange', { error })
      return here()
    }
  })

  const line: (() => void)[] = []
  let asking = 0
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (asking < MOST_AT_ONCE) asking++
    else await new Promise<void>((go) => line.push(go))
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else asking--
    }
  }

  async function ask<N extends Name>(
    name: N,
    params: HostCalls[N]['params'],
  ): Promise<HostCalls[N]['result']> {
    const running = await host()
    if (running) {
      try {
        return await running.ask(name, params)
      } catch (error) {
        if (!isGone(error)) throw error // it ended, or was killed: what it had begun is in the journal
      }
    }
    const own = await here()
    const place = (await needsExchange(core, name, params)) ? await elsewhere() : own
    return place.ask(name, params)
  }

  return {
    ask: (name, params) => inTurn(() => ask(name, params)),
    close() {
      for (const { peer } of asked.splice(0)) peer.close()
      for (const counter of counters.splice(0)) void counter.close()
      for (const one of forget) one()
    },
  }
}

/** Does the answer take a request to a provider? Names that nobody knows are refused without one. */
async function needsExchange(core: Core, name: Name, params: unknown): Promise<boolean> {
  if (name === 'overview' || name === 'profile' || name === 'loginFor') return false
  const { validForMs = 0, ...said } = { ...(params as Partial<HostCalls['token']['params']>) }
  try {
    const isByUse = name === 'tokenFor'
    const profile = isByUse
      ? (await core.uses.loginFor(params as HostCalls['tokenFor']['params']))?.profile
      : said.profile
    if (profile === undefined) return false
    const { id, can } = core.profile(profile)
    if (!can.refresh) return false
    if (isByUse) return isIdToken(params) || core.storedToken(id, SHORTEST_LIFE_MS) === undefined
    return (name !== 'token' && name !== 'exchangeToken') || core.storedToken(id, validForMs) === undefined
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** How long that lasts, only whoever hands it out knows. */
function isIdToken(params: unknown): boolean {
  return (params as HostCalls['tokenFor']['params']).token === 'id'
}

function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'HOST_GONE'
}
