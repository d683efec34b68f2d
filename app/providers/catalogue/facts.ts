/** An entry as lines for a person, each with whether it was read somewhere or is only believed. Pure. */
import type { CatalogueFactView } from '../../contract/catalogue.ts'
import { type Behaviour, type CatalogueEntry, EVERYTHING, type RedirectRule } from './entry.ts'

/** @param name as `believed` has it: "behaviour.rotation", or the whole "behaviour" */
export function isBelieved({ believed = [] }: CatalogueEntry, name: string): boolean {
  return [EVERYTHING, name, name.split('.')[0]].some((one) => one !== undefined && believed.includes(one))
}

/** Nobody has read anything of it. */
export function isUntried(entry: CatalogueEntry): boolean {
  return entry.believed?.includes(EVERYTHING) === true
}

export function factsOf(entry: CatalogueEntry): readonly CatalogueFactView[] {
  const { behaviour } = entry
  const facts: readonly (readonly [name: string, label: string, value: string | undefined])[] = [
    ['client', 'client', CLIENT[entry.client]],
    ['issuer', 'issuer', entry.issuer],
    ['authorizationEndpoint', 'signs in at', entry.authorizationEndpoint],
    ['deviceAuthorizationEndpoint', 'code from', entry.deviceAuthorizationEndpoint],
    ['tokenEndpoint', 'tokens from', entry.tokenEndpoint],
    ['revocationEndpoint', 'revoked at', entry.revocationEndpoint],
    ['scopes', 'scopes', entry.scopes.join(' ') || undefined],
    ['redirect', 'redirect', redirectInWords(entry.redirect)],
    ['clientAuthentication', 'authentication', entry.clientAuthentication],
    ['authorizationParams', 'sign-in with', paramsInWords(entry.authorizationParams)],
    ['tokenParams', 'exchange with', paramsInWords(entry.tokenParams)],
    ['refreshParams', 'refresh with', paramsInWords(entry.refreshParams)],
    ['refreshEncoding', 'requests in', entry.refreshEncoding === 'json' ? 'JSON' : undefined],
    ['refreshScope', 'scope in a refresh', entry.refreshScope],
    ['responseMembers', 'reply has', paramsInWords(entry.responseMembers)],
    ['errorWords', 'error words', paramsInWords(entry.errorWords)],
    ['behaviour.rotation', 'rotation', ROTATION[behaviour.rotation]],
    ['behaviour.reuseGraceSeconds', 'spent token works', inTime(behaviour.reuseGraceSeconds)],
    ['behaviour.accessLifeSeconds', 'access token lives', lifeInWords(behaviour.accessLifeSeconds)],
    ['behaviour.grantLifeDays', 'login ends after', inDays(behaviour.grantLifeDays)],
    ['behaviour.idleLimitDays', 'unused it ends after', inDays(behaviour.idleLimitDays)],
  ]
  return facts.flatMap(([name, label, value]) =>
    value === undefined ? [] : [{ label, value, believed: isBelieved(entry, name) }],
  )
}

const CLIENT = {
  public: 'without a secret',
  confidential: 'with a secret',
  either: 'with a secret or without',
} as const

const ROTATION: Readonly<Record<Behaviour['rotation'], string>> = {
  always: 'every refresh brings a new refresh token',
  never: 'the refresh token stays',
  unknown: 'depends, or is not known',
}

export function redirectInWords(rule: RedirectRule): string {
  switch (rule.kind) {
    case 'any-port':
      return `${rule.host}, any port`
    case 'exact':
      return `${rule.host}, exactly as registered`
    case 'https':
      return 'https only: the address is pasted'
    case 'given':
      return 'given by the provider: the address is pasted'
  }
}

function paramsInWords(params: Readonly<Record<string, string>> | undefined): string | undefined {
  return (
    params &&
    Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ')
  )
}

export function lifeInWords(seconds: Behaviour['accessLifeSeconds']): string | undefined {
  return seconds === 'endless' ? 'until it is revoked' : inTime(seconds)
}

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const

/** The largest unit that comes out even; a life of 5,183,944 s is about 60 days. */
export function inTime(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined
  if (seconds === 0) return 'not at all'
  const even = UNITS.find(([unit]) => seconds % unit === 0)
  if (even) return `${seconds / even[0]} ${even[1]}`
  return seconds < 86_400 ? `${seconds} s` : `about ${Math.round(seconds / 86_400)} d`
}

function inDays(days: number | undefined): string | undefined {
  return days === undefined ? undefined : `${days} d`
}
