/** The last net before an outcome is told, recorded or shown: whoever's words it holds, this login's tokens are not in them. */

import type { Failure } from '../../contract/failure.ts'
import type { Profile } from '../../model/profile.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { hideSecrets } from '../../oauth/secret-spellings.ts'

export function withoutSecrets(profile: Profile, outcome: RefreshOutcome): RefreshOutcome {
  if (!('failure' in outcome)) return outcome
  const credentials = profile.grant.entries.map(({ credential }) => credential)
  if ('credential' in outcome) credentials.push(outcome.credential)
  const secrets = credentials.flatMap((one) => [one?.refreshToken, one?.accessToken, one?.idToken])
  const values = secrets.map((one) => one?.expose())
  const clean = (words: string): string => hideSecrets(words, values)
  const { message, hint, detail } = outcome.failure
  const failure: Failure = {
    ...outcome.failure,
    message: clean(message),
    ...(hint === undefined ? {} : { hint: clean(hint) }),
    ...(detail === undefined ? {} : { detail: clean(detail) }),
  }
  return { ...outcome, failure }
}
