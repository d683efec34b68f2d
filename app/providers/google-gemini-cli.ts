/** Google's sign-in for the Gemini CLI. An installed-app client: its secret is not ours to ship (RFC 8252 §8.5). */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const googleGeminiCli: Provider = {
  id: 'google-gemini-cli',
  name: 'Google Gemini CLI',
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
  clientId: '681255809395-oo8ft2oprdrnp9e3aqf6av3hmdib135j.apps.googleusercontent.com',
  clientIdEnv: ['GEMINI_OAUTH_CLIENT_ID', 'OPENCLAW_GEMINI_OAUTH_CLIENT_ID'],
  clientSecretEnv: ['GEMINI_OAUTH_CLIENT_SECRET', 'OPENCLAW_GEMINI_OAUTH_CLIENT_SECRET'],
  withoutClientSecret:
    'Google wants the client secret of the Gemini CLI as well. Set GEMINI_OAUTH_CLIENT_SECRET to let Lamplighter renew this login; until then OpenClaw does.',
  scopes: [
    'https://www.googleapis.com/auth/cloud-platform',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
  ],
  leadMs: 20 * MINUTE, // OpenClaw starts at ten; of an hour's life the cap leaves twelve
  refreshEncoding: 'form',
  redirect: { host: 'localhost', port: 8085, path: '/oauth2callback' },
  authorizeParams: { access_type: 'offline', prompt: 'consent' }, // without both, no refresh token comes
  rotation: 'never',
  openclawBufferMs: 5 * MINUTE,
  idleLimitMs: 180 * DAY, // six months without use
  custom: false,
}
