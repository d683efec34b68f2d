/** The provider of a login that comes from another machine: known here, or made known, or the login stays where it is. */
import { AppError } from '../../../base/errors.ts'
import type { Holder } from '../../../model/holder.ts'
import { issuedBy } from '../../../oauth/issued-by.ts'
import type { NodeConnection } from '../connection/ask-node.ts'
import type { NodeDeps } from '../connection/deps.ts'
import type { Definition } from '../connection/protocol.ts'
import { providerHere } from './same-provider.ts'

/** @param confirmed the endpoint that a person has seen and agreed to. @returns what the provider is called here
 * @throws AppError PROVIDER_UNKNOWN, PROVIDER_CHANGED, CONFIG_INVALID, PROVIDER_UNREACHABLE */
export async function ensureProvider(
  { ports, allProviders, addProvider }: Pick<NodeDeps, 'ports' | 'allProviders' | 'addProvider'>,
  link: Pick<NodeConnection, 'machine' | 'name'>,
  {
    provider: id,
    definition: theirs,
  }: { readonly provider: string; readonly definition?: Definition | undefined },
  confirmed: string | undefined,
): Promise<string> {
  const machine = { id: link.machine, name: link.name }
  const sha256Hex = (text: string) => ports.random.sha256Hex(text)
  const found = providerHere({ id, theirs, ours: allProviders(), machine, sha256Hex })
  switch (found.kind) {
    case 'same':
    case 'brought':
      return found.id
    case 'to-add':
      if (confirmed !== found.endpoint) throw unconfirmed(id, link.name, found.endpoint)
      await addProvider(found.input)
      return found.id
    case 'missing':
      throw new AppError('PROVIDER_UNKNOWN', found.why)
    case 'different':
      throw new AppError('CONFIG_INVALID', found.why)
  }
}

/** A login of a provider that came from another machine is one that this provider serves. */
export async function recordArrival(
  { tools, findProvider }: Pick<NodeDeps, 'tools' | 'findProvider'>,
  providerId: string,
  holders: readonly Holder[],
): Promise<void> {
  const provider = findProvider(providerId)
  if (provider?.from === undefined) return
  await tools.issuers.record(holders, issuedBy(provider, await tools.resolve(provider)))
}

function unconfirmed(id: string, name: string, endpoint: string): AppError {
  return new AppError(
    'PROVIDER_CHANGED',
    `Only ${name} knows the provider "${id}", and says that its tokens go to ${endpoint}. Nobody here has agreed to that, so nothing was sent there.`,
    { hint: `Look at ${name} again, and agree to that address if you know it.` },
  )
}
