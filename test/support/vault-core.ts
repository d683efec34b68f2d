/** A core on a throw-away home whose vault holds one login of a real provider, lapsed a minute ago. */

import type { Ports } from '../../app/base/ports.ts'
import { type Core, createCore } from '../../app/core.ts'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import type { AuthorizationServer, MintedGrant } from '../fakes/authorization-server.ts'
import type { Home } from './home.ts'

export const PROFILE = 'acme:ada@example.test'

export async function seedVault(home: Home, server: AuthorizationServer, ports: Ports): Promise<MintedGrant> {
  await home.writeConfig({ providers: { acme: { issuer: server.issuer, clientId: server.clientId } } })
  const grant = await server.mint({ account: 'ada', expiresInSec: -60 })
  await addToVault(ports, grant)
  return grant
}

export async function addToVault(ports: Ports, grant: MintedGrant): Promise<void> {
  await createVault(ports).add({
    id: PROFILE,
    provider: 'acme',
    credential: {
      kind: 'oauth',
      accessToken: new Secret(grant.access_token),
      refreshToken: new Secret(grant.refresh_token),
      expiresAtMs: Date.now() - 60_000,
      scope: grant.scope.split(' '),
      account: { id: grant.account.sub, email: grant.account.email },
      generation: 1,
    },
  })
}

export async function openCore(
  home: Home,
  change: (ports: Ports) => Ports = (ports) => ports,
): Promise<Core> {
  const core = createCore(change(createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })))
  await core.start({ schedule: false })
  return core
}
