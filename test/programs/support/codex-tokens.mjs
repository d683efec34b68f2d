/** What OpenAI's token endpoint gives Codex; the end of the access token stands in it. Nobody signed it, nobody here checks. */
export function chatGptTokens(generation, leftMs = 10 * 24 * 60 * 60_000) {
  const exp = Math.floor((Date.now() + leftMs) / 1000)
  const auth = { chatgpt_account_id: 'account-1', chatgpt_plan_type: 'pro', chatgpt_user_id: 'user-1' }
  const claims = { exp, generation, 'https://api.openai.com/auth': auth }
  return {
    id_token: jwt({ ...claims, email: 'ada@example.test' }),
    access_token: jwt(claims),
    refresh_token: `refresh-${generation}`,
  }
}

function jwt(claims) {
  const parts = [{ alg: 'none', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return [...parts, 'unsigned'].join('.')
}
