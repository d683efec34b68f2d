/** Whoever takes the bare token of an audience: Codex (`auth.command`), Claude Code (`apiKeyHelper`), a script. */
import { EXIT } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

export const bearer: Helper = {
  name: 'bearer',
  usage: 'bearer AUDIENCE [id-token]',
  async answer({ words: [audience, kind], folder, asker, ask, out }) {
    const purpose = { use: ['audience', given(audience, 'the audience', bearer)], folder }
    const token = kind === 'id-token' ? 'id' : 'access'
    out(found(await ask('tokenFor', { ...purpose, token, asker }), purpose).token)
    return EXIT.ok
  },
}
