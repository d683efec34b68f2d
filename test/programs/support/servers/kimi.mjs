/** Kimi's sign-in, to a person who has entered the code already, and its list of models. */
export function kimi({ path, sent, state }) {
  if (path === '/api/oauth/device_authorization') return { body: CODE }
  if (path === '/api/oauth/token') return token(sent, state)
  if (path.endsWith('/models')) return { body: { object: 'list', data: [MODEL] } }
  return { status: 404, body: { error: { message: 'nothing here' } } }
}

function token({ grant_type, refresh_token }, state) {
  if (grant_type === 'refresh_token' && refresh_token !== `refresh-${state.generation}`)
    return { status: 401, body: { error: 'invalid_grant' } }
  const { generation, expiresInS = 900 } = { ...state, generation: ++state.generation }
  const tokens = { access_token: `access-${generation}`, refresh_token: `refresh-${generation}` }
  return { body: { ...tokens, token_type: 'Bearer', expires_in: expiresInS, scope: 'kimi-code' } }
}

const CODE = {
  user_code: 'ABCD-1234',
  device_code: 'device-1',
  verification_uri: 'https://auth.kimi.com/device',
  verification_uri_complete: 'https://auth.kimi.com/device?user_code=ABCD-1234',
  expires_in: 900,
  interval: 1,
}
const MODEL = { id: 'kimi-for-coding', object: 'model', context_length: 262_144 }
