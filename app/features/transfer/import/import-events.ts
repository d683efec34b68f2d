/** What the history says of an import, and of its being taken back. Fingerprints only, never a token. */

import { nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import { fingerprintOf } from '../../../engine/journal/fingerprint.ts'
import type { NewEvent } from '../../../history/new-event.ts'
import type { Holder } from '../../../model/holder.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Change, Manifest } from './manifest.ts'
import type { PlannedRow } from './plan.ts'
import type { Source } from './read-source.ts'

type ToldPorts = Pick<Ports, 'clock' | 'process' | 'random'>

export interface Done {
  /** Where it was written; never empty. */
  readonly holders: readonly Holder[]
  readonly repairs: readonly string[]
}

/** @param profiles as the look after the import found them */
export function importedEvent(
  ports: ToldPorts,
  profiles: readonly Profile[],
  source: Source,
  row: PlannedRow,
  { holders, repairs }: Done,
): NewEvent {
  const places = holders.length === 1 ? (holders[0]?.label ?? '') : `${holders.length} places`
  const before = row.target.kind === 'holders' ? row.target.profile.grant.current.fingerprint : undefined
  const after = fingerprintOf(ports, row.credential)
  const from = source.from ?? nameOf(source.path)
  return {
    ...about(ports, profiles, holders[0], row.view),
    message: [`Brought over from ${from}, into ${places}.`, ...repairs].join(' '),
    holders: holders.length,
    ...(before === undefined ? {} : { grant: before }),
    ...(after === undefined ? {} : { successor: after }),
  }
}

/** One for each row of which anything was put back. @param profiles as they were before: some are gone by now */
export function undoneEvents(
  ports: ToldPorts,
  profiles: readonly Profile[],
  { imported }: Manifest,
  undone: readonly Change[],
): readonly NewEvent[] {
  return imported.flatMap(({ rowId, account, providerId }): readonly NewEvent[] => {
    const changes = undone.filter((change) => change.rowId === rowId)
    const back = changes.filter(({ state }) => state === 'restored').length
    if (back === 0) return []
    const left = changes.some(({ state }) => state === 'left')
    const message = `The import was taken back.${left ? ' Where newer tokens were found, they were left.' : ''}`
    const named = about(ports, profiles, changes[0]?.holder, { account, providerId })
    return [{ ...named, cause: 'undone', message, holders: back }]
  })
}

/** The profile is named by what a look finds in the holder. */
function about(
  ports: ToldPorts,
  profiles: readonly Profile[],
  holder: Holder | undefined,
  known: { readonly account: string; readonly providerId: string },
): Omit<NewEvent, 'message'> {
  const profile = profiles.find(({ grant }) => grant.entries.some((entry) => entry.holder.id === holder?.id))
  return {
    atMs: ports.clock.now(),
    kind: 'imported',
    profileId: profile?.id ?? holder?.entry ?? known.account,
    providerId: profile?.provider ?? known.providerId,
    account: profile ? labelOf(profile) : known.account,
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  }
}
