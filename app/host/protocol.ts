/** What may be asked of a running host, and what it tells: names, parameters and results, as they go over the wire. */
import type { HistoryEventView, OverviewView } from '../contract/views.ts'

/** Raised when a call changes its meaning; a new call or member does not raise it. */
export const PROTOCOL_VERSION = 1

/** First on every wire. Refused with HOST_REFUSED when versions or keys do not fit. */
export interface Hello {
  readonly protocol: number
  /** From the 0600 file beside the socket: who can read it is the same user. Not sent over ssh, which has seen to that. */
  readonly key?: string
  /** "my-agent", "lamplighter token": what the history calls the caller. */
  readonly process: string
  readonly pid: number
}

export interface HelloReply {
  readonly protocol: number
  /** Lamplighter's version. */
  readonly version: string
  /** "Lamplighter", "lamplighter serve". */
  readonly host: string
  readonly hostname: string
}

/** Access tokens cross this wire in clear: it ends at the same user on the same machine, or goes through ssh. */
export interface HostCalls {
  readonly hello: { readonly params: Hello; readonly result: HelloReply }
  readonly token: {
    readonly params: { readonly profile: string; readonly validForMs?: number }
    readonly result: TokenResult
  }
  readonly refresh: { readonly params: { readonly profile: string }; readonly result: HistoryEventView }
  readonly report401: {
    readonly params: { readonly profile: string; readonly accessToken?: string }
    readonly result: { readonly kind: 'newer-stored' | 'refreshed' | 'waiting'; readonly message: string }
  }
  readonly overview: { readonly params: undefined; readonly result: OverviewView }
  /** From now on the host tells these events. */
  readonly listen: {
    readonly params: { readonly events: readonly HostEventName[] }
    readonly result: null
  }
}

export interface TokenResult {
  /** The profile's id, whatever it was asked for by. */
  readonly profile: string
  readonly accessToken: string
  /** Epoch milliseconds; absent when it does not lapse, or nobody knows. */
  readonly expiresAtMs?: number
}

export interface HostEvents {
  readonly overview: OverviewView
  readonly history: HistoryEventView
  /** The token lapses soon and only a person can help, or the refresh keeps failing: save your work. */
  readonly expiring: { readonly profile: string; readonly expiresAtMs: number; readonly reason: string }
  /** It works again, after it did not. */
  readonly usable: { readonly profile: string; readonly expiresAtMs?: number }
}

export type HostCallName = keyof HostCalls
export type HostEventName = keyof HostEvents
