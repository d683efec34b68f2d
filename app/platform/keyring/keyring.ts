/**
 * The key that seals the vault and the journal. `seal.json` decides, once and for every process, which key is the
 * current one and where it is kept. It is created exclusively, after the key itself is safe, so of many first starts
 * one wins, the others drop their own key, and no later failure can make a second one.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import type { Files, Keyring, SealingKey } from '../../base/ports.ts'
import { findSessionBus, type KeyPlace, keychain, keychainUnavailable, keyFile } from './key-stores.ts'

const KEY_BYTES = 32

const decisionSchema = z.object({
  current: z.string().regex(/^[0-9a-f]{8,64}$/),
  kept: z.enum(['keychain', 'file']),
})
type Decision = Readonly<z.infer<typeof decisionSchema>>

export interface KeyringSetup {
  readonly files: Files
  readonly stateFolder: string
  readonly env: NodeJS.ProcessEnv
  /** For tests; the system's keychain otherwise. */
  readonly keychain?: KeyPlace
}

export function createKeyring(setup: KeyringSetup): Keyring {
  const { files, stateFolder, env } = setup
  const places: Readonly<Record<SealingKey['kept'], KeyPlace>> = {
    keychain: setup.keychain ?? keychain,
    file: keyFile(files, stateFolder),
  }
  const decisionPath = join(stateFolder, 'seal.json')
  const known = new Map<string, Promise<SealingKey>>()

  const readDecision = async (): Promise<Decision | undefined> => {
    const text = await files.readTrusted(decisionPath)
    return text === undefined ? undefined : parseDecision(text, decisionPath)
  }

  const load = async (id: string, kept: SealingKey['kept']): Promise<SealingKey> => {
    if (kept === 'keychain' && !setup.keychain && !findSessionBus(env)) {
      throw keychainUnavailable(new Error('there is no session bus'))
    }
    const bytes = await places[kept].load(id).catch((error: unknown) => {
      throw kept === 'keychain' ? keychainUnavailable(error) : error
    })
    if (bytes?.length === KEY_BYTES) return { id, bytes, kept }
    if (kept === 'keychain') throw keychainUnavailable(new Error(`the keychain holds no key ${id}`))
    throw new AppError(
      'STORE_CORRUPT',
      `The sealing key ${id} in ${stateFolder} is ${bytes ? 'damaged' : 'missing'}.`,
      {
        hint: 'Restore it from a backup. Without it the stored logins cannot be opened, and you sign in again.',
      },
    )
  }

  const current = async (): Promise<SealingKey> => {
    const decision = (await readDecision()) ?? (await decide())
    return load(decision.current, decision.kept)
  }

  const decide = async (): Promise<Decision> => {
    const id = randomBytes(8).toString('hex')
    const bytes = randomBytes(KEY_BYTES)
    const inKeychain =
      wantsKeychain(env, setup.keychain !== undefined) && (await saveInKeychain(places.keychain, id, bytes))
    const mine: Decision = { current: id, kept: inKeychain ? 'keychain' : 'file' }
    if (!inKeychain) await places.file.save(id, bytes)
    if (await files.createExclusive(decisionPath, `${JSON.stringify(mine)}\n`)) return mine
    await places[mine.kept].drop(id)
    const theirs = await readDecision()
    if (!theirs) throw new AppError('STORE_UNREADABLE', `${decisionPath} was there and is gone.`)
    return theirs
  }

  const remember = (name: string, find: () => Promise<SealingKey>): Promise<SealingKey> => {
    const found = known.get(name) ?? find()
    known.set(name, found)
    found.catch(() => known.delete(name)) // a keychain that was locked may be open next time
    return found
  }

  return {
    async kept() {
      return (await readDecision())?.kept ?? 'undecided'
    },
    async key(id) {
      if (id === undefined) return remember('', current)
      return remember(id, async () => {
        const decision = await readDecision()
        if (decision?.current === id) return load(id, decision.kept)
        const inFile = await places.file.load(id)
        return load(id, inFile || decision?.kept !== 'keychain' ? 'file' : 'keychain')
      })
    },
  }
}

/** Tests and the demo move everything with LAMPLIGHTER_HOME; they should not fill the person's keychain. */
function wantsKeychain(env: NodeJS.ProcessEnv, given: boolean): boolean {
  const wish = env['LAMPLIGHTER_KEYRING']
  if (wish === 'file') return false
  if (wish !== 'keychain' && env['LAMPLIGHTER_HOME']) return false
  return given || process.platform !== 'linux' || Boolean(env['DBUS_SESSION_BUS_ADDRESS'])
}

/** Believed only when the keychain gives back what it was given. */
async function saveInKeychain(place: KeyPlace, id: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await place.save(id, bytes)
    const back = await place.load(id)
    return back !== undefined && Buffer.compare(back, bytes) === 0
  } catch (error) {
    if (error instanceof Error) return false // no keychain here, or a locked one: the window says so (kept: 'file')
    throw error
  }
}

function parseDecision(text: string, path: string): Decision {
  try {
    return decisionSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new AppError('STORE_CORRUPT', `${path} cannot be understood.`, {
      cause: error,
      hint: 'It names the key that opens the stored logins: restore it from a backup. Without it you sign in again.',
    })
  }
}
