/** The AWS CLI and SDKs: `credential_process`. JSON out: the keys that AWS gives for the login's token. */
import { AppError } from '../../base/errors.ts'
import { EXIT } from '../io/exit-codes.ts'
import { roleKeys, ssoKeys } from './aws-keys.ts'
import { found, given, type Helper } from './helper.ts'

export const aws: Helper = {
  name: 'aws',
  usage: 'aws PROFILE role ROLE_ARN | aws PROFILE sso REGION ACCOUNT ROLE',
  async answer({ words, env, folder, ask, http, out }) {
    const [profile, way, ...rest] = words
    const purpose = { use: ['aws', given(profile, 'the profile', aws)], folder }
    if (!http) throw new AppError('INTERNAL', 'Nothing can be exchanged from here.')

    if (way === 'role') {
      const role = given(rest[0], 'the role', aws)
      const { token } = found(await ask('tokenFor', { ...purpose, token: 'id' }), purpose)
      out(JSON.stringify({ Version: 1, ...(await roleKeys(http, env, { token, role })) }))
      return EXIT.ok
    }
    given(way === 'sso' ? way : undefined, 'how: "role" or "sso"', aws)
    const [region, account, role] = rest
    const which = {
      region: given(region, 'the region', aws),
      account: given(account, 'the account', aws),
      role: given(role, 'the role', aws),
    }
    const { token } = found(await ask('tokenFor', purpose), purpose)
    out(JSON.stringify({ Version: 1, ...(await ssoKeys(http, env, { token, ...which })) }))
    return EXIT.ok
  },
}
