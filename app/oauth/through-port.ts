/** How the requests of oauth4webapi travel: over our own port, each with its whole reply for us to read. */
import { type AuthorizationServer, allowInsecureRequests, type Client, customFetch } from 'oauth4webapi'
import type { ClientCertificate, Http, HttpReply } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'

export interface Travel {
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** The form's members as JSON, for servers that take nothing else. */
  readonly json?: boolean
  /** How the server calls members that RFC 6749 calls otherwise: {"grant_type": "grantType"}. */
  readonly names?: Readonly<Record<string, string>>
  readonly certificate?: ClientCertificate
}

export interface Passage {
  readonly options: {
    readonly [customFetch]: (url: string, options: Sent) => Promise<Response>
    readonly [allowInsecureRequests]: true
  }
  /** What went out and came back, once something did. */
  readonly seen: { params: Readonly<Record<string, string>>; reply?: HttpReply }
}

interface Sent {
  readonly body?: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
}

/** For one request. Which addresses may be plain http is our own rule (endpoint-url.ts, and the port's). */
export function throughPort(http: Http, travel: Travel): Passage {
  const { timeoutMs, signal, json = false, names = {}, certificate } = travel
  const seen: Passage['seen'] = { params: {} }
  const send = async (url: string, { body, headers }: Sent): Promise<Response> => {
    seen.params = Object.fromEntries(body ?? [])
    const named = Object.entries(seen.params).map(([name, value]): [string, string] => [
      names[name] ?? name,
      value,
    ])
    const { 'user-agent': _, ...kept } = headers
    const reply = await http.send({
      method: 'POST',
      url,
      headers: {
        ...kept,
        // GitHub answers with a form unless JSON is asked for.
        accept: 'application/json',
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body: json ? JSON.stringify(Object.fromEntries(named)) : new URLSearchParams(named).toString(),
      timeoutMs,
      ...(signal === undefined ? {} : { signal }),
      ...(certificate === undefined ? {} : { certificate }),
    })
    seen.reply = reply
    return asResponse(reply)
  }
  return { seen, options: { [customFetch]: send, [allowInsecureRequests]: true } }
}

/** Some servers answer with a status that no Response takes. */
function asResponse({ status, headers, body }: HttpReply): Response {
  const isPossible = status >= 200 && status <= 599
  const nonce = headers['dpop-nonce']
  return new Response([204, 205, 304].includes(status) || body === '' ? null : body, {
    status: isPossible ? status : 500,
    headers: { 'content-type': 'application/json', ...(nonce === undefined ? {} : { 'dpop-nonce': nonce }) },
  })
}

export function serverOf({ issuer, tokenEndpoint }: ResolvedProvider): AuthorizationServer {
  return { issuer: issuer ?? tokenEndpoint, token_endpoint: tokenEndpoint }
}

export function clientOf({ clientId }: ResolvedProvider): Client {
  return { client_id: clientId }
}
