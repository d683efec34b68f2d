/** RFC 6749 §2.3.1: how a client shows its secret. Pure. */
import type { ResolvedProvider } from '../model/provider.ts'

export interface Authenticated {
  readonly headers: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
}

type Client = Pick<ResolvedProvider, 'clientId' | 'clientSecret' | 'clientAuthentication'>

/** In the body unless the provider says otherwise; a client without a secret only names itself. */
export function authenticate({ clientId, clientSecret, clientAuthentication }: Client): Authenticated {
  const secret = clientAuthentication === 'none' ? undefined : clientSecret?.expose()
  if (secret === undefined) return { headers: {}, params: { client_id: clientId } }
  if (clientAuthentication === 'client_secret_basic') {
    return {
      headers: { authorization: `Basic ${btoa(`${encoded(clientId)}:${encoded(secret)}`)}` },
      params: {},
    }
  }
  return { headers: {}, params: { client_id: clientId, client_secret: secret } }
}

/** As a form encodes it: a colon in the id would end it too early. */
function encoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1)
}
