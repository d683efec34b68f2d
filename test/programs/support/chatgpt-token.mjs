/** An access token as ChatGPT's are: the account is in it. Nobody signed it, and nobody here checks. */
export function accessToken(generation) {
  const claims = {
    generation,
    'https://api.openai.com/auth': { chatgpt_account_id: 'account-1', chatgpt_plan_type: 'pro' },
    'https://api.openai.com/profile': { email: 'ada@example.test' },
  }
  const parts = [{ alg: 'none' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return [...parts, 'unsigned'].join('.')
}
