/** A user pool of Amazon Cognito with a domain. */
import type { CatalogueEntry } from '../entry.ts'

export const cognito: CatalogueEntry = {
  id: 'cognito',
  name: 'Amazon Cognito',
  category: 'identity',
  words: ['aws', 'sso', 'oidc', 'login', 'user', 'pool'],
  blanks: [
    { name: 'region', label: 'Region of the pool', example: 'eu-central-1' },
    { name: 'pool', label: 'Id of the user pool', example: 'eu-central-1_AbCdEfGhI' },
  ],
  client: 'either',
  issuer: 'https://cognito-idp.{region}.amazonaws.com/{pool}',
  scopes: ['openid', 'profile', 'email'],
  redirect: { kind: 'exact', host: 'localhost' },
  behaviour: {
    rotation: 'unknown',
    reuseGraceSeconds: 60,
    accessLifeSeconds: 3600,
    grantLifeDays: 30,
    notes: [
      'Rotation is set at the app client, with a grace of up to 60 seconds; without it a refresh brings no refresh token.',
    ],
  },
  register: {
    page: 'https://console.aws.amazon.com/cognito/v2/idp/user-pools',
    steps: 'Add an app client to the pool with the callback address and the authorization code grant.',
  },
  source: [
    {
      page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RefreshTokenRotationType.html',
      read: '2026-11-30',
    },
  ],
  believed: [
    'issuer',
    'scopes',
    'redirect',
    'behaviour.accessLifeSeconds',
    'behaviour.grantLifeDays',
    'register',
  ],
}
