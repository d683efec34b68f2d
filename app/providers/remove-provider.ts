/** Takes out of config.json what it says of a provider, unless a login could then no longer be refreshed. */
import { AppError } from '../base/errors.ts'
import type { Config } from '../config/config.ts'

export interface RemoveDeps {
  readonly config: Pick<Config, 'current' | 'removeProvider' | 'path'>
  /** One that we know without config.json, and go on knowing. */
  readonly isStock: (id: string) => boolean
}

/** @throws AppError PROVIDER_UNKNOWN, ARGUMENT_INVALID */
export async function removeProvider(
  { config, isStock }: RemoveDeps,
  id: string,
  usedBy: readonly { readonly id: string }[],
): Promise<void> {
  if (!Object.hasOwn(config.current().providers, id)) {
    throw new AppError('PROVIDER_UNKNOWN', `${config.path} does not name a provider "${id}".`, {
      hint: isStock(id)
        ? 'It is one of those that Lamplighter knows by itself.'
        : 'See: lamplighter provider list',
    })
  }
  if (!isStock(id) && usedBy.length > 0) {
    throw new AppError(
      'ARGUMENT_INVALID',
      `Without "${id}" nobody could refresh: ${usedBy.map((one) => one.id).join(', ')}.`,
      {
        hint: `Forget them first: lamplighter forget ${usedBy[0]?.id ?? ''}`,
      },
    )
  }
  await config.removeProvider(id)
}
