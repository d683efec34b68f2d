/** A released package looks for a newer release once a day. A clone, or a package made for trying, never does. */
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'

const FIRST_LOOK_MS = 60_000 // after everything that matters at a start
const LOOK_EVERY_MS = 24 * 60 * 60 * 1000

/** What we use of electron-updater. */
export interface Updater {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  isUpdaterActive(): boolean
  /** Resolves once it is known what there is; null when it is off. */
  checkForUpdates(): Promise<{ readonly downloadPromise?: Promise<unknown> | null } | null>
}

export interface UpdateDeps {
  /** Packaged, and with the file beside the program that says where releases are. */
  readonly isRelease: boolean
  /** `checkForUpdates` in config.json; asked before each look. */
  readonly isWanted: () => boolean
  readonly load: () => Promise<Updater>
  readonly after: (ms: number, work: () => void) => () => void
  readonly log: Log
}

/** @returns what ends it */
export function watchForUpdates(parts: UpdateDeps): () => void {
  if (!parts.isRelease) return () => undefined
  let cancel = parts.after(FIRST_LOOK_MS, look)
  let ended = false

  function look(): void {
    void lookOnce(parts).finally(() => {
      if (!ended) cancel = parts.after(LOOK_EVERY_MS, look)
    })
  }
  return () => {
    ended = true
    cancel()
  }
}

async function lookOnce({ isWanted, load, log }: UpdateDeps): Promise<void> {
  if (!isWanted()) return
  try {
    const updater = await load()
    if (!updater.isUpdaterActive()) return // an archive that somebody unpacked: nobody but them replaces it
    updater.autoDownload = true
    updater.autoInstallOnAppQuit = true // never in the middle of somebody's work
    const found = await updater.checkForUpdates()
    await found?.downloadPromise
  } catch (error) {
    log.info('no look for a newer release this time', { reason: messageOf(error) })
  }
}
