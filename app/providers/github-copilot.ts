/** GitHub Copilot. The login is a GitHub token, which does not lapse; the Copilot token made from it lives under an hour. */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000

export const githubCopilot: Provider = {
  id: 'github-copilot',
  name: 'GitHub Copilot',
  tokenEndpoint: 'https://github.com/login/oauth/access_token',
  deviceAuthorizationEndpoint: 'https://github.com/login/device/code',
  clientId: 'Iv1.b507a08c87ecfe98',
  scopes: ['read:user'],
  leadMs: 10 * MINUTE,
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 0, path: '/callback' },
  rotation: 'never',
  openclawBufferMs: 5 * MINUTE,
  notRefreshable:
    'The GitHub login itself does not expire; OpenClaw makes the short Copilot token from it whenever it needs one.',
  custom: false,
}
