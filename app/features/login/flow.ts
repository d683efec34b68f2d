/** What a way of signing in is given, and what it tells while it runs. */

import { AppError, messageOf } from '../../base/errors.ts'
import { HttpFailure, type Ports } from '../../base/ports.ts'
import type { LoginStep } from '../../contract/views.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import { unreachable } from '../../oauth/certificate-hint.ts'
import type { TokenAnswer, TokenReply } from '../../oauth/token-endpoint.ts'

export type LoginPorts = Pick<Ports, 'clock' | 'http' | 'listener' | 'browser' | 'random' | 'log'>

export interface FlowControls {
  show(step: LoginStep): void
  /** Aborts on cancel. */
  readonly signal: AbortSignal
}

/** For a person waiting in front of the screen; the reply of a code exchange must not be missed by a slow network. */
export const EXCHANGE_TIMEOUT_MS = 30_000

/** @throws AppError PROVIDER_REFUSED, REPLY_INVALID */
export function replyOf(answer: TokenAnswer, provider: ResolvedProvider): TokenReply {
  if (answer.kind === 'success') return answer.reply
  const said = answer.kind === 'error' ? [answer.error, answer.description] : [answer.reason]
  const cause = new Error([`HTTP ${answer.status}`, ...said].filter(Boolean).join(': '))
  if (answer.kind === 'invalid') {
    throw new AppError('REPLY_INVALID', `${provider.name} answered with something that is not a login.`, {
      cause,
    })
  }
  throw new AppError('PROVIDER_REFUSED', `${provider.name} refused to complete the sign-in.`, {
    cause,
    hint: 'Start the sign-in again; the code of this one is used up.',
  })
}

export function cancelled(): AppError {
  return new AppError('LOGIN_CANCELLED', 'The sign-in was cancelled.')
}

/** Every ending of a login as an error with a code. */
export function asLoginError(error: unknown, providerName: string): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HttpFailure) {
    return error.left
      ? new AppError(
          'OUTCOME_UNKNOWN',
          `${providerName} did not answer when the sign-in was to be completed.`,
          {
            cause: error,
            hint: 'Start the sign-in again.',
          },
        )
      : unreachable(providerName, error)
  }
  return new AppError('INTERNAL', 'The sign-in stopped unexpectedly.', { cause: new Error(messageOf(error)) })
}
