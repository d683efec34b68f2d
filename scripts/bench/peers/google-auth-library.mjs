// The client keeps its tokens in memory; writing them down is the program's own affair, so here nobody does.
import { OAuth2Client } from 'google-auth-library'

export async function open({ endpoint, tokens, expiresAtMs }) {
  const client = new OAuth2Client({
    clientId: 'c',
    endpoints: { oauth2TokenUrl: endpoint.tokenEndpoint },
  })
  client.setCredentials({ ...tokens, expiry_date: expiresAtMs })
  return { token: async () => (await client.getAccessToken()).token, close: async () => undefined }
}
