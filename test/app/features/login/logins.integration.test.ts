import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock, Ports } from '../../../../app/base/ports.ts'
import type { ProviderSettings } from '../../../../app/config/schema.ts'
import type { LoginView, ProviderInput } from '../../../../app/contract/views.ts'
import { createLogins, type Logins } from '../../../../app/features/login/logins.ts'
import type { TokenReply } from '../../../../app/oauth/token-endpoint.ts'
import { createNodePorts } from '../../../../app/platform/node-ports.ts'
import { createProviders } from '../../../../app/providers/providers.ts'
import { createClientSecrets } from '../../../../app/stores/vault/client-secrets.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { FakeBrowser } from '../../../fakes/browser.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

let server: AuthorizationServer
let browser: FakeBrowser
let ports: Ports
let logins: Logins
let saved: TokenReply[]

beforeEach(async () => {
  server = await startAuthorizationServer({ clientIds: ['app_EMoamEEZ73f0CkXaXp7hrann'] })
  browser = new FakeBrowser()
  saved = []
  const LAMPLIGHTER_HOME = temporaryFolder()
  const real = createNodePorts({ label: 'test', env: { LAMPLIGHTER_HOME }, logLevel: 'silent' })
  ports = { ...real, browser, clock: impatient(real.clock) }
})
afterEach(async () => {
  await logins.close()
  await server.close()
})

/** The real time, except that five seconds between two polls are twenty-five milliseconds. */
function impatient(clock: Clock): Clock {
  return { now: () => clock.now(), sleep: (ms, signal) => clock.sleep(ms / 200, signal) }
}

/** The provider as config.json would give it. */
function use(id: string, settings: ProviderSettings): void {
  const config = { providers: { [id]: settings } as Record<string, ProviderSettings> }
  const kept = {
    current: () => config,
    addProvider: async ({ id: name, clientId }: ProviderInput) => {
      config.providers[name] = { ...settings, ...(clientId === undefined ? {} : { clientId }) }
      return config
    },
  }
  const providers = createProviders(ports, kept, createClientSecrets(ports))
  logins = createLogins(ports, {
    resolve: async (name) => {
      const provider = providers.find(name)
      if (provider === undefined) throw new Error(`no provider ${name}`)
      return providers.resolve(provider, 'login')
    },
    target: () => ({ providerId: id }),
    save: async (_login, reply) => {
      saved.push(reply)
      return { profileId: id, account: reply.account.email ?? '' }
    },
    onChange: () => undefined,
  })
}

function personSignsIn(person: { account?: string; deny?: boolean }): Promise<string> {
  return new Promise((resolve, reject) => {
    browser.onOpen = (url) => {
      server.completeLogin(url, person).then((page) => resolve(page.text), reject)
    }
  })
}

async function login(method: 'browser' | 'device' = 'browser'): Promise<LoginView> {
  const { id } = await logins.start({ method })
  return logins.ended(id)
}

describe('a login at a real provider', () => {
  it('works from nothing but the issuer and a client id', async () => {
    use('acme', { issuer: server.issuer, clientId: server.clientId })
    const page = personSignsIn({ account: 'grace' })
    const end = await login()
    expect(end.step).toEqual({ kind: 'done', profileId: 'acme', account: 'grace@example.test' })
    expect(await page).toContain('Back to Lamplighter')
    const [reply] = saved
    expect(await server.isAlive(reply?.refreshToken?.expose() ?? '')).toBe(true)
    expect(reply?.scope).toContain('offline_access')
    expect(server.requests.count('authorization_code')).toBe(1)
  })

  it('works without a client id where the issuer registers one', async () => {
    use('acme', { issuer: server.issuer })
    void personSignsIn({ account: 'ada' })
    expect((await login()).step.kind).toBe('done')
    expect(server.requests.token[0]?.clientId).not.toBe(server.clientId)
  })

  it('ends with a refusal when the person declines', async () => {
    use('acme', { issuer: server.issuer, clientId: server.clientId })
    const page = personSignsIn({ deny: true })
    expect((await login()).step).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_DENIED' } })
    expect(await page).toContain('did not go through')
  })

  it('works by code', async () => {
    use('acme', { issuer: server.issuer, clientId: server.clientId })
    const view = await logins.start({ method: 'device' })
    if (view.step.kind !== 'device') throw new Error(view.step.kind)
    expect(view.ways).toEqual(['browser', 'device']) // the issuer told of both
    await server.approveDevice(view.step.userCode, { account: 'linus' })
    expect((await logins.ended(view.id)).step).toMatchObject({ kind: 'done', account: 'linus@example.test' })
  })

  it('works for a stock provider with its fixed port, and by paste when that is taken', async () => {
    const { authorizationEndpoint, tokenEndpoint } = server
    use('openai-codex', { authorizationEndpoint, tokenEndpoint })
    const squatter = createServer((_request, response) => response.end('somebody else'))
    const taken = await new Promise<boolean>((resolve) => {
      squatter.once('error', () => resolve(false)) // another test run has it: taken is taken
      squatter.listen(1455, '127.0.0.1', () => resolve(true))
    })
    try {
      const view = await logins.start({})
      expect(view.step).toMatchObject({ kind: 'browser', listening: false })
      expect(browser.opened).toEqual([])
      if (view.step.kind !== 'browser' || !taken) return
      const { url } = await server.completeLogin(view.step.url, { account: 'ada' })
      expect((await logins.paste(view.id, url)).step.kind).toBe('done')
    } finally {
      squatter.closeAllConnections()
      squatter.close()
    }
  })
})
