/** A provider that a person adds: in config.json, or with a sign-in that shows first whether it is one. */

import { AppError, aboutField } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'
import type { Config } from '../config/config.ts'
import type { ProviderInput, ProviderView } from '../contract/views.ts'
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
  const { id, issuer, tokenEndpoint, clientId } = input
  const isReachable = issuer !== undefined || (tokenEndpoint !== undefined && clientId !== undefined)
  if (!isReachable && !providers.find(id)) {
    throw new AppError('ARGUMENT_INVALID', `Nothing is said of "${id}" by which it could be reached.`, {
      hint: 'Give its issuer, which tells the rest, or its token endpoint and the client id.',
    })
  }
  if (issuer === undefined) return
  await discover(ports.http, issuer).catch((error: unknown) => {
    throw aboutField(error, 'issuer')
  })
}

function viewOf({ providers }: Pick<AddProviderDeps, 'providers'>, { id }: ProviderInput): ProviderView {
  const added = providers.find(id)
  if (!added) throw new AppError('CONFIG_INVALID', `"${id}" did not find its way into config.json.`)
  return toProviderView(added)
}
