/** Qwen's free sign-in, ended by the vendor on 2026-04-15. Kept so that old profiles are named rightly. */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000

export const qwenPortal: Provider = {
  id: 'qwen-portal',
  name: 'Qwen Portal',
  tokenEndpoint: 'https://chat.qwen.ai/api/v1/oauth2/token',
  deviceAuthorizationEndpoint: 'https://chat.qwen.ai/api/v1/oauth2/device/code',
  clientId: 'f0304373b74a44d2b584a3fb70ca9e56',
  scopes: ['openid', 'profile', 'email', 'model.completion'],
  leadMs: 10 * MINUTE,
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 0, path: '/callback' },
  devicePkce: true,
  rotation: 'unknown',
  openclawBufferMs: 0,
  retired: 'Qwen has ended this sign-in. Use an API key of Alibaba Cloud Model Studio instead.',
  custom: false,
}
