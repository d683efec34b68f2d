/** How SSH keys are written: strings and integers of RFC 4251 §5, in base64 (RFC 4648 §4). Pure. */

/** Bytes that are not what they should be. Whoever reads a file turns it into words that name the file. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** Reads from the front; what is left over is the caller's to judge. */
export class WireReader {
  #rest: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#rest = bytes
  }

  /** @throws Malformed when there are fewer bytes left, here and below */
  take(count: number): Uint8Array {
    if (count > this.#rest.length) throw new Malformed('it ends too early')
    const taken = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return taken
  }

  uint32(): number {
    return this.take(4).reduce((sum, byte) => sum * 256 + byte, 0)
  }

  bytes(): Uint8Array {
    return this.take(this.uint32())
  }

  text(): string {
    return new TextDecoder('latin1').decode(this.bytes())
  }

  /** An `mpint` that is not negative. */
  integer(): bigint {
    return integerOf(this.bytes())
  }

  get left(): number {
    return this.#rest.length
  }
}

/** One string after the other, each behind its length. */
export function wireBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...parts.flatMap((part) => [
      Uint8Array.from([24, 16, 8, 0], (shift) => (part.length >>> shift) & 0xff),
      part,
    ]),
  )
}

/** An `mpint`: the first bit is the sign, so a number that begins with one gets a zero before it. */
export function mpint(value: bigint): Uint8Array {
  const bytes = bytesOfInteger(value)
  return (bytes[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), bytes) : bytes
}

export function integerOf(bytes: Uint8Array): bigint {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return BigInt(`0x${hex || '0'}`)
}

/** Big-endian and as short as can be. */
export function bytesOfInteger(value: bigint): Uint8Array {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Uint8Array.from(even.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** With or without the padding at its end. @throws Malformed */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch (error) {
    throw new Malformed('it is not base64', { cause: error })
  }
}

/** Without padding: what age's stanzas take. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
}
