/** Terraform: credentials_helper. `get HOST`; JSON out, empty where there is none. */
import { AppError } from '../../base/errors.ts'
import { EXIT } from '../io/exit-codes.ts'
import { given, type Helper } from './helper.ts'

export const terraform: Helper = {
  name: 'terraform',
  usage: 'terraform get HOST',
  async answer({ words, folder, ask, out }) {
    const [action, host] = words.slice(-2) // its own arguments, from the configuration, stand first
    if (action !== 'get') {
      throw new AppError('ARGUMENT_INVALID', 'Lamplighter stores and forgets no credentials for Terraform.', {
        hint: 'Sign in with: lamplighter login, then lamplighter use LOGIN registry HOST',
      })
    }
    const got = await ask('tokenFor', { use: ['registry', given(host, 'the host', terraform)], folder })
    out(JSON.stringify(got ? { token: got.token } : {}))
    return EXIT.ok
  },
}
