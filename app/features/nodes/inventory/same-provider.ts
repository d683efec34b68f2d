/**
 * Does a provider mean the same on both machines? A refresh token sent to another server would be given away. What only
 * the other machine knows gets an id of its own, made of that machine and of what it says, so that it is taken for
 * nothing that was found here, and serves what comes from there alone. Pure.
 */
import { shownLine } from '../../../base/outside-text.ts'
import type { ProviderInput } from '../../../contract/views.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Definition } from '../connection/protocol.ts'
import { whyNotAdded } from './definition.ts'

export type ProviderHere =
  /** `id` is what it is called here. */
  | { readonly kind: 'same'; readonly id: string }
  /** Accepted before, just as it is there now. */
  | { readonly kind: 'brought'; readonly id: string }
  /** Not known here: added to config.json once a person has seen where its tokens would go. */
  | {
      readonly kind: 'to-add'
      readonly id: string
      readonly input: ProviderInput
      readonly endpoint: string
    }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'different'; readonly why: string }

export interface ProviderAsked {
  /** As the other machine calls it. */
  readonly id: string
  readonly theirs: Definition | undefined
  /** Every provider of this machine. */
  readonly ours: readonly Provider[]
  /** The other machine: its id, and what a person here calls it. */
  readonly machine: { readonly id: string; readonly name: string }
  readonly sha256Hex: (text: string) => string
}

const SAME = ['issuer', 'tokenEndpoint', 'clientId'] as const

export function providerHere({ id, theirs, ours, machine, sha256Hex }: ProviderAsked): ProviderHere {
  const own = ours.filter(({ from }) => from === undefined)
  const called = own.find((one) => one.id === id) ?? own.find(({ aliases }) => aliases?.includes(id) === true)
  const differs = theirs && called && differenceOf(theirs, called)
  if (called && differs === undefined) return { kind: 'same', id: called.id }
  const twin = theirs && own.find((one) => isTwin(theirs, one))
  if (twin) return { kind: 'same', id: twin.id }
  if (differs !== undefined) {
    const why = `"${id}" has another ${WORD[differs]} there than here, so a login of the one is of no use at the other.`
    return { kind: 'different', why }
  }
  const endpoint = theirs?.tokenEndpoint ?? theirs?.issuer
  if (!theirs?.custom || endpoint === undefined) {
    const why = `Lamplighter does not know the provider "${printable(id)}" here: add it first, with lamplighter provider add.`
    return { kind: 'missing', why }
  }
  const why = whyNotAdded(theirs, endpoint)
  if (why !== undefined) return { kind: 'missing', why }
  return broughtFrom(machine, theirs, endpoint, ours, sha256Hex)
}

function broughtFrom(
  machine: ProviderAsked['machine'],
  theirs: Definition,
  endpoint: string,
  ours: readonly Provider[],
  sha256Hex: (text: string) => string,
): ProviderHere {
  const { custom: _, id: called, name, settings, ...rest } = theirs
  const more = settings === undefined ? [] : [Object.entries(settings).sort(byName)]
  const said = JSON.stringify([machine.id, called, Object.entries(rest).sort(), ...more])
  const id = `${called.replace(/[^a-z0-9._-]/gi, '-').replace(/^[^a-z0-9]+/i, '') || 'provider'}`.slice(0, 48)
  const own = `${id}.${sha256Hex(said).slice(0, 8)}`
  if (ours.some((one) => one.id === own)) return { kind: 'brought', id: own }
  const shown = `${printable(name ?? called)} (from ${printable(machine.name)})`
  const input = { ...settings, ...rest, id: own, name: shown, from: printable(machine.name) }
  return { kind: 'to-add', id: own, endpoint, input: input as ProviderInput } // JSON has no undefined
}

function differenceOf(theirs: Definition, ours: Provider): (typeof SAME)[number] | undefined {
  const differs = SAME.find(
    (name) => theirs[name] !== undefined && ours[name] !== undefined && theirs[name] !== ours[name],
  )
  if (differs !== undefined) return differs
  // One names an issuer and the other an endpoint: nothing says that the two are one server.
  const names = (one: Definition | Provider) => one.issuer ?? one.tokenEndpoint
  const hasCommon = SAME.some(
    (name) => name !== 'clientId' && theirs[name] !== undefined && theirs[name] === ours[name],
  )
  return hasCommon || names(theirs) === undefined ? undefined : theirs.issuer ? 'issuer' : 'tokenEndpoint'
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

/** The very same server and client, whatever either calls it. */
function isTwin(theirs: Definition, ours: Provider): boolean {
  if ((theirs.issuer ?? theirs.tokenEndpoint) === undefined || !theirs.custom) return false
  return SAME.every((name) => theirs[name] === ours[name])
}

const WORD = { issuer: 'issuer', tokenEndpoint: 'token endpoint', clientId: 'client id' } as const

/** What another machine calls something is shown here, beside other words. */
function printable(text: string): string {
  return shownLine(text.trim(), 60) || 'unnamed'
}
