/** The token for one MCP server, asked for as it is needed; a refused one is reported once, and its successor tried. */

import { AppError } from '../../base/errors.ts'
import type { RequestBroker } from '../io/broker.ts'

export interface ServerAccess {
  /** Undefined where no login is for this server. @throws AppError as `lamplighter token` */
  token(): Promise<string | undefined>
  /** Another token, never the refused one. @throws AppError NEEDS_LOGIN, PROVIDER_REFUSED, PROFILE_UNKNOWN */
  afterRefusal(refused: string | undefined): Promise<string>
}

/** Requests that are on their way need it a little longer. */
const NEEDED_FOR_MS = 30_000
/** A provider has this long for a refresh that another session began. */
const PAUSE_MS = 500
const MOST_TRIES = 30

export interface ServerAccessDeps {
  readonly broker: Pick<RequestBroker, 'ask' | 'close'>
  readonly url: string
  readonly folder: string
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

export function createServerAccess({ broker, url, folder, now, sleep }: ServerAccessDeps): ServerAccess {
  let kept: { readonly profile: string; readonly token: string; readonly untilMs: number } | undefined

  let before: Promise<unknown> = Promise.resolve()
  /** One after the other: hours may lie between two questions, and each is to find what the one before has changed. */
  const ask: typeof broker.ask = (name, params) => {
    const answered = before.then(() => broker.ask(name, params)).finally(() => broker.close())
    before = answered.catch(() => undefined) // told to whoever asked
    return answered
  }

  async function fresh(): Promise<string | undefined> {
    // Which login it is may change while a session lasts.
    const login = await ask('loginFor', { use: ['mcp', url], folder })
    if (!login) return undefined
    const { profile } = login
    const { accessToken, expiresAtMs } = await ask('token', { profile, validForMs: NEEDED_FOR_MS })
    kept = { profile, token: accessToken, untilMs: (expiresAtMs ?? 0) - NEEDED_FOR_MS }
    return accessToken
  }

  return {
    async token() {
      return kept && now() < kept.untilMs ? kept.token : fresh()
    },
    async afterRefusal(refused) {
      if (refused !== undefined && kept?.token === refused)
        await ask('report401', { profile: kept.profile, accessToken: refused })
      for (let tries = 1; ; tries++) {
        kept = undefined
        const token = await fresh()
        if (token === undefined) throw noLogin(url)
        if (token !== refused) return token
        await giveUpOn(kept, tries)
        await sleep(PAUSE_MS) // another session has reported it, and its refresh is on its way
      }
    },
  }

  /** Returns while another token may still come. @throws AppError NEEDS_LOGIN, PROVIDER_REFUSED */
  async function giveUpOn(login: { readonly profile: string } | undefined, tries: number): Promise<void> {
    const profile = login?.profile ?? ''
    const { status } = await ask('profile', { profile })
    if (status.kind === 'needs-login') {
      throw new AppError('NEEDS_LOGIN', status.failure.message, {
        hint: `Sign in again: lamplighter login ${profile}`,
      })
    }
    if (tries < MOST_TRIES) return
    throw new AppError(
      'PROVIDER_REFUSED',
      `${url} refuses the token of ${profile}, and there is no other yet.`,
      {
        hint: `See: lamplighter history ${profile}`,
      },
    )
  }
}

function noLogin(url: string): AppError {
  return new AppError('PROFILE_UNKNOWN', `${url} wants a sign-in, and no login is for it.`, {
    hint: `Sign in once: lamplighter login --mcp ${url}`,
  })
}
