/**
 * What other programs keep in the system's keychain. Nobody is asked anything unless they wished it: on Linux an open
 * keyring is read and a locked one left alone; on macOS what its owner wrote with `security` is read with `security`, which
 * then needs no leave; Windows asks nobody.
 */
import { AppError, messageOf } from '../../base/errors.ts'
import type { Commands, Keychain, KeychainItem } from '../../base/ports.ts'
import { findSessionBus, withinReason } from './key-stores.ts'

interface KeychainDeps {
  readonly commands: Pick<Commands, 'run'>
  readonly env: NodeJS.ProcessEnv
  readonly platform?: NodeJS.Platform
}

const TIMEOUT_MS = 10_000
const MOST_BYTES = 64 * 1024
const DEFAULT = '/org/freedesktop/secrets/aliases/default'
const COLLECTION = 'org.freedesktop.Secret.Collection'
/** `--auto-start=no`: where no keyring runs, none is to be started. */
const IS_LOCKED = [
  ...['busctl', '--user', '--auto-start=no', 'get-property'],
  ...['org.freedesktop.secrets', DEFAULT, COLLECTION, 'Locked'],
]
/** errSecItemNotFound, as security(1) ends with it. */
const NOT_FOUND = 44

export function createKeychain({ commands, env, platform = process.platform }: KeychainDeps): Keychain {
  const run = (words: readonly string[]) =>
    commands.run(words, { input: '', timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES })

  /** As the keyring itself says; where it cannot be heard it might ask. */
  async function isOpen(): Promise<boolean> {
    const { code, printed = '' } = await run(IS_LOCKED)
    return code === 0 && /\bfalse\b/.test(printed)
  }

  async function bySecurity({ service, account }: KeychainItem): Promise<string | undefined> {
    const words = ['/usr/bin/security', 'find-generic-password', '-s', service, '-a', account, '-w']
    const { code, why, printed = '' } = await run(words)
    if (code === 0) return printed.replace(/\n$/, '')
    if (code === NOT_FOUND) return undefined
    throw unavailable(why ?? `security ended with ${code}`)
  }

  return {
    async read(item, mayAsk) {
      if (platform === 'linux' && !findSessionBus(env)) return { kind: 'none' }
      const isSecurity = platform === 'darwin' && item.madeBy !== 'keyring-rs'
      const asksNobody = platform === 'win32' || isSecurity || (platform === 'linux' && (await isOpen()))
      if (!asksNobody && !mayAsk) return { kind: 'would-ask' }
      const text = isSecurity ? await bySecurity(item) : await byLibrary(item, platform)
      return text === undefined ? { kind: 'none' } : { kind: 'text', text: plain(text) }
    },
  }
}

async function byLibrary(item: KeychainItem, platform: NodeJS.Platform): Promise<string | undefined> {
  const { service, account, madeBy } = item
  const { AsyncEntry } = await import('@napi-rs/keyring')
  const store = { linux: { store: 'secret-service' } } as const
  const isGo = platform === 'win32' && madeBy === 'go-keyring'
  try {
    const entry = isGo
      ? AsyncEntry.withTarget(`${service}:${account}`, service, account)
      : new AsyncEntry(service, account, store)
    return (await withinReason(entry.getPassword())) ?? undefined
  } catch (error) {
    throw unavailable(messageOf(error))
  }
}

/** As go-keyring writes what macOS might garble. */
function plain(text: string): string {
  const [, base64] = /^go-keyring-base64:(.*)$/s.exec(text) ?? []
  if (base64 !== undefined) return Buffer.from(base64, 'base64').toString('utf8')
  const [, hex] = /^go-keyring-encoded:(.*)$/s.exec(text) ?? []
  return hex === undefined ? text : Buffer.from(hex, 'hex').toString('utf8')
}

function unavailable(why: string): AppError {
  return new AppError('KEYCHAIN_UNAVAILABLE', `The keychain cannot be read: ${why}.`, {
    hint: 'Unlock your session’s keychain, and look again.',
  })
}
