/** AWS IAM Identity Center, by device code. Its wire is JSON in camelCase. */
import type { CatalogueEntry } from '../entry.ts'

export const awsIdentityCenter: CatalogueEntry = {
  id: 'aws-identity-center',
  name: 'AWS IAM Identity Center',
  category: 'cloud',
  words: ['amazon', 'sso', 'aws'],
  blanks: [{ name: 'region', label: 'Region of your Identity Center', example: 'eu-central-1' }],
  client: 'confidential',
  tokenEndpoint: 'https://oidc.{region}.amazonaws.com/token',
  deviceAuthorizationEndpoint: 'https://oidc.{region}.amazonaws.com/device_authorization',
  scopes: ['sso:account:access'],
  redirect: { kind: 'any-port', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  responseMembers: {
    access_token: 'accessToken',
    refresh_token: 'refreshToken',
    expires_in: 'expiresIn',
    id_token: 'idToken',
    token_type: 'tokenType',
  },
  behaviour: {
    rotation: 'unknown',
    accessLifeSeconds: 28_800,
  },
  register: {
    page: 'https://docs.aws.amazon.com/goto/cli2/sso-oidc-2019-06-10/CreateToken',
    steps:
      'aws sso-oidc register-client --client-name lamplighter --client-type public --scopes sso:account:access',
  },
  cannot:
    'Its requests are in camelCase too (clientId, grantType), and a client is made by an API call (RegisterClient). Lamplighter reads its replies, and does not write such requests yet.',
  source: [
    { page: 'https://docs.aws.amazon.com/goto/cli2/sso-oidc-2019-06-10/CreateToken', read: '2026-11-30' },
    {
      page: 'https://boto3.amazonaws.com/v1/documentation/api/1.16.11/reference/services/sso-oidc.html',
      read: '2026-11-30',
    },
  ],
  believed: [
    'tokenEndpoint',
    'deviceAuthorizationEndpoint',
    'redirect',
    'scopes',
    'behaviour.accessLifeSeconds',
  ],
}
