/** A login that its owner keeps in the system's keychain: read there where nobody is asked, or where a person wished it. */
import { toFailure } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { FileEntry } from './file-entry.ts'

interface Wish {
  /** The program's id in config.json. */
  readonly id: string
  readonly mayAsk: boolean
}

/** What is to be shown in the place of an entry whose tokens are in no file. */
export async function fromKeychain(
  ports: Pick<Ports, 'files' | 'keychain' | 'log' | 'random'>,
  found: FileEntry,
  { id, mayAsk }: Wish,
): Promise<readonly FileEntry[]> {
  const { inKeychain, ...entry } = found
  if (!inKeychain) return [entry]
  try {
    const answer = await ports.keychain.read(await inKeychain.item(ports), mayAsk)
    if (answer.kind === 'none') return inKeychain.isHint ? [] : [entry]
    if (answer.kind === 'text') return inKeychain.entries(answer.text) ?? [withNote(entry, NOT_UNDERSTOOD)]
    return [withNote(entry, wishFor(id))]
  } catch (error) {
    const { message } = toFailure(error)
    ports.log.warn('a login in the keychain cannot be read', { program: id, message })
    return [withNote(entry, message)]
  }
}

const NOT_UNDERSTOOD = 'What is there is not what it writes.'

function wishFor(id: string): string {
  return `Your system would ask you before it is read; if you want that, config.json says so: "programs": { "${id}": { "keychain": true } }.`
}

function withNote(entry: FileEntry, more: string): FileEntry {
  return { ...entry, note: [entry.note, more].filter(Boolean).join(' ') }
}
