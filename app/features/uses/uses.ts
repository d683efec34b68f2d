/** Which login is for what a program asks, and the token for it: `uses` of config.json. No account is ever guessed. */

import { AppError, messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Config } from '../../config/config.ts'
import {
  fitting,
  parseUse,
  textOfUse,
  USE_KINDS,
  type UseKind,
  type Wanted,
  wantedFor,
} from '../../config/use.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { TokenService } from '../../engine/tokens/token-service.ts'
import { isTokenText } from '../../model/credential.ts'
import type { Secret } from '../../model/secret.ts'
import type { IdTokens } from './id-tokens.ts'
import { remotesOf } from './remotes.ts'
import { SecondAsks } from './second-asks.ts'

/** A token that is on its way to a program, and from there to a server. */
export const SHORTEST_LIFE_MS = 30_000

export interface UsesDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'log' | 'paths'>
  readonly config: Config
  readonly profiles: ProfileRegistry
  readonly tokens: TokenService
  readonly idTokens: IdTokens
}

export interface UseView {
  readonly login: string
  /** As config.json has it. */
  readonly use: string
}

export interface WantedFor {
  readonly use: readonly string[]
  readonly user?: string | undefined
  readonly folder?: string | undefined
}

export interface LoginFor {
  readonly profile: string
  /** Whom the use names. */
  readonly user?: string
}

export interface HandOut {
  readonly askedBy: string
  readonly token: 'access' | 'id'
  /** Which process asks for what, where it asks a second time only after a refusal. */
  readonly ask?: string
  readonly signal?: AbortSignal
}

export interface HandedOut {
  readonly token: Secret
  readonly expiresAtMs?: number
}

export class Uses {
  readonly #deps: UsesDeps
  readonly #secondAsks: SecondAsks

  constructor(deps: UsesDeps) {
    this.#deps = deps
    this.#secondAsks = new SecondAsks(deps.ports.clock)
  }

  list(): readonly UseView[] {
    return this.#all().map(({ login, use }) => ({ login, use: textOfUse(use) }))
  }

  /** @throws AppError ARGUMENT_INVALID, PROFILE_UNKNOWN, CONFIG_INVALID, STORE_LOCKED, STORE_UNWRITABLE */
  async change(login: string, text: string, isWanted: boolean): Promise<UseView> {
    const use = parseUse(text)
    if (typeof use === 'string') throw notAUse(use)
    const written = this.#nameOf(login)
    const isThere = this.list().some((one) => one.login === written && one.use === textOfUse(use))
    if (!isWanted && !isThere) {
      throw new AppError('ARGUMENT_INVALID', `${login} has no use "${textOfUse(use)}".`, {
        hint: 'See: lamplighter use --list',
      })
    }
    await this.#deps.config.changeUse(written, use, isWanted)
    return { login: written, use: textOfUse(use) }
  }

  /** The one login that is for it; undefined when none is. @throws AppError USE_AMBIGUOUS, ARGUMENT_INVALID */
  async loginFor(asked: WantedFor): Promise<LoginFor | undefined> {
    const wanted = await this.#withRemotes(wantedOf(asked))
    const fits = fitting(this.#all(), wanted, this.#deps.ports.paths.userHome)
    const logins = [...new Set(fits.map(({ login }) => this.#deps.profiles.find(login).id))]
    const [profile, other] = logins
    if (profile === undefined) return undefined
    const user = fits.find(({ use }) => use.user !== undefined)?.use.user
    if (other === undefined) return { profile, ...(user === undefined ? {} : { user }) }
    const what = textOfUse(wanted)
    throw new AppError(
      'USE_AMBIGUOUS',
      `${logins.length} logins are for "${what}": ${logins.join(' and ')}.`,
      {
        hint: 'None was used. Give one of them a longer path, a folder or a remote (lamplighter use LOGIN … --below FOLDER), or take the use from the other.',
      },
    )
  }

  /** @throws AppError as TokenService.token(); NOT_REFRESHABLE where there is no id token */
  async handOut(profileId: string, { askedBy, token: which, ask, signal }: HandOut): Promise<HandedOut> {
    const { tokens, idTokens } = this.#deps
    const refused = ask === undefined ? undefined : this.#secondAsks.refused(ask)
    if (refused) await this.#report(profileId, askedBy, which === 'id' ? undefined : refused)
    const wish = { validForMs: SHORTEST_LIFE_MS, askedBy, ...(signal ? { signal } : {}) }
    const access = await tokens.token(profileId, wish)
    const token: HandedOut =
      which === 'id'
        ? await idTokens.get(profileId, SHORTEST_LIFE_MS, askedBy)
        : { ...access, token: access.accessToken }
    if (!isTokenText(token.token.expose())) {
      throw new AppError(
        'STORE_CORRUPT',
        `The token of ${profileId} has characters that no token may have.`,
        {
          hint: `Sign in again: lamplighter login ${profileId}`,
        },
      )
    }
    if (ask !== undefined) this.#secondAsks.handed(ask, token.token)
    const { expiresAtMs } = token
    return { token: token.token, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) }
  }

  /** A repository is looked for only where a use asks for one. */
  async #withRemotes(wanted: Wanted): Promise<Wanted> {
    const { kind, place, folder } = wanted
    const isAsked = this.#all().some(({ use }) => use.remote && use.kind === kind && use.place === place)
    if (!isAsked || folder === undefined) return wanted
    return { ...wanted, remotes: await remotesOf(this.#deps.ports, folder) }
  }

  /** A report that comes to nothing changes nothing: what is stored is handed out, or said to be of no use. */
  async #report(profileId: string, askedBy: string, token: Secret | undefined): Promise<void> {
    try {
      await this.#deps.tokens.report401(profileId, askedBy, token)
    } catch (error) {
      this.#deps.ports.log.info('a second ask brought no other token', {
        profile: profileId,
        error: messageOf(error),
      })
    }
  }

  /** The name under which config.json has its uses already, or its id. */
  #nameOf(login: string): string {
    const known = this.#deps.config.current().uses ?? {}
    if (Object.hasOwn(known, login)) return login
    return this.#deps.profiles.find(login).id
  }

  #all() {
    const uses = Object.entries(this.#deps.config.current().uses ?? {})
    return uses.flatMap(([login, its]) => its.map((use) => ({ login, use })))
  }
}

function wantedOf({ use: [kind = '', ...words], user, folder }: WantedFor): Wanted {
  if (!USE_KINDS.some((one) => one === kind)) throw notAUse(`"${kind}" is not a use: ${USE_KINDS.join(', ')}`)
  const wanted = wantedFor(kind as UseKind, words)
  if (typeof wanted === 'string') throw notAUse(wanted)
  return {
    ...wanted,
    ...(user === undefined ? {} : { user }),
    ...(folder === undefined ? {} : { folder }),
  }
}

function notAUse(why: string): AppError {
  return new AppError('ARGUMENT_INVALID', `That is no use of a login: ${why}.`)
}
