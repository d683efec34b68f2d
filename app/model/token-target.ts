/** What an access token shall be good for, where that is not all that its login may do. Pure. */

export interface TokenTarget {
  /** No more than these. */
  readonly scope?: readonly string[]
  /** Whom it is for, as the provider calls them (RFC 8693 §2.1). */
  readonly audience?: string
  /** Where it is for: an address without a fragment (RFC 8707 §2). */
  readonly resource?: string
}

/** The same for the same wish, however it was spelled. */
export function targetKey({ scope, audience, resource }: TokenTarget): string {
  return JSON.stringify([[...new Set(scope)].sort(), audience ?? null, resource ?? null])
}
