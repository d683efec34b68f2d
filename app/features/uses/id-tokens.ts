/** The id token of a login (OIDC Core §2), for programs whose protocol asks for who the person is. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { Secret } from '../../model/secret.ts'
import { claimsOf } from '../../oauth/jwt.ts'

export interface IdToken {
  readonly token: Secret
  readonly expiresAtMs?: number
}

export interface IdTokensDeps {
  readonly ports: Pick<Ports, 'clock' | 'random'>
  readonly profiles: ProfileRegistry
  readonly refresh: (profile: Profile, askedBy: string) => Promise<unknown>
}

export class IdTokens {
  readonly #deps: IdTokensDeps
  /** By profile: the lapsed id token that a refresh was made for. Not every provider sends another one. */
  readonly #tried = new Map<string, string>()

  constructor(deps: IdTokensDeps) {
    this.#deps = deps
  }

  /** Lives for `validForMs` more. @throws AppError NOT_REFRESHABLE */
  async get(profileId: string, validForMs: number, askedBy: string): Promise<IdToken> {
    const stored = this.#stored(profileId)
    if (stored && this.#lasts(stored, validForMs)) return stored
    if (stored && this.#isFirst(profileId, stored)) {
      await this.#deps.refresh(this.#deps.profiles.find(profileId), askedBy)
      const next = this.#stored(profileId)
      if (next && this.#lasts(next, validForMs)) return next
    }
    const who = labelOf(this.#deps.profiles.find(profileId))
    throw stored
      ? new AppError(
          'NOT_REFRESHABLE',
          `The id token of ${who} has expired, and a renewal brings no other.`,
          {
            hint: `Sign in again for a new one: lamplighter login ${profileId}`,
          },
        )
      : new AppError('NOT_REFRESHABLE', `${who} has no id token.`, {
          hint: 'Add the scope "openid" to its provider, and sign in again.',
        })
  }

  #stored(profileId: string): IdToken | undefined {
    const token = this.#deps.profiles.find(profileId).grant.current.credential?.idToken
    if (!token) return undefined
    const exp = claimsOf(token.expose())?.['exp']
    return { token, ...(typeof exp === 'number' ? { expiresAtMs: exp * 1000 } : {}) }
  }

  #lasts({ expiresAtMs }: IdToken, validForMs: number): boolean {
    return expiresAtMs === undefined || expiresAtMs > this.#deps.ports.clock.now() + validForMs
  }

  #isFirst(profileId: string, { token }: IdToken): boolean {
    const fingerprint = this.#deps.ports.random.fingerprint(token.expose())
    if (this.#tried.get(profileId) === fingerprint) return false
    this.#tried.set(profileId, fingerprint)
    return true
  }
}
