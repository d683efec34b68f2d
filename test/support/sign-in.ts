/** Somebody signs in again with a browser, in a process of their own. */
import { createCore } from '../../app/core.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import type { AuthorizationServer } from '../fakes/authorization-server.ts'
import type { Home } from './home.ts'
import { PROFILE } from './home-machine.ts'

export async function signIn(home: Home, server: AuthorizationServer): Promise<void> {
  const ports = createNodePorts({ label: 'lamplighter login', env: home.env, logLevel: 'silent' })
  const core = createCore({ ...ports, browser: { open: async (url) => void server.completeLogin(url) } })
  await core.start({ schedule: false })
  try {
    const { id } = await core.logins.start({ profileId: PROFILE })
    const { step } = await core.logins.ended(id)
    if (step.kind !== 'done') throw new Error(`the sign-in ended with ${JSON.stringify(step)}`)
  } finally {
    await core.close()
  }
}
