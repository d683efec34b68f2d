/** The ways a login can come over, each with its price in words. Pure. */
import type { Comparison, Way, WayView } from '../../../contract/nodes.ts'

/** What has to be known of one login to say how it may travel. */
export interface Travel {
  /** Where it is now: "T440", "this machine". */
  readonly from: string
  /** Where it would go. */
  readonly to: string
  readonly providerName: string
  readonly kind: 'oauth' | 'token' | 'api-key'
  readonly rotates: boolean
  readonly hasToken: boolean
  readonly canMove: boolean
  /** Why its tokens cannot be given away. */
  readonly why?: string | undefined
  /** Its access tokens are lent all the same. */
  readonly lends?: boolean
  /** Whose it is, where that is neither of the two. */
  readonly borrowedFrom?: string | undefined
  /** Lamplighter answers on the other machine; without it only files can be read. */
  readonly answers: boolean
  /** The receiving side can run a sign-in at this provider: why not, in a sentence. */
  readonly cannotSignIn?: string | undefined
  /** The receiving side has no use for the grant: why, in a sentence. */
  readonly cannotRefresh?: string | undefined
  /** Only the other machine knows the provider: where its tokens would go, as it says. */
  readonly endpoint?: string | undefined
  readonly comparison: Comparison
}

export function waysOf(travel: Travel): readonly WayView[] {
  const views = [move(travel), borrow(travel), signIn(travel), copy(travel)]
  const suggested = suggestionOf(travel, views)
  return views.map((view) => ({ ...view, suggested: view.way === suggested, ...unknownTo(travel, view) }))
}

type Draft = Omit<WayView, 'suggested'>

function draft(way: Way, obstacle: string | undefined, consequence: string, risky = false): Draft {
  const possible = obstacle === undefined
  return { way, possible, consequence: obstacle ?? consequence, risky: possible && risky }
}

function move(travel: Travel): Draft {
  const { from, to } = travel
  const consequence = [
    `${capital(from)} gives up its refresh token and ${to} renews at once, so that only ${to} can from then on.`,
    `${capital(from)} goes on with the access token and asks ${to} for each new one.`,
    adds(travel),
  ]
  return draft('move', whyNoMove(travel), words(consequence))
}

function whyNoMove(travel: Travel): string | undefined {
  const { kind, from, canMove } = travel
  if (travel.comparison === 'borrowed-there') return `It belongs to this machine already.`
  if (travel.borrowedFrom !== undefined) return `${capital(from)} borrows it from ${travel.borrowedFrom}.`
  if (kind !== 'oauth') return 'There is no refresh token to give up: a copy serves both machines.'
  if (!travel.answers) return needsLamplighter(travel)
  if (travel.why !== undefined) return travel.why
  if (!canMove) return `${capital(from)} has no refresh token of it that still works.`
  return travel.cannotRefresh
}

function borrow(travel: Travel): Draft {
  const { from, to } = travel
  const consequence = [
    `${capital(from)} stays its owner. Only the access token comes, and before it expires ${to} asks ${from} for the next.`,
    `While ${from} cannot be asked, ${to} has to wait.`,
    adds(travel),
  ]
  return draft('borrow', whyNoLoan(travel), words(consequence))
}

function whyNoLoan(travel: Travel): string | undefined {
  if (travel.comparison === 'borrowed-here') return 'It is borrowed from there already.'
  if (travel.comparison === 'borrowed-there') return 'It belongs to this machine already.'
  if (travel.borrowedFrom !== undefined)
    return `${capital(travel.from)} borrows it from ${travel.borrowedFrom}: borrow it there.`
  if (travel.kind === 'api-key') return 'A key does not expire: there is nothing to ask for again.'
  if (!travel.answers) return needsLamplighter(travel)
  if (travel.why !== undefined && travel.lends !== true) return travel.why
  return travel.hasToken ? undefined : 'Its tokens are out of reach there.'
}

function signIn(travel: Travel): Draft {
  const consequence = words([
    `A login of its own for ${travel.to}, with you present. Nothing is copied, and ${travel.from} keeps what it has.`,
    adds(travel),
  ])
  const obstacle = travel.kind === 'oauth' ? travel.cannotSignIn : 'It is no login that could be made anew.'
  return draft('sign-in', obstacle, consequence)
}

function copy(travel: Travel): Draft {
  const { from, to, providerName, rotates } = travel
  const obstacle =
    travel.comparison === 'same'
      ? 'Both machines hold exactly the same.'
      : travel.borrowedFrom === undefined
        ? (travel.why ?? (travel.hasToken ? undefined : 'Its tokens are out of reach there.'))
        : `${capital(from)} borrows it from ${travel.borrowedFrom}.`
  if (rotates) {
    const warning = `${adds(travel)} ${providerName} accepts each refresh token once: as soon as one machine renews it, the other is signed out. Only for an emergency, when ${from} no longer uses it.`
    return draft('copy', obstacle, warning.trim(), true)
  }
  const harmless =
    travel.kind === 'oauth'
      ? `${providerName} does not rotate refresh tokens, so both machines can use it.`
      : `${capital(from)} and ${to} can both go on using it.`
  return draft('copy', obstacle, words([harmless, adds(travel)]))
}

/** What costs nobody anything, and is certainly meant. A fork is an emergency already, and a move ends it. */
function suggestionOf({ comparison, rotates }: Travel, views: readonly Draft[]): Way | undefined {
  const can = (way: Way): boolean => views.some((view) => view.way === way && view.possible)
  if (comparison === 'fork') return can('move') ? 'move' : undefined
  if (comparison !== 'only-there' && comparison !== 'newer-there') return undefined
  if (!rotates) return can('copy') ? 'copy' : undefined
  if (can('borrow')) return 'borrow'
  return can('sign-in') ? 'sign-in' : undefined
}

function needsLamplighter({ from }: Travel): string {
  return `That needs Lamplighter on ${from === 'this machine' ? 'both machines' : from}: without it nobody there can give a refresh token up, or be asked again.`
}

function adds({ endpoint, providerName, from }: Travel): string {
  if (endpoint === undefined) return ''
  return `${providerName} is not known here: ${from} says that its tokens go to ${endpoint}. Agree only if you know that address.`
}

/** A person agrees to the address, and nobody does by the way. */
function unknownTo({ endpoint }: Travel, { possible }: Draft): Partial<WayView> {
  return endpoint === undefined || !possible ? {} : { endpoint, risky: true, suggested: false }
}

function words(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function capital(text: string): string {
  return text === 'this machine' ? 'This machine' : text
}
