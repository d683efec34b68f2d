import { AppError } from '../../app/base/errors.ts'
import type { Keyring, SealingKey } from '../../app/base/ports.ts'

export class FakeKeyring implements Keyring {
  readonly #where: SealingKey['kept']
  #made = false
  /** The keychain is locked, or nobody answers. */
  unavailable = false

  constructor(where: SealingKey['kept'] = 'keychain') {
    this.#where = where
  }

  async kept(): Promise<SealingKey['kept'] | 'undecided'> {
    return this.#made ? this.#where : 'undecided'
  }

  async key(id = 'fa4e0001'): Promise<SealingKey> {
    if (this.unavailable) {
      throw new AppError('KEYCHAIN_UNAVAILABLE', 'The keychain cannot be reached.', { hint: 'Unlock it.' })
    }
    this.#made = true
    return { id, bytes: new Uint8Array(32).fill(id.charCodeAt(id.length - 1)), kept: this.#where }
  }
}
