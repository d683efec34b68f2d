/** The AWS CLI and SDKs: `credential_process`. JSON out: the keys that AWS gives for the login's token. */
import { AppError } from '../../base/errors.ts'
import { EXIT } from '../io/exit-codes.ts'
import { type AwsKeys, roleKeys, ssoKeys } from './aws-keys.ts'
import { type Asked, found, given, type Helper } from './helper.ts'

export const aws: Helper = {
  name: 'aws',
  usage: 'aws PROFILE role ROLE_ARN | aws PROFILE sso REGION ACCOUNT ROLE',
  async answer(asked) {
    asked.out(JSON.stringify({ Version: 1, ...(await keysFor(asked)) }))
    return EXIT.ok
  },
}

/** @throws AppError: no login is for it, ARGUMENT_INVALID, PROVIDER_UNREACHABLE, PROVIDER_REFUSED */
export async function keysFor({
  words,
  env,
  folder,
  ask,
  http,
}: Pick<Asked, 'words' | 'env' | 'folder' | 'ask' | 'http'>): Promise<AwsKeys> {
  const [profile, way, ...rest] = words
  const purpose = { use: ['aws', given(profile, 'the profile', aws)], folder }
  if (!http) throw new AppError('INTERNAL', 'Nothing can be exchanged from here.')

  if (way === 'role') {
    const role = given(rest[0], 'the role', aws)
    const { token } = found(await ask('tokenFor', { ...purpose, token: 'id' }), purpose)
    return roleKeys(http, env, { token, role })
  }
  given(way === 'sso' ? way : undefined, 'how: "role" or "sso"', aws)
  const [region, account, role] = rest
  const which = {
    region: given(region, 'the region', aws),
    account: given(account, 'the account', aws),
    role: given(role, 'the role', aws),
  }
  const { token } = found(await ask('tokenFor', purpose), purpose)
  return ssoKeys(http, env, { token, ...which })
}
