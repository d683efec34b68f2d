/**
 * Google's libraries: external_account with credential_source.executable (executable-sourced credentials). JSON out; the
 * library exchanges the id token at Google's STS itself.
 */
import { toFailure } from '../../base/errors.ts'
import { EXIT, exitCodeOf } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token'
const JWT = 'urn:ietf:params:oauth:token-type:jwt'

export const google: Helper = {
  name: 'google',
  usage: 'google [AUDIENCE]',
  async answer({ words: [word], env, folder, ask, out }) {
    const refuse = (code: string, message: string) =>
      out(JSON.stringify({ version: 1, success: false, code, message }))
    const type = env('GOOGLE_EXTERNAL_ACCOUNT_TOKEN_TYPE') ?? ID_TOKEN
    if (type !== ID_TOKEN && type !== JWT) {
      refuse('TOKEN_TYPE', `Lamplighter has id tokens, and was asked for ${type}.`)
      return EXIT.cannot
    }
    const audience = given(word ?? env('GOOGLE_EXTERNAL_ACCOUNT_AUDIENCE'), 'the audience', google)
    const purpose = { use: ['audience', audience], folder }
    try {
      const { token, expiresAtMs } = found(await ask('tokenFor', { ...purpose, token: 'id' }), purpose)
      const end = expiresAtMs === undefined ? {} : { expiration_time: Math.floor(expiresAtMs / 1000) }
      out(JSON.stringify({ version: 1, success: true, token_type: type, id_token: token, ...end }))
      return EXIT.ok
    } catch (error) {
      const { code, message, hint } = toFailure(error) // the library shows what it is told here, not standard error
      refuse(code, [message, hint].filter(Boolean).join(' '))
      return exitCodeOf(error)
    }
  },
}
