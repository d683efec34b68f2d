/** What the system's own cryptography (WebCrypto) is doing just now: it takes real time, in which no fake time may go by. */
import { webcrypto } from 'node:crypto'

let count = 0

/** Whether an answer is awaited. */
export function isWorkInFlight(): boolean {
  return count > 0
}

type Work = (...args: unknown[]) => unknown

const methods = Object.getPrototypeOf(webcrypto.subtle) as Record<string, Work>
for (const name of Object.getOwnPropertyNames(methods)) {
  const { value, writable } = Object.getOwnPropertyDescriptor(methods, name) ?? {}
  if (name === 'constructor' || typeof value !== 'function' || !writable) continue
  const work = value as Work
  methods[name] = function counted(this: unknown, ...args) {
    const result = work.apply(this, args)
    if (!(result instanceof Promise)) return result
    count++
    const end = (): void => void count--
    result.then(end, end)
    return result
  }
}
