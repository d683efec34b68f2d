/** A process that puts one grant into the vault: its keychain is the one of its own environment, from the first call on. */
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { addToVault } from './vault-core.ts'

await addToVault(createNodePorts({ label: 'seed' }), JSON.parse(process.argv[2] ?? ''))
