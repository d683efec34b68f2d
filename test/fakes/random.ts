import { createHash, createHmac } from 'node:crypto'
import type { Random, SealingKey } from '../../app/base/ports.ts'
import { seal, unseal } from '../../app/platform/keyring/sealing.ts'

/** Repeats itself for the same seed. Sealing is the real one: it has to hide and to notice changes. */
export class FakeRandom implements Random {
  readonly #seed: string
  #drawn = 0
  /** What number() yields next, before the seed takes over: 0.5 is "no jitter" where jitter is symmetric. */
  readonly numbers: number[] = []

  readonly #key: string

  /** @param key two machines have two */
  constructor(seed = 'lamplighter', key = 'fake fingerprint key') {
    this.#seed = seed
    this.#key = Buffer.from(key).toString('base64url')
  }

  number(): number {
    return this.numbers.shift() ?? this.#bytes(6).readUIntBE(0, 6) / 2 ** 48
  }

  token(bytes: number): string {
    return this.#bytes(bytes).toString('base64url')
  }

  fingerprint(text: string, key: string = this.#key): string {
    return createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('hex').slice(0, 12)
  }

  fingerprintKey(): string {
    return this.#key
  }

  sha256Hex(text: string): string {
    return createHash('sha256').update(text).digest('hex')
  }

  sha1Hex(text: string): string {
    return createHash('sha1').update(text).digest('hex')
  }

  seal(key: SealingKey, plain: string, context: string): string {
    return seal(key, plain, context)
  }

  open(key: SealingKey, sealed: string, context: string): string {
    return unseal(key, sealed, context)
  }

  #bytes(count: number): Buffer {
    const blocks: Buffer[] = []
    for (let length = 0; length < count; length += 32) {
      blocks.push(
        createHash('sha256')
          .update(`${this.#seed} ${this.#drawn++}`)
          .digest(),
      )
    }
    return Buffer.concat(blocks).subarray(0, count)
  }
}
