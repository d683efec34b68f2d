/** xAI's sign-in for Grok. The endpoints are discovered: those that stores remember have been retired before. */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000

export const xai: Provider = {
  id: 'xai',
  name: 'xAI',
  issuer: 'https://auth.x.ai',
  clientId: 'b1a00492-073a-47ea-816f-4c329264a828',
  scopes: ['openid', 'profile', 'email', 'offline_access', 'grok-cli:access', 'api:access'],
  leadMs: 10 * MINUTE,
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 56121, path: '/callback' },
  exchangeExtras: ['code_challenge'],
  rotation: 'always', // and a copy that is used kills the others
  openclawBufferMs: 0,
  custom: false,
}
