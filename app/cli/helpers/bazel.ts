/** Bazel and its family: the credential helper specification. `get`, {"uri"} in, headers out; none where nothing fits. */
import { isRecord, parseJson } from '../../base/json.ts'
import { EXIT } from '../io/exit-codes.ts'
import { given, type Helper } from './helper.ts'

export const bazel: Helper = {
  name: 'bazel',
  usage: 'bazel get',
  async answer({ words: [action], input, folder, ask, out }) {
    const said = action === 'get' ? parseJson(await input()) : undefined
    const uri = isRecord(said) && typeof said['uri'] === 'string' ? said['uri'] : undefined
    const got = await ask('tokenFor', { use: ['audience', given(uri, 'an address', bazel)], folder })
    const expires = got?.expiresAtMs === undefined ? {} : { expires: new Date(got.expiresAtMs).toISOString() }
    out(JSON.stringify({ headers: got ? { Authorization: [`Bearer ${got.token}`] } : {}, ...expires }))
    return EXIT.ok
  },
}
