/** What the vault held when it was last read. While its text is the same, looking again costs a comparison. */
import type { Credential } from '../../model/credential.ts'
import { parseVault, type Vault, type VaultEntry } from './format.ts'

/** Some hundreds of logins. Beyond that, keeping it all twice costs more than it saves. */
const LONGEST_TEXT = 512 * 1024

export class ParsedCache {
  #text: string | undefined
  #vault: Vault | undefined
  readonly #opened = new WeakMap<VaultEntry, Credential>()

  /** @throws AppError STORE_CORRUPT */
  parse(text: string, path: string): Vault {
    if (this.#vault && this.#text === text) return this.#vault
    const vault = parseVault(text, path)
    const isKept = text.length <= LONGEST_TEXT
    this.#text = isKept ? text : undefined
    this.#vault = isKept ? vault : undefined
    return vault
  }

  /** @param open called unless this very entry was opened before */
  async open(entry: VaultEntry, open: () => Promise<Credential>): Promise<Credential> {
    const before = this.#opened.get(entry)
    if (before) return before
    const credential = await open()
    this.#opened.set(entry, credential)
    return credential
  }
}
