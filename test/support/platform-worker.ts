/** A process of its own, told over IPC what to do with the real ports. */
import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ClientCertificate, HeldLock, Ports } from '../../app/base/ports.ts'
import { createHistoryLog } from '../../app/history/history-log.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'

export type Order =
  | { readonly do: 'hold'; readonly name: string }
  | { readonly do: 'release' }
  /** Lets go and ends, as a command does: before the file system has done it. */
  | { readonly do: 'leave' }
  /** Competes until it had the lock once; `inside` must never exist already when it does. */
  | {
      readonly do: 'compete'
      readonly name: string
      readonly inside: string
      /** Or until there is a file `inside`.over */
      readonly holdMs: number | 'until over'
      readonly watch: boolean
    }
  | { readonly do: 'key' }
  | { readonly do: 'append'; readonly count: number; readonly mark: string }
  | { readonly do: 'post'; readonly url: string; readonly certificate?: ClientCertificate }

const ports = createNodePorts({ label: 'worker' })
let held: HeldLock | undefined

process.on('message', (order: Order) => {
  carryOut(order).then(
    (value) => process.send?.({ value }),
    (error: Error) => process.send?.({ error: String(error.stack ?? error) }),
  )
})
process.send?.({ value: 'ready' })

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'hold':
      held = await ports.lock.tryAcquire(order.name)
      return held?.held ?? false
    case 'release':
      await held?.release()
      return Date.now()
    case 'leave':
      void held?.release()
      return process.exit(0)
    case 'compete':
      return compete(order, ports)
    case 'key': {
      const key = await ports.keyring.key()
      const print = ports.random.fingerprint('the same text')
      return `${key.id} ${Buffer.from(key.bytes).toString('hex')} ${key.kept} ${print}`
    }
    case 'append': {
      const history = createHistoryLog(ports)
      for (let n = 0; n < order.count; n++)
        await history.append(event(`${order.mark} ${n} ${'x'.repeat(n * 40)}`))
      return order.count
    }
    case 'post': {
      const { url, certificate } = order
      const shown = certificate ? { certificate } : {}
      const request = { method: 'POST', url, body: 'ping', timeoutMs: 20_000, ...shown } as const
      return ports.http.send(request).then(
        ({ status, body }) => ({ status, body }),
        ({ name, reason, left }) => ({ name, reason, left }),
      )
    }
  }
}

async function compete(order: Order & { readonly do: 'compete' }, { files, lock, clock, paths }: Ports) {
  let doubles = 0
  let alarm = new AbortController()
  const unwatch = order.watch ? files.watch(paths.locks, () => alarm.abort()) : () => undefined
  for (;;) {
    alarm = new AbortController()
    const mine = await lock.tryAcquire(order.name)
    if (mine) {
      const atMs = Date.now()
      if (!enter(order.inside)) doubles++
      await hold(order)
      if (!mine.held) doubles++
      leave(order.inside)
      await mine.release()
      unwatch()
      return { doubles, atMs }
    }
    await clock.sleep(order.watch ? 1_000 : 1 + Math.random() * 4, alarm.signal)
  }
}

async function hold({ inside, holdMs }: Order & { readonly do: 'compete' }): Promise<void> {
  if (holdMs !== 'until over') return pause(holdMs)
  while (!existsSync(`${inside}.over`)) await pause(2)
}

/** What a killed holder left in there does not count; a living one does. */
function enter(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const other = Number(readFileSync(path, 'utf8'))
    writeFileSync(path, String(process.pid))
    return other > 0 && !ports.process.isAlive(other)
  }
}

function leave(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error // the other one did
  }
}

function event(message: string): Parameters<ReturnType<typeof createHistoryLog>['append']>[0] {
  return {
    atMs: Date.now(),
    kind: 'refreshed',
    profileId: 'p',
    providerId: 'acme',
    account: 'ada',
    message: message.replaceAll('x', '. '),
    askedBy: 'test',
    process: join('worker', String(process.pid)),
    pid: process.pid,
  }
}
