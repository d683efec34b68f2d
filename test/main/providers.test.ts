/** A provider changed from the window: what it says, and where tokens go only after the system has asked. */
import { describe, expect, it } from 'vitest'
import { createCore } from '../../app/core.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { createFakePorts, FAKE_PATHS } from '../fakes/ports.ts'

const WRITTEN = {
  name: 'Acme',
  tokenEndpoint: 'https://login.acme.test/token',
  authorizationEndpoint: 'https://login.acme.test/authorize',
  clientId: 'c',
  scopes: ['openid'],
  clientSecretEnv: 'ACME_SECRET',
}
const EDIT = {
  id: 'acme',
  name: 'Acme',
  tokenEndpoint: WRITTEN.tokenEndpoint,
  authorizationEndpoint: WRITTEN.authorizationEndpoint,
  clientId: 'c',
  scopes: ['openid'],
}

async function machine() {
  const ports = createFakePorts()
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme: WRITTEN } }))
  const core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  const desktop = fakeDesktop(core)
  const handlers = createHandlers(core, desktop)
  type Asked = Parameters<typeof answer>
  const ask = (name: Asked[0], ...args: readonly unknown[]) =>
    ports.clock.run(answer(name, args, handlers, ports.log))
  const written = () => JSON.parse(ports.files.text(FAKE_PATHS.config) ?? '{}').providers.acme
  return { desktop, ask, written }
}

describe('a provider of the person’s own', () => {
  it('is shown as config.json has it, without what the window does not change', async () => {
    const { ask } = await machine()
    expect(await ask('provider:edit', 'acme')).toEqual({ ok: true, value: EDIT })
    expect(await ask('provider:edit', 'anthropic')).toMatchObject({ failure: { code: 'PROVIDER_UNKNOWN' } })
    expect(await ask('provider:edit', 'constructor')).toMatchObject({ ok: false })
  })

  it('is changed, what is absent is taken out, and the rest stays', async () => {
    const { ask, written, desktop } = await machine()
    const { authorizationEndpoint: _, ...edit } = EDIT
    const reply = await ask('provider:change', { ...edit, clientId: 'd', scopes: ['openid', 'email'] })
    expect(reply).toMatchObject({ ok: true })
    const { authorizationEndpoint: __, ...kept } = WRITTEN
    expect(written()).toEqual({ ...kept, clientId: 'd', scopes: ['openid', 'email'] })
    expect(desktop.heard).toEqual([])
  })

  it('sends tokens to another address only where the system was told yes', async () => {
    const { ask, written, desktop } = await machine()
    const moved = { ...EDIT, tokenEndpoint: 'https://elsewhere.test/token' }
    expect(await ask('provider:change', moved)).toEqual({ ok: true, value: undefined })
    expect(desktop.heard).toEqual([
      'Token endpoint: https://elsewhere.test/token (was: https://login.acme.test/token)',
    ])
    expect(written()).toEqual(WRITTEN)
    desktop.picks.push('Change it')
    await ask('provider:change', moved)
    expect(written()).toEqual({ ...WRITTEN, tokenEndpoint: 'https://elsewhere.test/token' })
  })

  it('is not changed into one that could not be reached, nor made anew', async () => {
    const { ask, written } = await machine()
    const { tokenEndpoint: _, ...without } = EDIT
    expect(await ask('provider:change', { ...EDIT, id: 'other' })).toMatchObject({ ok: false })
    await ask('provider:change', without)
    expect(written()).toEqual(WRITTEN)
  })
})
