/** What the token endpoint of a MemoryMachine says besides its own answers, and a person who signs in there. */

import type { HttpRequest, Ports } from '../../app/base/ports.ts'
import type { LoginRequest, LoginStep } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import type { FakePorts } from '../fakes/ports.ts'
import type { MemoryMachine } from './memory-machine.ts'

/** For start(): the reply's body, instead of the machine's provider where `say` has one. */
export function answering(
  say: (request: HttpRequest) => unknown | Promise<unknown>,
  status = 200,
): (ports: FakePorts) => Ports {
  return (ports) => ({
    ...ports,
    http: {
      async send(request) {
        const body = await say(request)
        if (body === undefined) return ports.http.send(request)
        return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      },
    },
  })
}

/** For start(): a code is answered with a new grant. */
export function withLogins(machine: MemoryMachine): (ports: FakePorts) => Ports {
  return answering((request) => {
    if (!isLogin(request)) return undefined
    const { access, refresh } = machine.provider.newGrant()
    return { access_token: access, refresh_token: refresh, expires_in: 3600 }
  })
}

export function isLogin({ body = '' }: HttpRequest): boolean {
  return body.includes('authorization_code')
}

/** In the browser, to the end. Does not let the machine's time pass. */
export async function signIn(machine: MemoryMachine, core: Core, target: LoginRequest): Promise<LoginStep> {
  const { id, step } = await machine.run(core.logins.start(target))
  if (step.kind !== 'browser') throw new Error(step.kind)
  const asked = new URL(step.url).searchParams
  const address = `${asked.get('redirect_uri')}?code=c&state=${asked.get('state')}`
  return (await core.logins.paste(id, address)).step
}
