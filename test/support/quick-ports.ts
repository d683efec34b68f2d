/** Time that goes by faster, for tests with real processes that would wait for minutes otherwise. */
import type { Boot, Clock, Ports } from '../../app/base/ports.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createBoot } from '../../app/platform/process/boot.ts'

export interface Pace {
  /** From this moment on, by everybody's own clock. */
  readonly beganMs: number
  /** How much faster. */
  readonly speed: number
  /** How far it is ahead, in its own time. */
  readonly aheadMs?: number
}

export function quickClock(plain: Clock, { beganMs, speed, aheadMs = 0 }: Pace): Clock {
  return {
    now: () => beganMs + aheadMs + (plain.now() - beganMs) * speed,
    sleep: (ms, signal) => plain.sleep(ms / speed, signal),
  }
}

export function quickBoot({ speed }: Pick<Pace, 'speed'>): Boot {
  const plain = createBoot()
  return { id: plain.id, uptimeMs: () => plain.uptimeMs() * speed }
}

/** What is told to the register and to the disk waits as long as ever. */
export function quickPorts(label: string, env: NodeJS.ProcessEnv, pace: Pace): Ports {
  const plain = createNodePorts({ label, env, logLevel: 'silent' })
  return { ...plain, clock: quickClock(plain.clock, pace), boot: quickBoot(pace) }
}
