/**
 * Mail: msmtp's passwordeval, isync's PassCmd, neomutt's refresh commands take the bare token and build the rest. With
 * `sasl` comes the initial response of XOAUTH2 itself, in base64, for what builds nothing.
 */
import { EXIT } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

export const xoauth2: Helper = {
  name: 'xoauth2',
  usage: 'xoauth2 HOST USER [sasl]',
  async answer({ words: [host, user, form], folder, ask, out }) {
    const mailbox = [given(host, 'the server', xoauth2), given(user, 'the user', xoauth2)]
    const purpose = { use: ['mail', ...mailbox], folder }
    const { token } = found(await ask('tokenFor', purpose), purpose)
    out(form === 'sasl' ? btoa(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`) : token)
    return EXIT.ok
  },
}
