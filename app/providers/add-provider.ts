/** A provider that a person adds: in config.json, or with a sign-in that shows first whether it is one. */

import { AppError, aboutField } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'
import type { Config } from '../config/config.ts'
import type { ProviderEdit, ProviderInput, ProviderView } from '../contract/views.ts'
import { toProviderView } from '../model/provider-view.ts'
import type { Secret } from '../model/secret.ts'
import { discover } from '../oauth/discovery.ts'
import { checkClientSecret } from './client-secret.ts'
import type { Providers } from './providers.ts'

export interface AddProviderDeps {
  readonly ports: Pick<Ports, 'http' | 'files' | 'paths'>
  readonly config: Pick<Config, 'addProvider'>
  readonly providers: Pick<Providers, 'find' | 'propose'>
  /** Its logins may be there already. */
  readonly look: () => Promise<void>
}

/** @throws AppError CONFIG_INVALID, PROVIDER_UNREACHABLE, PROVIDER_REFUSED, STORE_LOCKED, STORE_UNWRITABLE */
export async function addProvider(deps: AddProviderDeps, input: ProviderInput): Promise<ProviderView> {
  await check(deps, input)
  await deps.config.addProvider(input)
  await deps.look()
  return viewOf(deps, input)
}

/** What the window shows of a provider that config.json has, and can change. @throws AppError PROVIDER_UNKNOWN */
export function editOf({ current }: Pick<Config, 'current'>, id: string): ProviderEdit {
  const { providers } = current()
  const written = Object.hasOwn(providers, id) ? providers[id] : undefined
  if (!written) throw new AppError('PROVIDER_UNKNOWN', `config.json says nothing of a provider "${id}".`)
  const set = EDITABLE.flatMap((name) => (written[name] === undefined ? [] : [[name, written[name]]]))
  return { id, ...Object.fromEntries(set) }
}

/** @throws AppError as addProvider(), and PROVIDER_UNKNOWN */
export async function changeProvider(
  deps: Omit<AddProviderDeps, 'config'> & { readonly config: Pick<Config, 'current' | 'changeProvider'> },
  { id, ...edit }: ProviderEdit,
): Promise<ProviderView> {
  if (isReachable(editOf(deps.config, id)) && !isReachable(edit)) throw unreachable(id)
  await check(deps, { id, ...edit })
  const change = Object.fromEntries(EDITABLE.map((name) => [name, edit[name]]))
  await deps.config.changeProvider(id, change)
  await deps.look()
  return viewOf(deps, { id })
}

const EDITABLE = [
  'name',
  'issuer',
  'authorizationEndpoint',
  'tokenEndpoint',
  'deviceAuthorizationEndpoint',
  'clientId',
  'scopes',
] as const

/** As addProvider(), written down only once a sign-in there has worked. @throws AppError as addProvider() */
export async function proposeProvider(
  deps: Omit<AddProviderDeps, 'config' | 'look'>,
  input: ProviderInput,
  secret?: Secret,
): Promise<ProviderView> {
  await check(deps, input)
  deps.providers.propose(input, secret)
  const provider = deps.providers.find(input.id)
  if (provider && secret) {
    await checkClientSecret(deps.ports, provider, secret).catch((error: unknown) => {
      throw aboutField(error, 'secret')
    })
  }
  return viewOf(deps, input)
}

/** Enough to ask it for anything? An issuer tells the rest, and a wrong one is refused before it is used. */
async function check({ ports, providers }: Omit<AddProviderDeps, 'config' | 'look'>, input: ProviderInput) {
  const { id, issuer } = input
  if (!isReachable(input) && !providers.find(id)) throw unreachable(id)
  if (issuer === undefined) return
  await discover(ports.http, issuer).catch((error: unknown) => {
    throw aboutField(error, 'issuer')
  })
}

function isReachable({ issuer, tokenEndpoint, clientId }: Omit<ProviderInput, 'id'>): boolean {
  return issuer !== undefined || (tokenEndpoint !== undefined && clientId !== undefined)
}

function unreachable(id: string): AppError {
  return new AppError('ARGUMENT_INVALID', `Nothing is said of "${id}" by which it could be reached.`, {
    hint: 'Give its issuer, which tells the rest, or its token endpoint and the client id.',
  })
}

function viewOf({ providers }: Pick<AddProviderDeps, 'providers'>, { id }: ProviderInput): ProviderView {
  const added = providers.find(id)
  if (!added) throw new AppError('CONFIG_INVALID', `"${id}" did not find its way into config.json.`)
  return toProviderView(added)
}
