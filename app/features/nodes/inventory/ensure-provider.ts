/** The provider of a login that comes from another machine: known here, or made known, or the login stays where it is. */
import { AppError } from '../../../base/errors.ts'
import type { NodeDeps } from '../connection/deps.ts'
import type { Definition } from '../connection/protocol.ts'
import { providerHere } from './same-provider.ts'

/** @throws AppError PROVIDER_UNKNOWN, CONFIG_INVALID, PROVIDER_UNREACHABLE */
export async function ensureProvider(
  { findProvider, addProvider }: Pick<NodeDeps, 'findProvider' | 'addProvider'>,
  id: string,
  theirs: Definition | undefined,
): Promise<void> {
  const found = providerHere(id, theirs, findProvider(id))
  if (found.kind === 'to-add') await addProvider(found.input)
  if (found.kind === 'missing') throw new AppError('PROVIDER_UNKNOWN', found.why)
  if (found.kind === 'different') throw new AppError('CONFIG_INVALID', found.why)
}
