/** docker, and podman, skopeo, oras, helm alike: docker-credential-helpers. One word, the registry or JSON in, JSON out. */
import { AppError } from '../../base/errors.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { Helper } from './helper.ts'

/** This very sentence, or docker takes it for an error. */
const ABSENT = 'credentials not found in native keychain'

export const docker: Helper = {
  name: 'docker',
  usage: 'docker get | list | store | erase',
  async answer({ words: [action], input, folder, ask, out }) {
    if (action === 'list') out('{}')
    if (action === 'list' || action === 'erase') return EXIT.ok
    if (action !== 'get') {
      throw new AppError('ARGUMENT_INVALID', 'Lamplighter keeps no passwords of registries.', {
        hint: 'Sign in with: lamplighter login, then lamplighter use LOGIN registry HOST',
      })
    }
    const server = (await input()).trim()
    const got = await ask('tokenFor', { use: ['registry', server], folder })
    if (!got) {
      out(ABSENT)
      return EXIT.transient
    }
    // The name that most registries of tokens take. "registry %3Ctoken%3E@HOST" makes it an identity token.
    out(JSON.stringify({ ServerURL: server, Username: got.user ?? 'oauth2accesstoken', Secret: got.token }))
    return EXIT.ok
  },
}
