/** One login as a parser found it in a program's file, or in what the program keeps in the keychain. */
import type { KeychainItem, Ports } from '../../base/ports.ts'
import type { Entry } from '../../model/holder.ts'

export type FileEntry = Pick<
  Entry,
  'account' | 'credential' | 'kind' | 'note' | 'problem' | 'ended' | 'ownLoginWords'
> & {
  /** Its key inside the file; unique in the program, and the same after a refresh. */
  readonly entry: string
  /** What a person calls the place; absent: the program and the entry. */
  readonly label?: string
  /** Where it is not the program's usual one. */
  readonly provider?: string
  /** The owner cannot be asked for this one, whatever it does for others. */
  readonly mode?: 'watched'
  /** Its tokens are there, and in none of the files. */
  readonly inKeychain?: InKeychain
}

export interface InKeychain {
  item(ports: Pick<Ports, 'files' | 'random'>): KeychainItem | Promise<KeychainItem>
  /** What the text stands for. Undefined when it is not what the program writes. */
  entries(text: string): readonly FileEntry[] | undefined
  /** Without such an item there is no login: what told of it was only a hint. */
  readonly isHint?: true
}
