/**
 * Calls back after something changed in a folder. Works before the folder exists (the nearest parent is watched
 * until it does), and survives its being deleted and made again. A slow look at the stats catches what the system
 * does not report: network shares, exhausted inotify watches, other containers.
 */
import { type BigIntStats, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Unwatch } from '../../base/ports.ts'
import { isReported } from './is-reported.ts'
import { SharedInterval } from './shared-interval.ts'
import { codeOf, isAbsent } from './system-error.ts'
import { isTemporary } from './temporaries.ts'

const QUIET_MS = 20 // the first event is told at once, those of the next 20 ms together
/** Where the system does not report, or may not. */
const OFTEN = new SharedInterval(5_000)
/** A safety net where it does: changes are not noticed by it. */
const RARELY = new SharedInterval(5 * 60_000)
const MAX_POLLED = 500 // names; nobody keeps credentials in a larger folder

export function watchFolder(folder: string, onChange: () => void): Unwatch {
  const target = resolve(folder)
  let watcher: FSWatcher | undefined
  let watched: string | undefined // what `watcher` is attached to, with its inode
  let quiet: NodeJS.Timeout | undefined
  let again = false
  let closed = false
  let isJudged = false // whether the system reports what happens there
  let seen = signature(target)

  const tell = (): void => {
    if (closed) return
    if (quiet) {
      again = true
      return
    }
    quiet = setTimeout(() => {
      quiet = undefined
      if (again) {
        again = false
        attach()
        tell()
      }
    }, QUIET_MS)
    onChange()
  }

  const detach = (): void => {
    watcher?.close()
    watcher = undefined
    watched = undefined
  }

  /** Attaches to the folder, or to the nearest parent there is; looks again in case it appeared meanwhile. */
  const attach = (): void => {
    for (let tries = 0; tries < 10 && !closed; tries++) {
      const path = nearest(target)
      const wanted = markOf(path)
      if (wanted === watched) return
      detach()
      isJudged = false // at the next look: whoever has just started is in a hurry
      pollBy(OFTEN)
      const outcome = listen(path)
      if (outcome === 'refused') return // the poll is left
      if (outcome === 'listening') watched = wanted
    }
  }

  /** Has what we watch been replaced, or has the folder come at last? Above the folder nothing else concerns us. */
  const follow = (): void => {
    const before = watched
    attach()
    if (watched !== before && nearest(target) === target) tell()
  }

  const listen = (path: string): 'listening' | 'gone' | 'refused' => {
    try {
      watcher = watch(path, { persistent: false }, (_event, name) => {
        if (path === target && name !== null && isTemporary(name)) return // its rename follows
        if (path === target) {
          tell()
          setImmediate(follow) // whoever waits for the file need not wait for this
        } else follow()
      })
      watcher.on('error', () => {
        detach() // Windows says EPERM when a watched folder is deleted
        attach()
        tell()
      })
      return 'listening'
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return isAbsent(error) ? 'gone' : 'refused' // ENOSPC, EMFILE: no watches left
    }
  }

  attach()

  return () => {
    closed = true
    for (const poll of [OFTEN, RARELY]) poll.delete(look)
    clearTimeout(quiet)
    detach()
  }

  function pollBy(poll: SharedInterval): void {
    poll.add(look)
    ;(poll === OFTEN ? RARELY : OFTEN).delete(look)
  }

  function look(): void {
    attach()
    const now = signature(target)
    if (now !== seen || !isJudged)
      pollBy(watched !== undefined && isReported(nearest(target), target) ? RARELY : OFTEN) // a link may have come
    isJudged = true
    if (now === seen) return
    seen = now
    tell()
  }
}

function nearest(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (markOf(at) !== undefined || at === dirname(at)) return at
  }
}

function markOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found?.isDirectory() ? `${path} ${found.ino} ${found.birthtimeNs}` : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined // not ours to see: as good as absent
    throw error
  }
}

/** A link that leads back to itself has no stats; its neighbours are watched all the same. */
function entryAt(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    if (codeOf(error) !== 'ELOOP') throw error
  }
}

function signature(folder: string): string {
  try {
    const names = readdirSync(folder)
      .filter((name) => !isTemporary(name))
      .sort()
      .slice(0, MAX_POLLED)
    return names
      .map((name) => {
        const found = entryAt(join(folder, name))
        return `${name} ${found?.ino} ${found?.size} ${found?.mtimeNs}`
      })
      .join('\n')
  } catch (error) {
    // Absent, or not ours to read: either way, a state to compare with the next one.
    return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
  }
}
