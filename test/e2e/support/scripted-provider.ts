/** Authorization servers that speak as five well-known ones do, under one address: a path for each. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json, type Said } from '../../fakes/dialects.ts'
import { jwt } from '../../fakes/providers.ts'

/** One token request: its parameters, however they were written, and what came beside them. */
export interface Asked {
  readonly type: string
  readonly authorization: string | undefined
  readonly members: Readonly<Record<string, string>>
}

export interface ScriptedProvider {
  /** "http://127.0.0.1:4711/slack" */
  at(name: Spoken): string
  asked(name: Spoken): readonly Asked[]
  close(): Promise<void>
}

const idToken = jwt({ email: 'ada@example.test', sub: '1' })

/** What a code, and then a refresh, is answered with. */
const SPOKEN = {
  google: (serial: number): Said =>
    json(200, {
      access_token: `ya29.CANARY-${serial}`,
      expires_in: 3599,
      scope: 'openid https://www.googleapis.com/auth/userinfo.email',
      token_type: 'Bearer',
      id_token: idToken,
      ...(serial === 1 ? { refresh_token: '1//CANARY-google' } : {}), // it does not rotate
    }),
  slack: (serial: number): Said =>
    json(200, {
      ok: true,
      access_token: `xoxe.xoxb-CANARY-${serial}`,
      refresh_token: `xoxe-CANARY-${serial}`,
      token_type: 'bot',
      expires_in: 43_200,
      scope: 'chat:write,channels:read',
      team: { id: 'T1', name: 'Acme' },
    }),
  salesforce: (serial: number): Said =>
    json(200, {
      access_token: `00Dxx!CANARY.${serial}`,
      signature: 'CANARY-signature=',
      scope: 'refresh_token api',
      instance_url: 'https://acme.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00Dxx/005xx',
      token_type: 'Bearer',
      issued_at: `${1767323045000 + serial}`,
      ...(serial === 1 ? { refresh_token: '5Aep861CANARY' } : {}),
    }),
  atlassian: (serial: number): Said =>
    json(200, {
      access_token: `CANARY-atlassian-${serial}`,
      refresh_token: `CANARY-atlassian-refresh-${serial}`,
      expires_in: 3600,
      scope: 'offline_access read:jira-work read:me',
      token_type: 'Bearer',
    }),
  entra: (serial: number): Said =>
    json(200, {
      token_type: 'Bearer',
      scope: 'openid profile email User.Read',
      expires_in: 4500,
      ext_expires_in: 4500,
      access_token: `CANARY-entra-${serial}`,
      refresh_token: `CANARY-entra-refresh-${serial}`,
      id_token: idToken,
    }),
} as const
export type Spoken = keyof typeof SPOKEN

export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const asked = new Map<string, Asked[]>()
  const server = createServer(async (request, response) => {
    const [, name = '', what] = (request.url ?? '').split('/')
    const speak = SPOKEN[name as Spoken]
    if (what !== 'token' || speak === undefined) return void response.writeHead(404).end()
    const list = asked.get(name) ?? []
    asked.set(name, [...list, await readAsked(request)])
    const { status, headers, body } = speak(list.length + 1)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (name) => `http://127.0.0.1:${port}/${name}`,
    asked: (name) => asked.get(name) ?? [],
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  const type = request.headers['content-type'] ?? ''
  const { authorization } = request.headers
  const members = type.includes('json') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
  return { type, authorization, members }
}

/** The person has signed in: where their browser ends up. */
export function landing(authorizationUrl: string): string {
  const { searchParams } = new URL(authorizationUrl)
  const address = new URL(searchParams.get('redirect_uri') ?? '')
  address.searchParams.set('code', 'CANARY-code')
  address.searchParams.set('state', searchParams.get('state') ?? '')
  return address.href
}
