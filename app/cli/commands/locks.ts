import { AppError } from '../../base/errors.ts'
import type { LockView } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { command, type Io, isoOrNull, printJson } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'

interface Found {
  readonly profile: string
  readonly lock: LockView
}

export const locks = command({
  name: 'locks',
  usage: 'locks [PROFILE] | locks PROFILE {remove} [{json}]',
  summary: 'who holds which lock; --remove takes away one that was left behind, never one in use',
  examples: ['locks', 'locks ada@example.test'],
  words: { min: 0, max: 1 },
  completes: 'logins',
  flags: {
    remove: { type: 'string', value: 'PATH', help: 'takes this one away' },
  },
  async run(core, words, flags, io) {
    const ids = words[0] === undefined ? allIds(core) : [core.profile(words[0]).id]
    if (flags.remove !== undefined) {
      if (words[0] === undefined) {
        throw new AppError('ARGUMENT_INVALID', 'Name the login whose lock is to be removed.', {
          hint: 'lamplighter locks PROFILE --remove PATH',
        })
      }
      await remove(core, ids[0] ?? '', flags.remove, io)
    }
    const found = await lookAt(core, ids)
    const removed = flags.remove === undefined ? {} : { removed: flags.remove }
    if (flags.json) printJson(io, { ...removed, locks: found.map(toJson) })
    else if (flags.remove !== undefined) io.out(`Removed ${flags.remove}`)
    else print(found, io)
    return EXIT.ok
  },
})

function allIds(core: Core): readonly string[] {
  return core.overview().profiles.map(({ id }) => id)
}

/** A lock around several logins is told once. */
async function lookAt(core: Core, ids: readonly string[]): Promise<readonly Found[]> {
  const found = new Map<string, Found>()
  for (const profile of ids) {
    for (const lock of await core.locks(profile))
      if (!found.has(lock.path)) found.set(lock.path, { profile, lock })
  }
  return [...found.values()]
}

/** What is removed is what was looked at: nothing else by that name. */
async function remove(core: Core, profile: string, path: string, io: Io): Promise<void> {
  const around = await core.locks(profile)
  const lock = around.find((one) => one.path === path)
  if (!lock) {
    throw new AppError('ARGUMENT_INVALID', `There is no lock ${path} around ${profile}.`, {
      hint:
        around.length === 0
          ? 'Nothing is locked there.'
          : `There is: ${around.map((one) => one.path).join(', ')}`,
    })
  }
  if (!lock.removable) {
    throw new AppError('STORE_LOCKED', `${path} was not removed: ${whyNot(lock)}`)
  }
  if (lock.state === 'unknown') {
    io.err('It does not say who holds it: watching for half a minute whether anybody uses it.')
  }
  await core.removeLock(profile, path, lock.identity)
}

function whyNot({ state, pid, thresholdMs }: LockView): string {
  const who = pid === undefined ? 'somebody' : `process ${pid}`
  if (state === 'live') return `${who} holds it and is running.`
  if (state === 'suspended')
    return `${who} holds it; it is stopped, and goes on holding it when it continues.`
  if (thresholdMs === undefined) return 'its owner may still be using it.'
  return `its own program takes it for abandoned after ${inWords(thresholdMs)}, and clears it away by itself.`
}

function print(found: readonly Found[], io: Io): void {
  if (found.length === 0) {
    io.out('No login is locked.')
    return
  }
  const nowMs = io.now()
  const rows = found.map(({ profile, lock }) => [
    profile,
    lock.state,
    lock.pid === undefined ? '-' : String(lock.pid),
    lock.sinceMs === undefined ? '-' : inWords(Math.max(1_000, nowMs - lock.sinceMs)),
    lock.thresholdMs === undefined ? '-' : inWords(lock.thresholdMs),
    lock.label,
    lock.path,
  ])
  for (const line of table([['LOGIN', 'STATE', 'PID', 'HELD FOR', 'LIMIT', 'LOCK', 'PATH'], ...rows]))
    io.out(line)
  for (const { profile, lock } of found) {
    if (lock.removable)
      io.out(`Left behind. To remove it: lamplighter locks ${profile} --remove "${lock.path}"`)
  }
}

function toJson({ profile, lock }: Found): Record<string, unknown> {
  const { path, label, pid, sinceMs, state, thresholdMs, olderThanThreshold, removable } = lock
  return {
    profile,
    path,
    label,
    state,
    pid: pid ?? null,
    since: isoOrNull(sinceMs),
    thresholdSeconds: thresholdMs === undefined ? null : thresholdMs / 1000,
    olderThanThreshold,
    removable,
  }
}
