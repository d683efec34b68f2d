/** The two places where a sealing key can be kept. Each says plainly what it cannot do. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError, messageOf } from '../../base/errors.ts'
import type { Files } from '../../base/ports.ts'

export interface KeyPlace {
  /** Undefined when this place answers and holds no such key. @throws when it cannot be asked */
  load(id: string): Promise<Uint8Array | undefined>
  save(id: string, key: Uint8Array): Promise<void>
  drop(id: string): Promise<void>
}

const SERVICE = 'Lamplighter'
/** A locked keychain asks the person for a password; without a screen it never answers. */
const KEYCHAIN_WAIT_MS = 60_000

/** The keychain of the system. Loaded on first use: the native binding takes a few milliseconds nobody else should pay. */
export const keychain: KeyPlace = {
  async load(id) {
    const text = await withinReason((await entryOf(id)).getPassword())
    return text ? Buffer.from(text, 'base64url') : undefined
  },
  async save(id, key) {
    await withinReason((await entryOf(id)).setPassword(Buffer.from(key).toString('base64url')))
  },
  async drop(id) {
    await withinReason((await entryOf(id)).deletePassword())
  },
}

async function entryOf(id: string): Promise<import('@napi-rs/keyring').AsyncEntry> {
  const { AsyncEntry } = await import('@napi-rs/keyring')
  // Without the store it falls back to the kernel's keyring, which is gone at reboot: so would be every login.
  return new AsyncEntry(SERVICE, `sealing key ${id}`, { linux: { store: 'secret-service' } })
}

export async function withinReason<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error('the keychain did not answer within a minute')),
      KEYCHAIN_WAIT_MS,
    )
  })
  try {
    return await Promise.race([asked, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

/** A file that only its owner can read: no protection against other programs of the same user. */
export function keyFile(files: Files, folder: string): KeyPlace {
  const pathOf = (id: string): string => join(folder, `seal-${id}.key`)
  return {
    async load(id) {
      const text = await files.readTrusted(pathOf(id))
      return text === undefined ? undefined : Buffer.from(text.trim(), 'base64url')
    },
    async save(id, key) {
      await files.createExclusive(pathOf(id), `${Buffer.from(key).toString('base64url')}\n`)
    },
    drop: (id) => files.remove(pathOf(id)),
  }
}

/**
 * Is there a keychain worth asking? On Linux the Secret Service lives on the session bus, which cron and ssh do not
 * name; where the usual socket exists we name it, for this process and those it starts.
 */
export function findSessionBus(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux' || env['DBUS_SESSION_BUS_ADDRESS']) return true
  const socket = `${env['XDG_RUNTIME_DIR'] ?? `/run/user/${process.getuid?.()}`}/bus`
  if (!existsSync(socket)) return false
  process.env['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${socket}`
  return true
}

export function keychainUnavailable(why: unknown): AppError {
  return new AppError(
    'KEYCHAIN_UNAVAILABLE',
    'The key to Lamplighter’s vault is in the keychain, which cannot be reached now.',
    {
      cause: why instanceof Error ? why : new Error(messageOf(why)),
      hint: 'Unlock the keychain and try again. From cron or ssh, set DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/UID/bus.',
    },
  )
}
