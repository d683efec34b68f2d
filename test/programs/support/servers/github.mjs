/** GitHub, to a program whose person has entered the code already; the token that is good now carries the generation. */
export function github({ path, headers, state }) {
  const { login = 'ada' } = state
  const token = `gho_${state.generation}`
  const isJson = headers.accept?.includes('json')
  const encoded = (body) =>
    isJson ? { body } : { text: String(new URLSearchParams(body)), type: 'application/x-www-form-urlencoded' }
  if (path === '/login/device/code') return encoded(CODE)
  if (path === '/login/oauth/access_token')
    return encoded({ access_token: token, token_type: 'bearer', scope: 'repo,read:org,gist' })
  if (!headers.authorization?.endsWith(` ${token}`))
    return { status: 401, body: { message: 'Bad credentials' } }
  if (path === '/graphql') return { body: { data: { viewer: { login } } } }
  if (path === '/user' || path === '/') return { body: { login, id: 1 }, headers: SCOPES }
  if (path === '/copilot_internal/user') return { body: { login, chat_enabled: true } }
  return { status: 404, body: { message: 'Not Found' } }
}

const CODE = {
  device_code: 'device-1',
  user_code: 'ABCD-1234',
  verification_uri: 'https://github.com/login/device',
  expires_in: 900,
  interval: 1,
}
const SCOPES = { 'x-oauth-scopes': 'repo, read:org, gist' }
