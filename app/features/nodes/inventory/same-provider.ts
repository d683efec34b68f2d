/** Does a provider mean the same on both machines? A refresh token sent to another server would be given away. Pure. */
import type { ProviderInput } from '../../../contract/views.ts'
import type { Provider } from '../../../model/provider.ts'
import type { Definition } from '../connection/protocol.ts'

export type ProviderHere =
  | { readonly kind: 'same' }
  /** Not known here: added to config.json as it is known there. */
  | { readonly kind: 'to-add'; readonly input: ProviderInput }
  | { readonly kind: 'missing'; readonly why: string }
  | { readonly kind: 'different'; readonly why: string }

/** @param id as the other machine calls it */
export function providerHere(
  id: string,
  theirs: Definition | undefined,
  ours: Provider | undefined,
): ProviderHere {
  if (!ours) {
    const hint = `Lamplighter does not know the provider "${id}" here: add it first, with lamplighter provider add.`
    if (!theirs?.custom || (theirs.issuer ?? theirs.tokenEndpoint) === undefined) {
      return { kind: 'missing', why: hint }
    }
    const { custom: _, ...input } = theirs
    return { kind: 'to-add', input: input as ProviderInput } // JSON has no undefined
  }
  if (!theirs) return { kind: 'same' }
  const differs = (['issuer', 'tokenEndpoint', 'clientId'] as const).find(
    (name) => theirs[name] !== undefined && ours[name] !== undefined && theirs[name] !== ours[name],
  )
  if (differs === undefined) return { kind: 'same' }
  return {
    kind: 'different',
    why: `"${id}" has another ${WORD[differs]} there than here, so a login of the one is of no use at the other.`,
  }
}

const WORD = { issuer: 'issuer', tokenEndpoint: 'token endpoint', clientId: 'client id' } as const
