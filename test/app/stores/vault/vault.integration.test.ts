import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Secret } from '../../../../app/model/secret.ts'
import { createNodePorts } from '../../../../app/platform/node-ports.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { storeLaws, successorOf } from '../../../conformance/store.conformance.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

storeLaws('the vault on a disk', async () => {
  const env = { LAMPLIGHTER_HOME: temporaryFolder() }
  const ports = createNodePorts({ label: 'test', env })
  const store = createVault(ports)
  const credential = {
    kind: 'oauth',
    accessToken: new Secret('CANARY-access'),
    refreshToken: new Secret('CANARY-refresh'),
    expiresAtMs: 1_800_000_000_000,
    account: { email: 'ada@example.test' },
    generation: 1,
  } as const
  const holder = await store.add({ id: 'acme:ada', provider: 'acme', credential })
  const other = await store.add({
    id: 'acme:bob',
    provider: 'acme',
    credential: successorOf(credential, 'bob'),
  })
  const path = ports.paths.vault
  const parse = () => JSON.parse(readFileSync(path, 'utf8'))
  return {
    store,
    sibling: createVault(createNodePorts({ label: 'sibling', env })),
    holder,
    other,
    credential,
    text: async () => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    write: async (text) => writeFileSync(path, text),
    remove: async () => rmSync(path),
    async addUnknownKeys() {
      const raw = parse()
      raw.future = true
      raw.profiles[holder.entry].colour = 'amber'
      writeFileSync(path, JSON.stringify(raw))
      return async () => parse().future === true && parse().profiles[holder.entry].colour === 'amber'
    },
  }
})
