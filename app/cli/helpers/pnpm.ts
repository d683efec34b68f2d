/** pnpm: `tokenHelper` of .npmrc. It says nothing, so its script names the registry; out comes the whole header value. */
import { EXIT } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

export const pnpm: Helper = {
  name: 'pnpm',
  usage: 'pnpm HOST',
  async answer({ words: [host], folder, ask, out }) {
    const purpose = { use: ['registry', given(host, 'the registry', pnpm)], folder }
    out(`Bearer ${found(await ask('tokenFor', purpose), purpose).token}`)
    return EXIT.ok
  },
}
