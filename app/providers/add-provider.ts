/** A provider that a person adds, in config.json. */

import { AppError } from '../base/errors.ts'
import type { Ports } from '../base/ports.ts'
import type { Config } from '../config/config.ts'
import type { ProviderInput, ProviderView } from '../contract/views.ts'
import { toProviderView } from '../model/provider-view.ts'
import { discover } from '../oauth/discovery.ts'
import type { Providers } from './providers.ts'

export interface AddProviderDeps {
  readonly ports: Pick<Ports, 'http'>
  readonly config: Pick<Config, 'addProvider'>
  readonly providers: Pick<Providers, 'find'>
  /** Its logins may be there already. */
  readonly look: () => Promise<void>
}

/** @throws AppError CONFIG_INVALID, PROVIDER_UNREACHABLE, PROVIDER_REFUSED, STORE_LOCKED, STORE_UNWRITABLE */
export async function addProvider(deps: AddProviderDeps, input: ProviderInput): Promise<ProviderView> {
  const { ports, config, providers, look } = deps
  // A wrong issuer is refused before it is written down.
  if (input.issuer !== undefined) await discover(ports.http, input.issuer)
  await config.addProvider(input)
  await look()
  const added = providers.find(input.id)
  if (!added) throw new AppError('CONFIG_INVALID', `"${input.id}" did not find its way into config.json.`)
  return toProviderView(added)
}
