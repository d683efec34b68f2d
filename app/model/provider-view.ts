/** A provider as a person sees it. Pure. */
import type { ProviderView } from '../contract/views.ts'
import type { Provider } from './provider.ts'
import { hasBrowserLogin, hasClientLogin, hasDeviceLogin } from './provider.ts'

export function toProviderView(provider: Provider): ProviderView {
  return {
    id: provider.id,
    name: provider.name,
    browserLogin: hasBrowserLogin(provider),
    deviceLogin: hasDeviceLogin(provider),
    ...(hasClientLogin(provider) ? { clientLogin: true } : {}),
    ...(provider.retired === undefined ? {} : { retired: provider.retired }),
    custom: provider.added === true,
  }
}
