/** AWS IAM Identity Center: a client of its own for each login, and its own words on the wire. */
import type { Provider } from '../model/provider.ts'
import { generic } from './generic.ts'

const MINUTE = 60_000
const { added: _, authorizeParams: _consent, ...ordinary } = generic

export const awsSso: Provider = {
  ...ordinary,
  id: 'aws-sso',
  name: 'AWS IAM Identity Center',
  clientPerLogin: true,
  scopes: [],
  leadMs: 16 * MINUTE, // the AWS CLI refreshes in the last fifteen, without a lock: be there first
  refreshEncoding: 'json',
  requestMembers: {
    grant_type: 'grantType',
    refresh_token: 'refreshToken',
    client_id: 'clientId',
    client_secret: 'clientSecret',
  },
  responseMembers: {
    access_token: 'accessToken',
    refresh_token: 'refreshToken',
    id_token: 'idToken',
    token_type: 'tokenType',
    expires_in: 'expiresIn',
  },
  custom: false,
}
