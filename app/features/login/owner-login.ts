/**
 * A sign-in that the program which owns the login makes: it is asked to, or its own command runs in a terminal. What its
 * file holds afterwards says whether it worked.
 */
import { AppError } from '../../base/errors.ts'
import type { OpenTerminal, Ports } from '../../base/ports.ts'
import type { OwnLoginView } from '../../contract/views.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { HeldEntry } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { shownCommand } from '../../model/shown-command.ts'
import type { CredentialStore } from '../../stores/store.ts'
import { openBrowser } from './browser-login.ts'
import { cancelled, type FlowControls } from './flow.ts'

/** A person who has to find a second factor takes minutes; after that nobody is coming. */
const DEADLINE_MS = 30 * 60_000
/** Between the owner's word that it has signed in, and its file. */
const FILE_FOLLOWS_MS = 5_000
/** Shells and env(1) say so of a command that is not there. */
const NOT_FOUND = 127

export interface OwnerLoginDeps {
  readonly ports: Pick<Ports, 'browser' | 'clock' | 'log' | 'terminals'>
  readonly store: CredentialStore
  readonly ownLogin: OwnLoginView
  /** What a terminal needs to find the owner's files where we found them. */
  readonly env: Readonly<Record<string, string>>
  /** Reads all files again. @returns the login as it is now, by its holder's id */
  readonly lookAt: (holderId: string) => Promise<Profile | undefined>
}

export interface OwnerControls extends FlowControls {
  readonly method: 'browser' | 'device'
}

/** @throws AppError LOGIN_CANCELLED, LOGIN_DENIED, LOGIN_TIMEOUT, LOGIN_UNAVAILABLE */
export async function ownerLogin(
  deps: OwnerLoginDeps,
  before: HeldEntry,
  controls: OwnerControls,
): Promise<Profile> {
  const over = new AbortController()
  const signal = AbortSignal.any([controls.signal, over.signal])
  const file = follow(deps, before, signal)
  try {
    const { ask } = deps.store.login ?? {}
    return ask ? await askOwner(deps, file, ask, controls) : await inTerminal(deps, before, file, controls)
  } finally {
    over.abort()
  }
}

interface Followed {
  /** The login, once the file holds other tokens than before. */
  readonly changed: Promise<Profile>
  /** Now. */
  read(): Promise<Profile | undefined>
}

function follow({ store, lookAt }: OwnerLoginDeps, before: HeldEntry, signal: AbortSignal): Followed {
  const read = async (): Promise<Profile | undefined> => {
    const profile = await lookAt(before.holder.id)
    return profile && isAnew(before, profile) ? profile : undefined
  }
  const changed = new Promise<Profile>((resolve, reject) => {
    const look = (): void => void read().then((profile) => profile && resolve(profile), reject)
    const unwatch = store.watch(look)
    signal.addEventListener('abort', unwatch, { once: true })
  })
  changed.catch(() => undefined) // whoever waits for it is told
  return { changed, read }
}

function isAnew({ credential: was, holder }: HeldEntry, { grant }: Profile): boolean {
  const now = grant.entries.find((entry) => entry.holder.id === holder.id)?.credential
  return now !== undefined && (was === undefined || !sameTokens(was, now))
}

async function askOwner(
  { ports, store }: OwnerLoginDeps,
  { changed, read }: Followed,
  ask: NonNullable<NonNullable<CredentialStore['login']>['ask']>,
  { method, show, signal }: OwnerControls,
): Promise<Profile> {
  await ask({
    method,
    signal,
    show(step) {
      show(step)
      if (step.kind === 'browser') void openBrowser(ports, step.url)
    },
  })
  show({ kind: 'exchanging' })
  const waited = ports.clock.sleep(FILE_FOLLOWS_MS).then(() => undefined)
  const profile = (await read()) ?? (await Promise.race([changed, waited])) ?? (await read())
  if (profile) return profile
  throw unchanged(`${store.owner} says that you have signed in, and its login is as it was.`)
}

async function inTerminal(
  deps: OwnerLoginDeps,
  before: HeldEntry,
  { changed, read }: Followed,
  { show, signal }: OwnerControls,
): Promise<Profile> {
  const { ports, ownLogin, env, lookAt } = deps
  const { program, command, warning } = ownLogin
  const terminal = await ports.terminals.open(command, env)
  show({
    kind: 'program',
    program,
    command: shownCommand(command),
    ...(terminal ? { terminal: terminal.name } : {}),
    ...(warning === undefined ? {} : { warning }),
  })
  const over = new AbortController()
  try {
    const ended = terminal?.ended.then(async (code) => {
      const profile = await read()
      if (profile) return profile
      const asItIs =
        code === 0 && before.credential === undefined ? await lookAt(before.holder.id) : undefined
      if (asItIs) return asItIs // its tokens are out of our reach, before and after: its word is all there is
      throw code === NOT_FOUND ? notInstalled(ownLogin, before) : unchanged(endedWith(program, code), warning)
    })
    const late = ports.clock.sleep(DEADLINE_MS, over.signal).then(() => {
      throw new AppError('LOGIN_TIMEOUT', `Nobody has signed in with ${program} in half an hour.`)
    })
    const news = terminal?.isOurs ? [] : [changed]
    return await Promise.race([...news, ...(ended ? [ended] : []), late, abortOf(signal)])
  } finally {
    over.abort()
    await leave(terminal)
  }
}

async function leave(terminal: OpenTerminal | undefined): Promise<void> {
  await terminal?.leave()
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(cancelled())
    else signal.addEventListener('abort', () => reject(cancelled()), { once: true })
  })
}

function endedWith(program: string, code: number): string {
  const how = code === 0 ? '' : ` with ${code}`
  return `The sign-in of ${program} has ended${how}, and its login is as it was.`
}

function unchanged(message: string, warning?: string): AppError {
  return new AppError('LOGIN_DENIED', message, { hint: warning ?? 'Sign in again, and to the same account.' })
}

function notInstalled({ program, command: [name = ''] }: OwnLoginView, { holder }: HeldEntry): AppError {
  return new AppError(
    'LOGIN_UNAVAILABLE',
    `${program} is not installed any more: there is no command "${name}".`,
    { hint: `It left ${holder.path}, with this login in it. Install it again, or remove the file.` },
  )
}
