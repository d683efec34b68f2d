/** Runs under one of our own locks, waiting while another process has it. */

import { Deadline } from './deadline.ts'
import { AppError, messageOf } from './errors.ts'
import type { HeldLock, Ports } from './ports.ts'

type LockPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>

const GLANCE_MS = 60 // a safety net: a release is noticed by watching

/** @throws AppError STORE_LOCKED after `waitMs` */
export async function withLock<T>(
  ports: LockPorts,
  name: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const held = (await ports.lock.tryAcquire(name)) ?? (await waitFor(ports, name, waitMs))
  try {
    return await work()
  } finally {
    // Letting go takes as long as the work, and nobody need wait for it: whoever wants the lock next does.
    held.release().catch((error: unknown) => {
      ports.log.warn('a lock could not be let go', { lock: name, error: messageOf(error) })
    })
  }
}

async function waitFor(ports: LockPorts, name: string, waitMs: number): Promise<HeldLock> {
  const patience = new Deadline(ports.clock, waitMs)
  let alarm = new AbortController()
  const unwatch = ports.files.watch(ports.paths.locks, () => alarm.abort())
  try {
    while (!patience.isOver) {
      alarm = new AbortController() // before the try, so that a release in between still wakes us
      const held = await ports.lock.tryAcquire(name)
      if (held) return held
      await ports.clock.sleep(GLANCE_MS * (0.7 + 0.6 * ports.random.number()), alarm.signal)
    }
  } finally {
    unwatch()
  }
  const holder = await ports.lock.holder(name)
  const who = holder ? `process ${holder.pid}${holder.alive ? '' : ', which has ended'}` : 'another process'
  throw new AppError('STORE_LOCKED', `Lamplighter’s lock "${name}" is held by ${who}.`, {
    hint: 'Try again in a moment.',
  })
}
