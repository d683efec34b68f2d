import type { Keychain, KeychainAnswer, KeychainItem } from '../../app/base/ports.ts'

/** A keychain that holds what a test puts there. */
export class FakeKeychain implements Keychain {
  /** "service|account" -> the text. */
  readonly items = new Map<string, string>()
  /** The system asks the person before anything is read. */
  asks = false
  /** Why it cannot be reached. */
  trouble: Error | undefined

  async read({ service, account }: KeychainItem, mayAsk: boolean): Promise<KeychainAnswer> {
    if (this.trouble) throw this.trouble
    if (this.asks && !mayAsk) return { kind: 'would-ask' }
    const text = this.items.get(`${service}|${account}`)
    return text === undefined ? { kind: 'none' } : { kind: 'text', text }
  }
}
