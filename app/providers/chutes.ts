/** Chutes. Everybody registers a client of their own: CHUTES_CLIENT_ID, or `clientId` in config.json. */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000

export const chutes: Provider = {
  id: 'chutes',
  name: 'Chutes',
  authorizationEndpoint: 'https://api.chutes.ai/idp/authorize',
  tokenEndpoint: 'https://api.chutes.ai/idp/token',
  clientIdEnv: ['CHUTES_CLIENT_ID'],
  clientSecretEnv: ['CHUTES_CLIENT_SECRET'],
  scopes: ['openid', 'profile', 'chutes:invoke'],
  leadMs: 20 * MINUTE, // OpenClaw takes off five minutes twice
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 1456, path: '/oauth-callback' },
  rotation: 'unknown',
  openclawBufferMs: 5 * MINUTE,
  custom: false,
}
