/** What choosing a row does, here and on the other machine, in words. Pure. */
import type { Credential } from '../../../model/credential.ts'
import { wouldFork } from '../../../model/fork.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Verdict } from './verdict.ts'

export interface About {
  readonly verdict: Verdict
  readonly credential: Credential | undefined
  readonly provider: Provider | undefined
  /** As the person knows it, also where we do not know the provider. */
  readonly providerName: string
  /** "T440", or "the other machine". */
  readonly there: string
  /** Labels of what is written; empty when nothing is. */
  readonly targets: readonly string[]
  /** A new entry in our vault, rather than over what is here. */
  readonly isNew: boolean
}

export function consequenceOf(about: About): string {
  const { verdict, providerName, there } = about
  switch (verdict.kind) {
    case 'unreadable':
      return `It cannot be brought over. ${verdict.why}`
    case 'owned-elsewhere':
      return `${verdict.owner} keeps this login on ${there} and renews it there; a copy would end it. Sign in here instead.`
    case 'here':
      return 'This login lives here already: this is the file that it stands in. There is nothing to bring over, and nothing to remove.'
    case 'same':
      return sentence('This machine already holds exactly this login. Nothing to do.', shared(about))
    case 'older':
      return verdict.because === 'spent'
        ? 'Its refresh token was already used up on this machine; sending it again could end the login. Nothing to do.'
        : 'This machine already holds a newer one. Nothing to do.'
    case 'expired':
      return expired(verdict.because, about)
    case 'undecided':
      return sentence(
        'Nothing says which of the two is newer. Choose it only if the one here no longer works.',
        where(about),
      )
    case 'other-account':
      return sentence(
        `The login of this name belongs to ${labelOf(verdict.here)} here, and stays untouched.`,
        where(about),
        verdict.fork ? forkWarning(about) : copied(about),
      )
    case 'fork':
      return sentence(
        forkWarning(about),
        'Better: sign in here, which leaves the other one alone.',
        `Choose it only if ${there} no longer uses this login.`,
        where(about),
        unknownProvider(about),
      )
    case 'newer':
      return sentence(
        where(about),
        verdict.match.by === 'name' ? 'Neither says whose it is: choose it only if you know.' : '',
        copied(about),
      )
    case 'new':
      return sentence(where(about), copied(about), renewal(about, providerName))
  }
}

function forkWarning({ providerName, there, provider }: About): string {
  return provider?.rotation === 'always'
    ? `${providerName} accepts each refresh token once: as soon as Lamplighter renews it here, ${there} is signed out, or the other way round.`
    : `${providerName} may accept each refresh token only once: as soon as Lamplighter renews it here, ${there} is signed out, or the other way round.`
}

function where({ targets, isNew }: About): string {
  if (targets.length === 0) return ''
  if (isNew)
    return 'Lamplighter keeps it in its vault as a new login; other programs’ files stay as they are.'
  const [first = ''] = targets
  return targets.length === 1
    ? `It takes the place of the one in ${first}.`
    : `It takes the place of the one in ${targets.length} places at once.`
}

/** For what may be copied freely. */
function copied(about: About): string {
  const { credential, there, providerName } = about
  if (credential?.kind === 'api-key') return `${capital(there)} can go on using the key as well.`
  if (credential && wouldFork(credential, about.provider)) return shared(about)
  if (credential?.refreshToken) {
    return `${providerName} does not rotate refresh tokens, so ${there} stays signed in.`
  }
  return `${capital(there)} stays signed in.`
}

/** Two machines with one rotating refresh token: nothing of ours made it so, and the person should know. */
function shared({ credential, provider, there }: About): string {
  if (!credential || !wouldFork(credential, provider)) return ''
  return `Both machines hold the same refresh token: whichever renews first signs the other out, so remove it on ${there}.`
}

function renewal({ credential, provider }: About, name: string): string {
  if (!credential || credential.kind === 'api-key') return ''
  if (!credential.refreshToken) {
    return credential.expiresAtMs === undefined
      ? ''
      : 'It cannot be renewed: once it expires, somebody has to sign in again.'
  }
  if (!provider) return ''
  return provider.notRefreshable ?? `Lamplighter renews it here, with ${name}.`
}

function unknownProvider({ provider, providerName }: About): string {
  return provider
    ? ''
    : `Lamplighter does not know "${providerName}" here yet: add the provider first, or it is kept but not renewed.`
}

function expired(because: 'time' | 'refused' | 'retired', { provider, there }: About): string {
  if (because === 'retired') return `It has expired, and ${provider?.retired ?? 'nothing renews it.'}`
  if (because === 'refused') return 'The provider has already refused this login here. Sign in instead.'
  return `It has expired and nothing in the file can renew it. Sign in here, or export it again on ${there}.`
}

function sentence(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/** "The other machine"; one that has a name is spelled as it spells itself. */
function capital(text: string): string {
  return text.startsWith('the ') ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
