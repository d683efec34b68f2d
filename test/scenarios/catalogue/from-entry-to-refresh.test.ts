/** Logins at providers out of the catalogue: added by name, signed in to, and kept alive in the provider's own way. */
import { describe, expect, it } from 'vitest'
import type { CatalogueAnswers } from '../../../app/contract/catalogue.ts'
import { createCore } from '../../../app/core.ts'
import type { HttpAnswer } from '../../fakes/http.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'

const SECRET = 'CANARY-secret'

/** Adds the entry, signs in with the pasted address, refreshes once. @returns what was asked, in order */
async function live(id: string, replies: readonly [HttpAnswer, HttpAnswer], answers: CatalogueAnswers = {}) {
  const ports = createFakePorts()
  ports.process.variables.CLIENT_SECRET = SECRET
  const core = createCore(ports)
  await core.start({ schedule: false })
  const given = { clientId: 'client-1', clientSecretEnv: 'CLIENT_SECRET', ...answers }
  const { input } = await core.catalogueEntry(id, given)
  if (!input) throw new Error(`${id} needs more`)
  await core.addProvider(input)
  for (const reply of replies) ports.http.expect(input.tokenEndpoint ?? '', reply)
  const login = await core.logins.start({ providerId: id })
  if (login.step.kind !== 'browser') throw new Error(`it is ${login.step.kind}`)
  const { url, listening, redirectUri } = login.step
  const asked = new URL(url).searchParams
  await core.logins.paste(login.id, `${redirectUri}?code=CANARY-code&state=${asked.get('state')}`)
  const { step } = await core.logins.ended(login.id)
  if (step.kind !== 'done') throw new Error(JSON.stringify(step))
  const { kind } = await core.refresh(step.profileId)
  const token = await core.token(step.profileId, {})
  await core.close()
  return { asked, listening, redirectUri, kind, ports, token: token.accessToken.expose() }
}

function reply(serial: number, more: object = {}) {
  const tokens = { access_token: `CANARY-access-${serial}`, refresh_token: `CANARY-refresh-${serial}` }
  return { ...tokens, token_type: 'bearer', expires_in: 3600, ...more }
}

function sent({ http }: FakePorts, index: number): unknown {
  const { body = '', headers = {} } = http.requests[index] ?? {}
  return headers['content-type'] === 'application/json'
    ? JSON.parse(body)
    : Object.fromEntries(new URLSearchParams(body))
}

describe('a login from the catalogue', () => {
  it('at Atlassian: for its audience, in JSON, the secret in the body', async () => {
    const { asked, ports, redirectUri, kind, token } = await live('atlassian', [
      { json: reply(1) },
      { json: reply(2) },
    ])
    expect(Object.fromEntries(asked)).toMatchObject({ audience: 'api.atlassian.com', prompt: 'consent' })
    expect(redirectUri).toBe('http://localhost:47813/callback')
    expect(sent(ports, 1)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'CANARY-refresh-1',
      client_id: 'client-1',
      client_secret: SECRET,
    })
    expect([kind, token]).toEqual(['refreshed', 'CANARY-access-2'])
  })

  it('at Notion: Basic, and the browser ends on an https address that is pasted', async () => {
    const { asked, listening, ports, redirectUri, kind } = await live('notion', [
      { json: reply(1) },
      { json: reply(2) },
    ])
    expect(listening).toBe(false)
    expect(redirectUri).toBe('https://localhost:47813/callback')
    expect(asked.get('redirect_uri')).toBe(redirectUri)
    expect(ports.listener.ports).toEqual([])
    expect(ports.browser.opened).toHaveLength(1)
    expect(ports.http.requests[1]?.headers?.authorization).toBe(`Basic ${btoa(`client-1:${SECRET}`)}`)
    expect(sent(ports, 1)).toEqual({ grant_type: 'refresh_token', refresh_token: 'CANARY-refresh-1' })
    expect(kind).toBe('refreshed')
  })

  it('at Slack as a person: the tokens are under authed_user at first, then at the top', async () => {
    const bot = { ok: true, access_token: 'CANARY-bot', token_type: 'bot', authed_user: reply(1) }
    const { asked, kind, token } = await live('slack-user', [{ json: bot }, { json: reply(2, { ok: true }) }])
    expect(asked.get('user_scope')).toBe('channels:read,search:read')
    expect(asked.has('scope')).toBe(false)
    expect([kind, token]).toEqual(['refreshed', 'CANARY-access-2'])
  })

  it('at Withings: an action beside the grant, the tokens in a body', async () => {
    const { ports, kind, token } = await live('withings', [
      { json: { status: 0, body: reply(1) } },
      { json: { status: 0, body: reply(2) } },
    ])
    expect(sent(ports, 0)).toMatchObject({ action: 'requesttoken', grant_type: 'authorization_code' })
    expect(sent(ports, 1)).toMatchObject({ action: 'requesttoken', grant_type: 'refresh_token' })
    expect([kind, token]).toEqual(['refreshed', 'CANARY-access-2'])
  })

  it('in an Entra tenant: public, with its scopes in every refresh', async () => {
    const { ports, kind } = await live('microsoft', [{ json: reply(1) }, { json: reply(2) }])
    expect(sent(ports, 1)).toEqual(
      expect.objectContaining({
        scope: 'openid profile email offline_access User.Read',
        client_id: 'client-1',
      }),
    )
    expect(sent(ports, 1)).not.toHaveProperty('client_secret')
    expect(kind).toBe('refreshed')
  })

  it("puts no secret into config.json, and none into the provider's words", async () => {
    const { ports } = await live('box', [{ json: reply(1) }, { json: reply(2) }])
    expect(await ports.files.read(ports.paths.config)).not.toContain('CANARY')
    expect(JSON.stringify(ports.log)).not.toContain('CANARY')
  })
})
