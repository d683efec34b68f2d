/** What the measurements need of the product, bundled by product.mjs. */
export { createCore } from '../../app/core.ts'
export { Secret } from '../../app/credentials/secret.ts'
export { findHost } from '../../app/host/hello.ts'
export { createNodePorts } from '../../app/platform/node-ports.ts'
export { grantLockName } from '../../app/refresh/wait-for-turn.ts'
export { createVault } from '../../app/stores/vault/store.ts'
