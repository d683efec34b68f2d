/** The keys of a fleet for tests, and the provider of what it shares. */
import type { SealingKey } from '../../app/base/ports.ts'
import type { FleetKeys } from '../../app/engine/fleet/grant-seal.ts'
import type { ResolvedProvider } from '../../app/model/provider.ts'
import { generic } from '../../app/providers/generic.ts'
import { MODEL_ENDPOINT } from '../fakes/model-provider.ts'

export const FLEET = 'f1ee7000'
const NAMING = Buffer.from('CANARY-naming-key').toString('base64url')

/** @param role a reader holds no spend key */
export function fleetKeys(role: 'keeper' | 'reader' = 'keeper'): FleetKeys {
  const access = sealingKey('acce5501', 1)
  const keys = role === 'keeper' ? { access, spend: sealingKey('5be9d001', 2) } : { access }
  return { fleet: FLEET, naming: NAMING, epoch: 1, epochs: new Map([[1, keys]]) }
}

function sealingKey(id: string, fill: number): SealingKey {
  return { id, bytes: new Uint8Array(32).fill(fill), kept: 'file' }
}

export function fleetProvider(tokenEndpoint = MODEL_ENDPOINT): ResolvedProvider {
  return { ...generic, id: 'acme', name: 'Acme', tokenEndpoint, clientId: 'fleet-test' }
}
