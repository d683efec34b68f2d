/** Logins into one encrypted file, for another machine. The file is an `age` file, so its contents outlive this program. */
import { AppError } from '../../../base/errors.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { type BundleLogin, printBundle } from '../bundle/bundle-format.ts'
import { exportableOf } from './exportable.ts'

/** How a bundle is closed: age knows one or the other, and never both. */
export type Protection =
  | { readonly passphrase: string }
  /** `age1…`, or a line of an SSH public key; any one of them opens it. */
  | { readonly recipients: readonly string[] }

export interface LeftOut {
  readonly profileId: string
  readonly account: string
  /** Why, in a sentence. */
  readonly why: string
}

export interface WrittenBundle {
  /** The whole file, ASCII. */
  readonly text: string
  /** Ids of the profiles in it. */
  readonly included: readonly string[]
  readonly leftOut: readonly LeftOut[]
}

export interface BundleDeps {
  readonly ports: Pick<Ports, 'clock' | 'process'>
  readonly findProvider: (name: string) => Provider | undefined
  readonly tickets: Snapshot['tickets']
}

/**
 * @param withForks also what gives a rotating refresh token a second owner: the person asked for it, and was warned
 * @throws AppError PASSPHRASE_NEEDED; ARGUMENT_INVALID when a recipient is none, or nothing is left to write
 */
export async function writeBundle(
  { ports, findProvider, tickets }: BundleDeps,
  profiles: readonly Profile[],
  protection: Protection,
  { withForks = false }: { readonly withForks?: boolean } = {},
): Promise<WrittenBundle> {
  const close = await closing(protection)
  const logins: BundleLogin[] = []
  const included: string[] = []
  const leftOut: LeftOut[] = []
  for (const profile of profiles) {
    const { credential, holder } = profile.grant.current
    const verdict = exportableOf(profile, findProvider(profile.provider), tickets)
    if (!credential || verdict.kind === 'bound' || (verdict.kind === 'fork' && !withForks)) {
      const why = verdict.kind === 'free' ? '' : verdict.why
      leftOut.push({ profileId: profile.id, account: labelOf(profile), why })
      continue
    }
    const account = { ...profile.account, ...credential.account }
    logins.push({
      id: holder.entry,
      provider: profile.provider,
      account,
      credential: { ...credential, account },
    })
    included.push(profile.id)
  }
  if (logins.length === 0) {
    throw new AppError('ARGUMENT_INVALID', 'None of these logins can be put into the file.', {
      ...(leftOut[0] ? { hint: leftOut[0].why } : {}),
    })
  }
  const text = printBundle({ from: ports.process.hostname, atMs: ports.clock.now(), logins })
  return { text: await close(text), included, leftOut }
}

/** @throws AppError PASSPHRASE_NEEDED, ARGUMENT_INVALID before anything is put together */
export async function closing(protection: Protection): Promise<(text: string) => Promise<string>> {
  const [{ checkPassphrase, encryptText, encryptTo }, { recipientOf }] = await Promise.all([
    import('../bundle/encrypt.ts'), // with their library
    import('../bundle/recipient.ts'),
  ])
  if ('passphrase' in protection) {
    checkPassphrase(protection.passphrase)
    return (text) => encryptText(text, protection.passphrase)
  }
  const [first, ...more] = [...new Set(protection.recipients)]
  if (first === undefined) {
    throw new AppError('ARGUMENT_INVALID', 'Nobody is named who could open the file.', {
      hint: 'Give a passphrase, or at least one recipient.',
    })
  }
  const named = [first, ...more].map((text, at) =>
    recipientOf(text, more.length === 0 ? 'The recipient' : `Recipient ${at + 1}`),
  )
  return (text) => encryptTo(text, named)
}
