/** What may be asked of a running host, and what it tells: names, parameters and results, as they go over the wire. */

import type { RefusalAnswer } from '../contract/refusal.ts'
import type { HistoryEventView, OverviewView, ProfileView } from '../contract/views.ts'
import type { Expiring, Usable } from '../model/expiring.ts'
import type { TokenTarget } from '../model/token-target.ts'

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
  /** From `lamplighter answer` alone (relay-proof.ts): another machine is at the other end, through ssh. */
  readonly relay?: string
}

export interface HelloReply {
  readonly protocol: number
  /** Lamplighter's version. */
  readonly version: string
  /** "Lamplighter", "lamplighter serve". */
  readonly host: string
  readonly hostname: string
  readonly pid: number
  /** When it began to answer, epoch milliseconds. */
  readonly sinceMs: number
}

/** Access tokens cross this wire in clear: it ends at the same user on the same machine, or goes through ssh. */
export interface HostCalls {
  readonly hello: { readonly params: Hello; readonly result: HelloReply }
  readonly token: {
    readonly params: {
      readonly profile: string
      readonly validForMs?: number
      /** How long to wait for a login that does not work now, and for a turn; absent: it fails at once. */
      readonly waitMs?: number
    }
    readonly result: TokenResult
  }
  /** A token of less scope, or for somebody else, made of the login's (RFC 8693). @throws EXCHANGE_UNAVAILABLE, EXCHANGE_REFUSED */
  readonly exchangeToken: {
    readonly params: HostCalls['token']['params'] & TokenTarget
    readonly result: TokenResult & { readonly scope?: readonly string[] }
  }
  /** Which login is for that; null: none is. @throws USE_AMBIGUOUS */
  readonly loginFor: { readonly params: Purpose; readonly result: LoginForResult | null }
  /** As `loginFor`, and its token. */
  readonly tokenFor: {
    readonly params: Purpose & {
      /** The access token, unless it says so. */
      readonly token?: 'access' | 'id'
      /** The process that will use it, where that asks a second time only after a refusal: its id. */
      readonly asker?: number
    }
    readonly result: TokenForResult | null
  }
  /** Whoever was `queued` does not need its place any longer: the next one may come. Its next call says so as well. */
  readonly release: { readonly params: undefined; readonly result: null }
  readonly refresh: { readonly params: { readonly profile: string }; readonly result: HistoryEventView }
  readonly report401: {
    readonly params: { readonly profile: string; readonly accessToken?: string }
    readonly result: RefusalAnswer
  }
  /** By id, or by anything that names exactly one. */
  readonly profile: { readonly params: { readonly profile: string }; readonly result: ProfileView }
  readonly overview: { readonly params: undefined; readonly result: OverviewView }
  /** From now on the host tells these events. */
  readonly listen: {
    readonly params: { readonly events: readonly HostEventName[] }
    readonly result: null
  }
}

/** What a program wants a token for. */
export interface Purpose {
  /** The words of a use (config/use.ts): ["git", "https://git.example.test/team/tools"]. */
  readonly use: readonly string[]
  readonly user?: string
  /** Where the program works. */
  readonly folder?: string
}

export interface LoginForResult {
  readonly profile: string
  /** Whom the use names. */
  readonly user?: string
}

export interface TokenForResult extends LoginForResult {
  readonly token: string
  /** Of this token, epoch milliseconds; absent when it does not lapse, or nobody knows. */
  readonly expiresAtMs?: number
}

export interface TokenResult {
  /** The profile's id, whatever it was asked for by. */
  readonly profile: string
  readonly accessToken: string
  /** Epoch milliseconds; absent when it does not lapse, or nobody knows. */
  readonly expiresAtMs?: number
  /** Many came at once, and it had to wait for its turn. */
  readonly queued?: true
}

export interface HostEvents {
  readonly overview: OverviewView
  readonly history: HistoryEventView
  readonly expiring: Expiring
  readonly usable: Usable
}

export type HostCallName = keyof HostCalls
export type HostEventName = keyof HostEvents
