/** How this window likes to look: kept by the window itself, for the person who sits here. */
import type { FoldBy } from '../model/profile-rows.ts'

const FOLD_BY = 'lamplighter.fold-by'
const DISMISSED = 'lamplighter.dismissed'
const COMPACT = 'lamplighter.compact'

export function storedCompact(): boolean {
  return globalThis.localStorage?.getItem(COMPACT) === 'yes'
}

export function storeCompact(compact: boolean): void {
  globalThis.localStorage?.setItem(COMPACT, compact ? 'yes' : 'no')
}

/** Codes of what was read and need not be told again. */
export function storedDismissed(): ReadonlySet<string> {
  return new Set(globalThis.localStorage?.getItem(DISMISSED)?.split(' ').filter(Boolean))
}

export function storeDismissed(codes: ReadonlySet<string>): void {
  globalThis.localStorage?.setItem(DISMISSED, [...codes].join(' '))
}

export function storedFoldBy(): FoldBy {
  return globalThis.localStorage?.getItem(FOLD_BY) === 'program' ? 'program' : 'provider'
}

export function storeFoldBy(foldBy: FoldBy): void {
  globalThis.localStorage?.setItem(FOLD_BY, foldBy)
}
