/** How this window likes to look: kept by the window itself, for the person who sits here. */

const COMPACT = 'lamplighter.compact'

export function storedCompact(): boolean {
  return globalThis.localStorage?.getItem(COMPACT) === 'yes'
}

export function storeCompact(compact: boolean): void {
  globalThis.localStorage?.setItem(COMPACT, compact ? 'yes' : 'no')
}
