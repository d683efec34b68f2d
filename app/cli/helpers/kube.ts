/** kubectl and client-go: client.authentication.k8s.io, an ExecCredential as JSON. */
import { isRecord, parseJson } from '../../base/json.ts'
import { EXIT } from '../io/exit-codes.ts'
import { found, given, type Helper } from './helper.ts'

const NEWEST = 'client.authentication.k8s.io/v1'

export const kube: Helper = {
  name: 'kube',
  usage: 'kube [CLUSTER] [id-token]',
  async answer({ words, env, folder, asker, ask, out }) {
    const info = parseJson(env('KUBERNETES_EXEC_INFO') ?? '')
    const spec = isRecord(info) && isRecord(info['spec']) ? info['spec'] : {}
    const server = isRecord(spec['cluster']) ? spec['cluster']['server'] : undefined
    const name =
      words.find((word) => word !== 'id-token') ?? (typeof server === 'string' ? server : undefined)
    const purpose = { use: ['cluster', given(name, 'which cluster it is for', kube)], folder }
    const token = words.includes('id-token') ? 'id' : 'access'
    const got = found(await ask('tokenFor', { ...purpose, token, asker }), purpose)
    const apiVersion = isRecord(info) && typeof info['apiVersion'] === 'string' ? info['apiVersion'] : NEWEST
    const status = {
      token: got.token,
      ...(got.expiresAtMs === undefined ? {} : { expirationTimestamp: seconds(got.expiresAtMs) }),
    }
    out(JSON.stringify({ apiVersion, kind: 'ExecCredential', status }))
    return EXIT.ok
  },
}

/** RFC 3339 as Kubernetes writes it. */
function seconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z')
}
