/**
 * The servers and clients of programs whose logins are watched, or refreshed by their owner when asked. Known by name, and
 * what ends a login there; no sign-in of ours goes through these clients.
 */
import type { Provider } from '../model/provider.ts'
import { generic } from './generic.ts'

const DAY = 24 * 60 * 60_000

const ofProgram = { ...generic, scopes: [], authorizeParams: {}, custom: false }

export const githubCli: Provider = {
  ...ofProgram,
  id: 'github-cli',
  name: 'GitHub',
  tokenEndpoint: 'https://github.com/login/oauth/access_token',
  clientId: '178c6fc778ccc68e1d6a',
  rotation: 'never',
  notRefreshable:
    'A token of GitHub CLI does not expire: GitHub ends it when it is revoked, or after a year without use.',
}

export const googleAdc: Provider = {
  ...ofProgram,
  id: 'google-adc',
  name: 'Google Cloud',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  clientId: '764086051850-6qr4p6gpi6hn506pt8ejuq83di341hur.apps.googleusercontent.com',
  rotation: 'never',
  idleLimitMs: 180 * DAY, // six months without use
  notRefreshable: 'Google’s libraries make a token from it whenever they need one.',
}

export const azureCli: Provider = {
  ...ofProgram,
  id: 'azure-cli',
  name: 'Microsoft Azure',
  tokenEndpoint: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
  clientId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
  rotation: 'always', // and the older token stays valid
}

export const kimiCode: Provider = {
  ...ofProgram,
  id: 'kimi-code',
  name: 'Kimi',
  tokenEndpoint: 'https://auth.kimi.com/api/oauth/token',
  clientId: '17e5f671-d194-4dfb-9706-5516cb48c098',
  rotation: 'unknown',
}
