/**
 * What a person is told when a refresh brought nothing: what happened, and what to do. Whether anybody tries again is
 * for those to say who know what runs (model/profile-view.ts). Pure.
 */
import type { Failure } from '../../contract/failure.ts'
import type { Account } from '../../model/credential.ts'
import type { Provider } from '../../model/provider.ts'
import { CERTIFICATE_HINT, CLIENT_CERTIFICATE_HINT } from '../../oauth/certificate-hint.ts'
import type { FailureClass, TroubleAt } from './classify-reply.ts'

type Named = Pick<Provider, 'id' | 'name' | 'clientPerLogin'>
type Kind<K extends FailureClass['kind']> = Extract<FailureClass, { readonly kind: K }>

/** @param lost the reply to an earlier request with this refresh token never came */
export function endedFailure(
  { name }: Named,
  { detail }: { readonly detail: string },
  lost: boolean,
): Failure {
  const why = lost
    ? `${name} has ended this login: the reply to an earlier renewal was lost on its way, and what was sent with it counts as used.`
    : `${name} has ended this login.`
  return { code: 'NEEDS_LOGIN', message: why, hint: 'Sign in again to bring it back.', detail }
}

/** The provider's answer names somebody else. */
export function otherAccountFailure({ email, id }: Account): Failure {
  return {
    code: 'LOGIN_OTHER_ACCOUNT',
    message: `The provider answered for another account (${email ?? id}). Nothing was written.`,
    hint: 'Sign in again with the right account.',
  }
}

export function scopeFailure({ name }: Named, { detail }: { readonly detail: string }): Failure {
  const message = `${name} wants more permissions than this login has.`
  return { code: 'NEEDS_LOGIN', message, hint: 'Sign in again and grant them.', detail }
}

const ONCE_MORE = 'From a minute on it can be tried once more.'

export function lostFailure({ name }: Named, { detail }: Kind<'unknown-outcome'>): Failure {
  return {
    code: 'OUTCOME_UNKNOWN',
    message: `The request went out to ${name} and no reply came back, so nobody knows yet whether it counted.`,
    hint: ONCE_MORE,
    detail,
  }
}

export function unreadableFailure({ name }: Named, { detail }: Kind<'unreadable'>): Failure {
  return {
    code: 'REPLY_INVALID',
    message: `${name} answered with something that cannot be read, so nobody knows yet whether the refresh token is used up.`,
    hint: ONCE_MORE,
    detail,
  }
}

/** The provider's own words are the best there is to say. */
export function refusedFailure({ name }: Named, { detail }: { readonly detail: string }): Failure {
  return {
    code: 'CLIENT_REJECTED',
    message: `${name} refuses to renew this login, which it did before: ${detail}`,
    hint: 'If it goes on like this, sign in again.',
    detail,
  }
}

/** Nothing in config.json is about a client that a program has registered for itself. */
const WITH_ITS_PROGRAM = 'Sign in again with the program that keeps it, which registers itself anew.'

export function probablyEndedFailure(
  { id, name, clientPerLogin }: Named,
  { detail }: { readonly detail: string },
): Failure {
  const further = `If that does not help, check the client id and the endpoints of "${id}" in config.json.`
  return {
    code: 'NEEDS_LOGIN',
    message: `${name} goes on refusing this login, so it has most likely ended: ${detail}`,
    hint: clientPerLogin ? WITH_ITS_PROGRAM : `Sign in again. ${further}`,
    detail,
  }
}

export function clientFailure(
  { id, name, clientPerLogin }: Named,
  { detail }: Kind<'client-rejected'>,
): Failure {
  return {
    code: 'CLIENT_REJECTED',
    message: `${name} refused ${clientPerLogin ? 'the client id of this login' : 'Lamplighter’s client id'}. The login itself may be fine.`,
    hint: clientPerLogin
      ? WITH_ITS_PROGRAM
      : `Check the client id and the endpoints of "${id}" in config.json.`,
    detail,
  }
}

export function misdirectedFailure(
  { id, name, clientPerLogin }: Named,
  { detail }: Kind<'misdirected'>,
): Failure {
  return {
    code: 'CLIENT_REJECTED',
    message: `Nobody renews logins at the address Lamplighter has for ${name}: ${detail}`,
    hint: clientPerLogin
      ? WITH_ITS_PROGRAM
      : `Correct the tokenEndpoint of "${id}" in config.json, or give its issuer, which tells its own.`,
    detail,
  }
}

export function waitFailure({ name }: Named, { detail }: Kind<'rate-limited'>): Failure {
  return { code: 'PROVIDER_REFUSED', message: `${name} asks us to wait.`, detail }
}

export function troubleFailure({ name }: Named, { detail, from }: Kind<'transient'>): Failure {
  const [message, hint] = TROUBLES[from](name, detail)
  return { code: 'PROVIDER_UNREACHABLE', message, ...(hint === undefined ? {} : { hint }), detail }
}

/** The commonest of the system's words for it; what else there is stands in the detail. */
const NO_ANSWER: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, ' (connection refused)'],
  [/ENOTFOUND|EAI_AGAIN/, ' (its name was not found)'],
  [/ENETUNREACH|EHOSTUNREACH|ENETDOWN/, ' (no network)'],
  [/ECONNRESET|EPIPE|socket hang up/, ' (the connection broke)'],
  [/ETIMEDOUT|time[d ]?out/i, ' (no reply in time)'],
]

function whyNoAnswer(detail: string): string {
  return NO_ANSWER.find(([pattern]) => pattern.test(detail))?.[1] ?? ''
}

type TroubleText = (name: string, detail: string) => readonly [string, string?]

const TROUBLES: Readonly<Record<TroubleAt, TroubleText>> = {
  network: (name, detail) => [`${name} did not answer${whyNoAnswer(detail)}.`],
  server: (name) => [`${name} answered that it has trouble of its own.`],
  refusal: (name) => [
    `${name} refuses to renew this login, and does not say why.`,
    'If it goes on like this, sign in again.',
  ],
  page: (name) => [
    `Something else than ${name}’s token endpoint answered.`,
    'If this network has a sign-in page of its own, open it in a browser.',
  ],
  certificate: (name) => [
    `No safe connection to ${name} comes about: its certificate does not hold.`,
    'Is this machine’s clock right, and no sign-in page of the network in the way?',
  ],
  'unknown-authority': (name) => [
    `No safe connection to ${name} comes about: its certificate is from an authority that is not known here.`,
    CERTIFICATE_HINT,
  ],
  'client-certificate': (name) => [
    `No connection to ${name} comes about with this client certificate.`,
    CLIENT_CERTIFICATE_HINT,
  ],
}
