/** Logins for the demo's vault, made as a person makes them: a real sign-in through the real core. */

import type { Ports } from '../../app/base/ports.ts'
import { createCore } from '../../app/core.ts'
import type { Credential } from '../../app/model/credential.ts'
import type { Lender } from '../../app/model/holder.ts'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createVault } from '../../app/stores/vault/store.ts'

/** A login that no sign-in leaves like this: one that has lapsed, one that another machine keeps. */
export interface SeededEntry {
  readonly id: string
  readonly provider: string
  readonly email: string
  readonly accessToken: string
  readonly refreshToken?: string
  readonly expiresAtMs: number
  readonly borrowed?: Lender
}

/** LAMPLIGHTER_HOME decides where the vault is. */
export async function seedEntries(entries: readonly SeededEntry[]): Promise<void> {
  const vault = createVault(createNodePorts({ label: 'demo' }))
  for (const { id, provider, email, accessToken, refreshToken, expiresAtMs, borrowed } of entries) {
    const credential: Credential = {
      kind: 'oauth',
      generation: 1,
      accessToken: new Secret(accessToken),
      ...(refreshToken === undefined ? {} : { refreshToken: new Secret(refreshToken) }),
      expiresAtMs,
      account: { email },
    }
    await vault.add({ id, provider, credential, ...(borrowed ? { borrowed } : {}) })
  }
}

export interface SeededLogin {
  readonly providerId: string
  /** Walks through the provider's pages, up to and including our redirect. */
  readonly browser: (address: string) => Promise<unknown>
}

/** LAMPLIGHTER_HOME decides where the vault is. @throws when a sign-in does not end well */
export async function seedVault(logins: readonly SeededLogin[]): Promise<void> {
  let open: SeededLogin['browser'] = async () => undefined
  const ports: Ports = {
    ...createNodePorts({ label: 'demo' }),
    browser: {
      // Not waited for: the last page is answered by the very login that asks for the browser.
      open: async (address) => {
        void open(address)
      },
    },
  }
  const core = createCore(ports)
  await core.start({ schedule: false })
  try {
    for (const { providerId, browser } of logins) {
      open = browser
      const { id } = await core.logins.start({ providerId, method: 'browser' })
      const { step } = await core.logins.ended(id)
      if (step.kind !== 'done') {
        throw new Error(`${providerId}: ${step.kind === 'failed' ? step.failure.message : step.kind}`)
      }
    }
  } finally {
    await core.close()
  }
}
