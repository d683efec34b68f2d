/** A process that puts one grant into the vault: its keychain is the one of its own environment, from the first call on. */
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import type { MintedGrant } from '../fakes/authorization-server.ts'
import { PROFILE } from './home-machine.ts'
import { credential } from './logins.ts'

const grant: MintedGrant = JSON.parse(process.argv[2] ?? '')
await createVault(createNodePorts({ label: 'seed' })).add({
  id: PROFILE,
  provider: 'acme',
  credential: credential({
    access: grant.access_token,
    refresh: grant.refresh_token,
    expiresAtMs: Date.now() - 60_000,
    account: { id: grant.account.sub, email: grant.account.email },
  }),
})
