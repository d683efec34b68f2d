/** pip and uv, which run `keyring get URL USER`, and uv also `keyring get URL --mode creds`. Nothing and 1 where there is none. */
import { EXIT } from '../io/exit-codes.ts'
import type { Helper } from './helper.ts'

export const keyring: Helper = {
  name: 'keyring',
  usage: 'keyring get URL [USER] [--mode creds]',
  async answer({ words, folder, ask, out }) {
    const [action, service = '', name] = words.filter(
      (word, at) => !word.startsWith('--') && words[at - 1] !== '--mode',
    )
    if (action !== 'get' || !isAddress(service)) return EXIT.transient
    const user = name ? { user: name } : {}
    const got = await ask('tokenFor', { use: ['registry', service], folder, ...user })
    if (!got) return EXIT.transient
    if (words.includes('creds') || words.includes('--mode=creds')) out(name ?? got.user ?? 'oauth2')
    out(got.token)
    return EXIT.ok
  },
}

/** pip asks by the bare host as well. */
function isAddress(service: string): boolean {
  return service !== '' && URL.canParse(service.includes('://') ? service : `https://${service}`)
}
