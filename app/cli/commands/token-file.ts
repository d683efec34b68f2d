/** A file with nothing but a working access token in it, for a program that lives longer than its token. */
import { resolve } from 'node:path'
import { AppError, messageOf } from '../../base/errors.ts'
import type { Clock, Files } from '../../base/ports.ts'
import type { TokenResult } from '../../rpc/protocol.ts'
import { type NotePorts, TokenFileNote, takeAwayLeftBehind } from './token-file-notes.ts'

export interface TokenFile {
  /** 0600, never seen half written, in a folder of ours. @throws AppError STORE_READ_ONLY, STORE_UNWRITABLE, ARGUMENT_INVALID */
  write(accessToken: string): Promise<void>
  remove(): Promise<void>
}

export function createTokenFile(ports: NotePorts, path: string): TokenFile {
  const { files } = ports
  const note = new TokenFileNote(ports, resolve(path))
  let isOurs = false
  return {
    async write(accessToken) {
      await files.checkPrivate(path)
      // What lay there may be readable by others, or a link to elsewhere.
      if (!isOurs) {
        await takeAwayLeftBehind(ports)
        await makeRoom(files, path)
      }
      isOurs = true
      await note.willWrite(accessToken)
      await files.writeAtomic(path, accessToken, { mayBeLost: true })
    },
    remove: () => note.remove(),
  }
}

/** A pipe or a device is somebody's: /dev/null is gone for everybody once root removed it. */
async function makeRoom(files: Files, path: string): Promise<void> {
  const found = await files.stat(path)
  if (found && found.kind !== 'file') {
    throw new AppError('ARGUMENT_INVALID', `${path} is no file, so no token was written there.`, {
      hint: 'Give --file the name of a file that is not there yet, or may be replaced.',
    })
  }
  await files.remove(path)
}

export interface RenewDeps {
  /** @param validForMs how long the token has to live */
  readonly ask: (validForMs: number) => Promise<TokenResult>
  readonly file: TokenFile
  readonly clock: Clock
  /** How long a token that is read from the file shall live, milliseconds; undefined: a share of its life. */
  readonly wishMs: number | undefined
  readonly signal: AbortSignal
  readonly warn: (line: string) => void
}

/** Without a wish: renewed when a fifth of its life is left, and not more than a minute before its end. */
const LEAD_SHARE = 0.2
const LONGEST_LEAD_MS = 60_000
/** It may have been refused before its time, and another one be stored by now. */
const LOOK_MS = 37_000
const SHORTEST_SLEEP_MS = 1_000
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 5 * 60_000

/** Until `signal` aborts. Trouble is said once for each kind, and tried again. */
export async function keepRenewed(parts: RenewDeps, first: TokenResult): Promise<void> {
  const { ask, file, clock, signal, warn } = parts
  let written = first
  let leadMs = leadOf(first, parts)
  let retryMs = FIRST_RETRY_MS
  let said = ''
  for (;;) {
    const dueInMs = (written.expiresAtMs ?? Number.POSITIVE_INFINITY) - leadMs - clock.now()
    const sleepMs = said === '' ? Math.min(LOOK_MS, Math.max(SHORTEST_SLEEP_MS, dueInMs)) : retryMs
    await clock.sleep(sleepMs, signal)
    if (signal.aborted) return
    try {
      const token = await ask(leadMs)
      if (token.accessToken !== written.accessToken) {
        await file.write(token.accessToken)
        leadMs = leadOf(token, parts)
      }
      written = token
      said = ''
      retryMs = FIRST_RETRY_MS
    } catch (error) {
      const why = messageOf(error)
      if (why !== said) warn(`lamplighter: the token could not be renewed, and is tried again: ${why}`)
      if (said !== '') retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
      said = why
    }
  }
}

function leadOf({ expiresAtMs }: TokenResult, { wishMs, clock }: RenewDeps): number {
  if (wishMs !== undefined) return wishMs
  return expiresAtMs === undefined ? 0 : Math.min(LONGEST_LEAD_MS, (expiresAtMs - clock.now()) * LEAD_SHARE)
}
