/** Logins into one encrypted file, for another machine. The file is an `age` file, so its contents outlive this program. */
import { AppError } from '../errors.ts'
import type { Ports } from '../ports.ts'
import type { Profile } from '../profiles/profile.ts'
import { labelOf } from '../profiles/view.ts'
import type { Provider } from '../providers/provider.ts'
import { encryptText } from './age.ts'
import { type BundleLogin, printBundle } from './bundle-format.ts'
import { wouldFork } from './rotation.ts'

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

export interface BundleParts {
  readonly ports: Pick<Ports, 'clock' | 'process'>
  readonly findProvider: (name: string) => Provider | undefined
}

/**
 * @param withForks also what gives a rotating refresh token a second owner: the person asked for it, and was warned
 * @throws AppError PASSPHRASE_NEEDED; ARGUMENT_INVALID when nothing is left to write
 */
export async function writeBundle(
  { ports, findProvider }: BundleParts,
  profiles: readonly Profile[],
  passphrase: string,
  { withForks = false }: { readonly withForks?: boolean } = {},
): Promise<WrittenBundle> {
  const logins: BundleLogin[] = []
  const leftOut: LeftOut[] = []
  for (const profile of profiles) {
    const { credential, holder } = profile.grant.current
    const why = whyNot(profile, findProvider(profile.provider), withForks)
    if (why !== undefined || !credential) {
      leftOut.push({ profileId: profile.id, account: labelOf(profile), why: why ?? NO_SECRET })
      continue
    }
    const account = { ...profile.account, ...credential.account }
    const plain = { id: holder.entry, provider: profile.provider, account }
    logins.push({ ...plain, credential: { ...credential, account } })
  }
  if (logins.length === 0) {
    throw new AppError('ARGUMENT_INVALID', 'None of these logins can be put into the file.', {
      ...(leftOut[0] ? { hint: leftOut[0].why } : {}),
    })
  }
  const text = printBundle({ from: ports.process.hostname, atMs: ports.clock.now(), logins })
  const gone = new Set(leftOut.map((one) => one.profileId))
  const included = profiles.map(({ id }) => id).filter((id) => !gone.has(id))
  return { text: await encryptText(text, passphrase), included, leftOut }
}

const NO_SECRET = 'Its tokens are out of reach: another program keeps them.'

function whyNot(
  { grant: { current } }: Profile,
  provider: Provider | undefined,
  withForks: boolean,
): string | undefined {
  const { credential } = current
  if (current.problem) return current.problem.message
  if (!credential) return current.note ?? NO_SECRET
  const foreign = current.mode === 'watched' && current.owner !== 'OpenClaw'
  if (foreign) return `${current.owner} keeps and refreshes it; a copy would end that login.`
  if (current.spent) return 'Its refresh token is used up. Sign in again on the other machine.'
  if (withForks || !wouldFork(credential, provider)) return undefined
  const name = provider?.name ?? 'Its provider'
  return `${name} accepts each refresh token once: a copy would end it here or there. Sign in again on the other machine.`
}
