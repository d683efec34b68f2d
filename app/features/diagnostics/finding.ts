/** What the doctor says: one finding for each thing looked at, with what to do where there is something to do. Pure. */

import type { Ports } from '../../base/ports.ts'
import type { SecurityFindingView } from '../../contract/security.ts'
import type { LockView, OverviewView } from '../../contract/views.ts'
import type { Journal } from '../../engine/journal/journal.ts'
import type { Account } from '../../model/credential.ts'
import type { Provider, ResolvedProvider } from '../../model/provider.ts'
import type { CredentialStore } from '../../stores/store.ts'

/** `note`: worth knowing, nothing to do. `warn`: works for now. `bad`: something does not work. */
export type Level = 'ok' | 'note' | 'warn' | 'bad'

export interface Finding {
  readonly level: Level
  readonly what: string
  readonly todo?: string
}

export interface DoctorDeps {
  readonly ports: Ports
  /** After a fresh look. */
  readonly overview: OverviewView
  readonly journal: Journal
  readonly stores: readonly CredentialStore[]
  readonly locksOf: (profileId: string) => Promise<readonly LockView[]>
  readonly findProvider: (name: string) => Provider | undefined
  readonly providers: readonly Provider[]
  /** All that is known of a profile's account; empty for an unknown profile. */
  readonly accountOf: (profileId: string) => Account
  readonly resolve: (provider: Provider) => Promise<ResolvedProvider>
}

export type Check = (tools: DoctorDeps) => Promise<readonly Finding[]> | readonly Finding[]

const ORDER: readonly Level[] = ['ok', 'note', 'warn', 'bad']

export function worstLevel(findings: readonly Finding[]): Level {
  return ORDER[Math.max(0, ...findings.map(({ level }) => ORDER.indexOf(level)))] ?? 'ok'
}

/** What the checks of files need. */
export type FileCheckDeps = Pick<DoctorDeps, 'ports' | 'overview' | 'stores'>

/** About one file. */
export interface FileFinding
  extends Pick<SecurityFindingView, 'kind' | 'path' | 'what' | 'todo' | 'command'> {
  /** The permission bits that mend it, and those that it has; absent where that is not ours to do. */
  readonly mode?: { readonly is: number; readonly wanted: number }
}

/** As the doctor says it. */
export function fileFinding(level: Level, { what, todo }: FileFinding): Finding {
  return finding(level, what, todo)
}

/** Nothing found is a finding, too. */
export function orOk(findings: readonly Finding[], what: string): readonly Finding[] {
  return findings.length > 0 ? findings : [{ level: 'ok', what }]
}

export function finding(level: Level, what: string, todo?: string): Finding {
  return { level, what, ...(todo === undefined ? {} : { todo }) }
}
