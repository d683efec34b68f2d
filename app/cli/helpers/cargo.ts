/** cargo: `cargo:token-from-stdout` (RFC 2730). The variable names the registry's index; out comes the whole header value. */
import { EXIT } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

export const cargo: Helper = {
  name: 'cargo',
  usage: 'cargo [HOST]',
  async answer({ words: [word], env, folder, ask, out }) {
    const index = given(word ?? env('CARGO_REGISTRY_INDEX_URL'), 'the registry', cargo)
    const purpose = { use: ['registry', index], folder }
    out(`Bearer ${found(await ask('tokenFor', purpose), purpose).token}`)
    return EXIT.ok
  },
}
