/** API keys and tokens without a refresh, that a person gives: kept in the vault, counted down, rotated. */
import { AppError } from '../../base/errors.ts'
import { harmlessId } from '../../base/outside-text.ts'
import type { Ports } from '../../base/ports.ts'
import type { KeyInput } from '../../contract/views.ts'
import type { HolderContext } from '../../engine/refresh/context.ts'
import { readHolders, storeOf } from '../../engine/refresh/holders.ts'
import { underLocks } from '../../engine/refresh/with-holder-locks.ts'
import type { NewEvent } from '../../history/new-event.ts'
import { isTokenText } from '../../model/credential.ts'
import { VAULT } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Secret } from '../../model/secret.ts'
import { writingOf } from '../../stores/store.ts'
import type { VaultStore } from '../../stores/vault/store.ts'

export interface KeysDeps {
  readonly ports: Ports
  readonly tools: HolderContext
  readonly vault: Pick<VaultStore, 'add'>
  readonly record: (event: NewEvent) => Promise<unknown>
}

/** @param isTaken whether a login of that name is there. @throws AppError ARGUMENT_INVALID, STORE_* */
export async function addKey(
  { ports, vault }: KeysDeps,
  { id, kind = 'api-key', expiresAtMs }: KeyInput,
  key: Secret,
  isTaken: (id: string) => boolean,
): Promise<void> {
  if (id !== harmlessId(id) || !/^[^:\s]+:[^:\s]+$/.test(id)) {
    throw new AppError('ARGUMENT_INVALID', `"${id}" cannot name a key.`, {
      hint: 'Say whose it is and what it is for: openai:ci',
      field: 'id',
    })
  }
  if (isTaken(id)) {
    throw new AppError('ARGUMENT_INVALID', `There is a login "${id}" already.`, {
      hint: `A new key in place of the old one: lamplighter key rotate ${id}`,
      field: 'id',
    })
  }
  checkKey(key)
  const issuedAtMs = ports.clock.now()
  const [provider = '', name = ''] = id.split(':')
  const end = expiresAtMs === undefined ? {} : { expiresAtMs }
  const credential = { kind, accessToken: key, issuedAtMs, ...end, account: { name }, generation: 1 } as const
  await vault.add({ id, provider, credential })
}

/** By hand: the person has made a new one. @throws AppError ARGUMENT_INVALID, STORE_* */
export async function replaceKey(
  { ports, tools, record }: KeysDeps,
  profile: Profile,
  key: Secret,
  expiresAtMs?: number,
): Promise<void> {
  checkKey(key)
  const entries = profile.grant.entries.filter(({ holder }) => holder.store === VAULT)
  const holders = entries.map(({ holder }) => holder)
  if (holders.length === 0) {
    throw new AppError('STORE_READ_ONLY', `${profile.id} is kept by ${profile.grant.current.owner}.`, {
      hint: 'Change it there.',
    })
  }
  await underLocks({ ...tools, ports }, [profile], holders, async () => {
    for (const { holder, credential } of await readHolders(tools, entries)) {
      if (!credential) continue
      const { nextKey: _, expiresAtMs: _end, ...rest } = credential
      const end = expiresAtMs === undefined ? {} : { expiresAtMs }
      const generation = credential.generation + 1
      const next = { ...rest, ...end, accessToken: key, issuedAtMs: ports.clock.now(), generation }
      await writingOf(storeOf(tools, holder)).replace(holder, next, credential)
    }
  })
  await record({
    atMs: ports.clock.now(),
    kind: 'refreshed',
    providerId: profile.provider,
    profileId: profile.id,
    account: labelOf(profile),
    message: 'A person gave a new key.',
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  })
}

function checkKey(key: Secret): void {
  const text = key.expose()
  if (text !== '' && isTokenText(text) && !/\s/.test(text)) return
  throw new AppError('ARGUMENT_INVALID', 'That is no key: it is empty, or has spaces or line breaks in it.', {
    field: 'key',
  })
}
