/** How this window likes to look: kept by the window itself, for the person who sits here. */
import type { FoldBy } from '../model/profile-rows.ts'

const FOLD_BY = 'lamplighter.fold-by'
const COMPACT = 'lamplighter.compact'

export function storedCompact(): boolean {
  return globalThis.localStorage?.getItem(COMPACT) === 'yes'
}

export function storeCompact(compact: boolean): void {
  globalThis.localStorage?.setItem(COMPACT, compact ? 'yes' : 'no')
}

export function storedFoldBy(): FoldBy {
  return globalThis.localStorage?.getItem(FOLD_BY) === 'program' ? 'program' : 'provider'
}

export function storeFoldBy(foldBy: FoldBy): void {
  globalThis.localStorage?.setItem(FOLD_BY, foldBy)
}
