/** Which start of the machine this is. Linux numbers them; elsewhere the minute of the start stands for it. */
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import type { Boot } from '../../base/ports.ts'

const MINUTE_S = 60

export function createBoot(): Boot {
  let id: string | undefined
  return {
    get id() {
      id ??= bootId()
      return id
    },
    uptimeMs: () => uptime() * 1000,
  }
}

function bootId(): string {
  if (process.platform === 'linux') return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `started at minute ${Math.round((Date.now() / 1000 - uptime()) / MINUTE_S)}`
}
