/** RFC 8628: a code on this screen, the sign-in on any other. For machines whose browser is elsewhere. */

import type { ResolvedProvider } from '../../model/provider.ts'
import { pollDevice, startDevice } from '../../oauth/device-code.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'
import { cancelled, type FlowControls, type LoginPorts } from './flow.ts'

/** @throws AppError LOGIN_DENIED, LOGIN_TIMEOUT, LOGIN_CANCELLED, LOGIN_UNAVAILABLE, PROVIDER_REFUSED, PROVIDER_UNREACHABLE */
export async function deviceLogin(
  ports: LoginPorts,
  provider: ResolvedProvider,
  controls: FlowControls,
): Promise<TokenReply> {
  const start = await startDevice(ports, provider)
  if (controls.signal.aborted) throw cancelled()
  const { userCode, verificationUri, verificationUriComplete, expiresAtMs } = start
  controls.show({
    kind: 'device',
    userCode,
    verificationUri,
    ...(verificationUriComplete === undefined ? {} : { verificationUriComplete }),
    expiresAtMs,
  })
  const reply = await pollDevice(ports, provider, start, controls.signal)
  controls.show({ kind: 'exchanging' })
  return reply
}
