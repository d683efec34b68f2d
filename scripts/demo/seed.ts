/** Logins for the demo's vault, made as a person makes them: a real sign-in through the real core. */

import type { Ports } from '../../app/base/ports.ts'
import { createCore } from '../../app/core.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'

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
