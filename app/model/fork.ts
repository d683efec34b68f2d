/** Would a copy of this credential give one refresh token two owners? Pure. */
import type { Credential } from './credential.ts'
import type { Provider } from './provider.ts'

/** A provider that was never seen to rotate may still do so: `unknown` counts as rotating. */
export function wouldFork(credential: Credential, provider: Provider | undefined): boolean {
  if (credential.kind !== 'oauth' || !credential.refreshToken) return false
  return (provider?.rotation ?? 'unknown') !== 'never'
}
