/** A client that signs itself in: with its secret or its key, nobody present. */
import type { ResolvedProvider } from '../../model/provider.ts'
import { mintToken } from '../../oauth/client-grants.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import { EXCHANGE_TIMEOUT_MS, type FlowControls, type LoginPorts, replyOf } from './flow.ts'

/** @throws AppError PROVIDER_REFUSED, REPLY_INVALID, CONFIG_INVALID; HttpFailure */
export async function clientLogin(
  ports: LoginPorts,
  provider: ResolvedProvider,
  controls: Pick<FlowControls, 'show'>,
): Promise<TokenReply> {
  controls.show({ kind: 'exchanging' })
  return replyOf(await mintToken(ports, provider, { timeoutMs: EXCHANGE_TIMEOUT_MS }), provider)
}
