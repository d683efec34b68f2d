/** OpenAI's sign-in for ChatGPT accounts, shared by OpenClaw and the Codex CLI: the same client, so one can end the other's login. */

import { isRecord } from '../base/json.ts'
import type { Account } from '../model/credential.ts'
import type { Provider } from '../model/provider.ts'
import { account } from '../oauth/account.ts'
import { type Claims, claimsOf } from '../oauth/jwt.ts'

const MINUTE = 60_000

export const openaiCodex: Provider = {
  id: 'openai-codex',
  name: 'OpenAI Codex',
  aliases: ['openai'],
  authorizationEndpoint: 'https://auth.openai.com/oauth/authorize',
  tokenEndpoint: 'https://auth.openai.com/oauth/token',
  clientId: 'app_EMoamEEZ73f0CkXaXp7hrann',
  scopes: ['openid', 'profile', 'email', 'offline_access'], // one more and the authorization page refuses
  leadMs: 10 * MINUTE, // OpenClaw and Codex both wake five minutes ahead: be there first
  refreshEncoding: 'form',
  redirect: { host: 'localhost', port: 1455, path: '/auth/callback' },
  authorizeParams: {
    id_token_add_organizations: 'true',
    codex_cli_simplified_flow: 'true',
    originator: 'lamplighter',
  },
  rotation: 'always', // single use; sending a spent one ends the whole family
  openclawBufferMs: 0,
  account: chatGptAccount,
  custom: false,
}

/** The ChatGPT account, not the person's `sub`: one person can hold several, and OpenClaw stores this one. */
function chatGptAccount(reply: Claims): Account {
  const access = claimsOf(reply.access_token)
  const identity = claimsOf(reply.id_token)
  const id = member(access, 'auth', 'chatgpt_account_id') ?? member(identity, 'auth', 'chatgpt_account_id')
  const email = member(access, 'profile', 'email') ?? identity?.email
  return account(id, email, identity?.name)
}

function member(claims: Claims | undefined, part: 'auth' | 'profile', name: string): unknown {
  const group = claims?.[`https://api.openai.com/${part}`]
  return isRecord(group) ? group[name] : undefined
}
