/** What a person chooses from when they take logins elsewhere, and where the file may go. */

import { AppError } from '../../../base/errors.ts'
import type { Ports } from '../../../base/ports.ts'
import type { ExportChoiceView } from '../../../contract/views.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { exportableOf } from './exportable.ts'

export function exportChoices(
  profiles: readonly Profile[],
  findProvider: (name: string) => Provider | undefined,
  tickets: Snapshot['tickets'],
): readonly ExportChoiceView[] {
  return profiles.map((profile) => {
    const provider = findProvider(profile.provider)
    const verdict = exportableOf(profile, provider, tickets)
    return {
      profileId: profile.id,
      providerId: provider?.id ?? profile.provider,
      providerName: provider?.name ?? profile.provider,
      account: labelOf(profile),
      ...verdict,
    }
  })
}

/** Asked before anything is encrypted, which takes its time. @throws AppError ARGUMENT_INVALID */
export async function checkTarget(files: Ports['files'], path: string, overwrite: boolean): Promise<void> {
  const found = await files.stat(path)
  if (!found) return
  if (found.kind !== 'file') {
    const what = found.kind === 'directory' ? 'a folder' : 'a device or a pipe'
    throw new AppError('ARGUMENT_INVALID', `${path} is ${what}, not a file.`, {
      hint: 'Name the file to write, for example logins.age.',
    })
  }
  if (!overwrite) throw isThere(path)
}

export function isThere(path: string): AppError {
  return new AppError('ARGUMENT_INVALID', `${path} is there already, and was left as it is.`, {
    hint: 'Choose another name, or say --force to replace it.',
  })
}
