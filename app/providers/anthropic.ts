/** Anthropic's sign-in for Claude Pro and Max. Claude Code uses the same client: a login there can end this one. */

import { isRecord } from '../base/json.ts'
import type { Account } from '../model/credential.ts'
import type { Provider } from '../model/provider.ts'
import { account, accountFromReply } from '../oauth/account.ts'
import type { Claims } from '../oauth/jwt.ts'

const MINUTE = 60_000

export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic',
  authorizationEndpoint: 'https://claude.ai/oauth/authorize',
  tokenEndpoint: 'https://platform.claude.com/v1/oauth/token',
  clientId: '9d1c250a-e61b-44d9-88ed-5944d1962f5e',
  scopes: [
    'org:create_api_key',
    'user:profile',
    'user:inference',
    'user:sessions:claude_code',
    'user:mcp_servers',
    'user:file_upload',
  ],
  leadMs: 20 * MINUTE, // OpenClaw takes off five minutes twice, so it starts at ten: be well ahead
  refreshEncoding: 'json',
  refreshScope: 'stored', // a narrower list would yield a narrower token
  redirect: { host: 'localhost', port: 53692, path: '/callback' },
  authorizeParams: { code: 'true' },
  exchangeExtras: ['state'],
  rotation: 'always',
  openclawBufferMs: 5 * MINUTE,
  account: claudeAccount,
  custom: false,
}

/** The reply names the account itself, though not always; an id_token comes only from a server put in its place. */
function claudeAccount(reply: Claims): Account {
  return isRecord(reply.account)
    ? account(reply.account.uuid, reply.account.email_address)
    : accountFromReply(reply)
}
