/** Google: its refresh tokens stay, and a reply to one of them carries none. Nothing of Gemini's own is served. */
import { unsignedJwt } from './unsigned-jwt.mjs'

export function google({ path, sent, state }) {
  if (path === '/token') return token(sent, state)
  if (path === '/tokeninfo')
    return { body: { aud: 'client', expires_in: 3_000, email: 'ada@example.test', scope: SCOPE } }
  if (path === '/oauth2/v2/userinfo') return { body: { email: 'ada@example.test' } }
  return { status: 403, body: { error: { code: 403, message: 'not here', status: 'PERMISSION_DENIED' } } }
}

function token({ grant_type }, state) {
  const { generation, expiresInS = 3_599 } = { ...state, generation: ++state.generation }
  const common = { access_token: `access-${generation}`, expires_in: expiresInS, scope: SCOPE }
  const id_token = unsignedJwt({ email: 'ada@example.test', sub: 'user-1' })
  const first = grant_type === 'refresh_token' ? {} : { refresh_token: 'refresh-1', id_token }
  return { body: { ...common, ...first, token_type: 'Bearer' } }
}

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform openid'
