/**
 * Rotates an API key by a command of the person's. What it prints is kept at once; the old key stays in use until a probe has
 * seen the new one work.
 */
import { AppError, fromFailure, messageOf } from '../../../base/errors.ts'
import { type Credential, isTokenText } from '../../../model/credential.ts'
import { currentCopy } from '../../../model/current-copy.ts'
import type { HeldEntry } from '../../../model/holder.ts'
import type { KeyRules } from '../../../model/key-rules.ts'
import type { RefreshOutcome } from '../../../model/refresh-outcome.ts'
import { Secret } from '../../../model/secret.ts'
import { writingOf } from '../../../stores/store.ts'
import { fingerprintOf } from '../../journal/fingerprint.ts'
import type { RefreshContext } from '../context.ts'
import { acquireGrantLock } from '../grant-lock.ts'
import { readHolders, storeOf } from '../holders.ts'
import type { RenewerDeps } from './own-target.ts'
import type { Renewer } from './renewer.ts'

const COMMAND_TIMEOUT_MS = 60_000
const MOST_BYTES = 64 * 1024

export interface KeyRotationDeps extends Pick<RenewerDeps, 'tools' | 'profiles'> {
  readonly rulesOf: (profileId: string) => KeyRules | undefined
}

export function keyRotationRenewer({ tools, profiles, rulesOf }: KeyRotationDeps): Renewer {
  return (profile) => {
    const seen = profile.grant.current.credential
    const { notRefreshable } = profiles.assessment(profile)
    const rules = rulesOf(profile.id)
    if (notRefreshable) throw fromFailure(notRefreshable)
    if (!seen || !rules) throw new AppError('NOT_REFRESHABLE', 'Nothing here rotates it.')
    return async () => {
      const turn = await acquireGrantLock(tools, { profile, seen })
      if (turn.kind !== 'turn') return turn.outcome
      try {
        const entries = await readHolders(tools, profile.grant.entries)
        const current = entries.length === 0 ? undefined : currentCopy(entries)
        if (!current?.credential) return { kind: 'superseded', grant: '' }
        return await rotate(tools, current, current.credential, rules)
      } finally {
        await turn.lock.release()
      }
    }
  }
}

async function rotate(
  tools: RefreshContext,
  entry: HeldEntry,
  old: Credential,
  rules: KeyRules,
): Promise<RefreshOutcome> {
  const grant = entry.fingerprint ?? ''
  const retry = (message: string, detail = ''): RefreshOutcome => ({
    kind: 'retry',
    cause: 'transient',
    grant,
    failure: {
      code: 'NOT_REFRESHABLE',
      message,
      hint: 'The key that is there stays in use. Lamplighter tries again.',
      ...(detail === '' ? {} : { detail }),
    },
  })
  try {
    const next = old.nextKey ?? (await newKey(tools, entry, old, rules))
    const trouble = await troubleWith(tools, next, rules)
    if (trouble !== undefined) return retry('The new key does not work yet.', trouble)
    const { nextKey: _, expiresAtMs: _end, ...rest } = old
    const issuedAtMs = tools.ports.clock.now()
    const credential = { ...rest, accessToken: next, issuedAtMs, generation: old.generation + 1 }
    if ((await replace(tools, entry, credential, old)) !== 'written') return { kind: 'superseded', grant }
    const successor = fingerprintOf(tools.ports, credential) ?? grant
    const rest2 = { troubles: [], narrowed: [], recovered: false }
    return { kind: 'refreshed', credential, grant, successor, written: [entry.holder], ...rest2 }
  } catch (error) {
    return retry(messageOf(error))
  }
}

/** Kept beside the old one before anything else: the place it came from may have ended the old one already. */
async function newKey(
  tools: RefreshContext,
  entry: HeldEntry,
  old: Credential,
  { rotateCommand = [] }: KeyRules,
): Promise<Secret> {
  const env = { LAMPLIGHTER_OLD_KEY: old.accessToken?.expose() ?? '', LAMPLIGHTER_LOGIN: entry.holder.entry }
  const options = { input: '', env, timeoutMs: COMMAND_TIMEOUT_MS, mostBytes: MOST_BYTES }
  const { code, why, printed = '' } = await tools.ports.commands.run(rotateCommand, options)
  const text = printed.trim()
  if (code !== 0 || why !== undefined)
    throw new AppError(
      'NOT_REFRESHABLE',
      `The command that rotates it ${why ?? `ended with ${code ?? 'a signal'}`}.`,
    )
  if (text === '' || !isTokenText(text) || /\s/.test(text))
    throw new AppError('NOT_REFRESHABLE', 'The command that rotates it printed something that is no key.')
  const next = new Secret(text)
  if (next.equals(old.accessToken))
    throw new AppError('NOT_REFRESHABLE', 'The command that rotates it printed the old key.')
  await replace(tools, entry, { ...old, nextKey: next }, old)
  return next
}

/** Undefined when the key works, or nobody gave a probe. */
async function troubleWith(
  { ports }: RefreshContext,
  key: Secret,
  { probeCommand }: KeyRules,
): Promise<string | undefined> {
  if (probeCommand === undefined) return undefined
  const env = { LAMPLIGHTER_KEY: key.expose() }
  const { code, why } = await ports.commands.run(probeCommand, {
    input: '',
    env,
    timeoutMs: COMMAND_TIMEOUT_MS,
    mostBytes: 0, // it may repeat the key
  })
  if (why !== undefined) return `the probe ${why}`
  return code === 0 ? undefined : `the probe ended with ${code ?? 'a signal'}`
}

function replace(tools: RefreshContext, { holder }: HeldEntry, next: Credential, expected: Credential) {
  return writingOf(storeOf(tools, holder)).replace(holder, next, expected)
}
