/** What the measurements need of the product, bundled by product.mjs. */
export { createCore } from '../../app/core.ts'
export { grantLockName } from '../../app/engine/refresh/grant-lock.ts'
export { Secret } from '../../app/model/secret.ts'
export { createNodePorts } from '../../app/platform/node-ports.ts'
export { findHost } from '../../app/rpc/handshake-client.ts'
export { createVault } from '../../app/stores/vault/store.ts'
