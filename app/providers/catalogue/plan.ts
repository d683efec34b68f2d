/** From an entry and what the person gave to what config.json needs, and to what is still missing. Pure. */
import { AppError } from '../../base/errors.ts'
import type { CatalogueAnswers, MissingAnswer } from '../../contract/catalogue.ts'
import type { ProviderInput, RedirectInput } from '../../contract/views.ts'
import type { CatalogueEntry } from './entry.ts'
import { type Blanks, fill, fillAddress } from './fill.ts'
import { redirectOf } from './redirect-address.ts'

export interface CataloguePlan {
  readonly missing: readonly MissingAnswer[]
  /** As far as it goes. */
  readonly known: ProviderInput
  /** Absent while something is missing that is needed. */
  readonly input?: ProviderInput
  readonly redirect?: RedirectInput
  readonly registerPage?: string
}

/** @throws AppError ARGUMENT_INVALID for an answer that does not fit */
export function planOf(entry: CatalogueEntry, answers: CatalogueAnswers = {}): CataloguePlan {
  const blanks = blanksOf(entry, answers)
  const missing = missingOf(entry, answers, blanks)
  const redirect = redirectOf(entry.redirect, blanks, ownAddress(answers))
  const registerPage = fillAddress(entry.register.page, blanks)
  const complete = missing.every((one) => one.kind === 'clientSecret' && one.optional)
  const known = inputOf(entry, answers, blanks, redirect)
  return {
    missing,
    known,
    ...(redirect === undefined ? {} : { redirect }),
    ...(registerPage === undefined ? {} : { registerPage }),
    ...(complete && redirect ? { input: known } : {}),
  }
}

/** GITHUB_APP_CLIENT_SECRET. */
function secretVariableOf(id: string): string {
  return `${id.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_CLIENT_SECRET`
}

function blanksOf(entry: CatalogueEntry, answers: CatalogueAnswers): Blanks {
  const known = (entry.blanks ?? []).map(({ name }) => name)
  const given = Object.entries(answers.blanks ?? {}).filter(([, value]) => value.trim() !== '')
  const foreign = given.find(([name]) => !known.includes(name))
  if (foreign) {
    throw new AppError('ARGUMENT_INVALID', `${entry.name} has no blank "${foreign[0]}".`, {
      hint: known.length === 0 ? 'It has none at all.' : `It has: ${known.join(', ')}.`,
    })
  }
  return Object.fromEntries(given.map(([name, value]) => [name, value.trim()]))
}

function missingOf(
  entry: CatalogueEntry,
  { id, clientId, clientSecretEnv, secretInVault }: CatalogueAnswers,
  blanks: Blanks,
): readonly MissingAnswer[] {
  const empty = (entry.blanks ?? []).filter(({ name }) => !Object.hasOwn(blanks, name))
  const variable = secretVariableOf(id ?? entry.id)
  const wantsSecret = entry.client !== 'public' && clientSecretEnv === undefined && !secretInVault
  return [
    ...empty.map((blank) => ({ kind: 'blank', ...blank }) as const),
    ...(clientId?.trim() ? [] : [{ kind: 'clientId' } as const]),
    ...(wantsSecret
      ? [{ kind: 'clientSecret', optional: entry.client === 'either', variable } as const]
      : []),
  ]
}

function ownAddress({ redirectAddress }: CatalogueAnswers): string | undefined {
  if (redirectAddress === undefined) return undefined
  if (URL.canParse(redirectAddress) && new URL(redirectAddress).protocol === 'https:') return redirectAddress
  throw new AppError('ARGUMENT_INVALID', `"${redirectAddress}" is not an https address.`, {
    field: 'redirectAddress',
  })
}

function inputOf(
  entry: CatalogueEntry,
  answers: CatalogueAnswers,
  blanks: Blanks,
  redirect: RedirectInput | undefined,
): ProviderInput {
  const clientId = answers.clientId?.trim() || undefined
  const params = (given: CatalogueEntry['tokenParams']) =>
    filledIn(given, { ...blanks, ...(clientId ? { clientId } : {}) })
  const { behaviour } = entry
  const hasSecret = answers.clientSecretEnv !== undefined || answers.secretInVault === true
  return withoutAbsent({
    id: answers.id ?? entry.id,
    name: entry.name,
    ...addressesOf(entry, blanks),
    clientId,
    clientSecretEnv: answers.clientSecretEnv,
    // Without a secret there is nothing to show.
    clientAuthentication: hasSecret ? entry.clientAuthentication : undefined,
    scopes: answers.scopes ?? entry.scopes,
    redirect,
    authorizationParams: params(entry.authorizationParams) ?? {}, // and not those of an unknown server
    tokenParams: params(entry.tokenParams),
    refreshParams: params(entry.refreshParams),
    refreshEncoding: entry.refreshEncoding,
    refreshScope: entry.refreshScope,
    responseMembers: entry.responseMembers,
    errorWords: entry.errorWords,
    rotation: behaviour.rotation,
    grantLifeDays: behaviour.grantLifeDays,
    idleLimitDays: behaviour.idleLimitDays,
  })
}

const ADDRESSES = [
  'issuer',
  'authorizationEndpoint',
  'tokenEndpoint',
  'deviceAuthorizationEndpoint',
  'revocationEndpoint',
] as const

function addressesOf(entry: CatalogueEntry, blanks: Blanks): Partial<ProviderInput> {
  return Object.fromEntries(
    ADDRESSES.map((name) => [name, entry[name] && fillAddress(entry[name], blanks)] as const),
  )
}

function filledIn(
  params: CatalogueEntry['tokenParams'],
  values: Blanks,
): Readonly<Record<string, string>> | undefined {
  return (
    params &&
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, fill(value, values) ?? '']))
  )
}

/** As JSON has it: with exactOptionalPropertyTypes, absent and undefined differ. */
function withoutAbsent(
  input: { readonly [N in keyof ProviderInput]: ProviderInput[N] | undefined },
): ProviderInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as ProviderInput
}
