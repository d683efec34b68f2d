/**
 * Google's application default credentials: a refresh token without an end that is never rewritten. Each program makes
 * access tokens from it for itself, so there is nothing to count down, and nothing here to hand out.
 */
import { isRecord, parseJson } from '../base/json.ts'
import { expandHome } from '../base/path.ts'
import { secret } from '../model/secret.ts'
import { text } from '../oauth/jwt.ts'
import { type FileEntry, fileStore } from './shared/file-store.ts'

const FILE = 'application_default_credentials.json'

export const googleAdc = fileStore({
  id: 'google-adc',
  owner: 'Google Cloud CLI',
  provider: 'google-adc',
  note: 'Google’s libraries make a token from it whenever they need one. It ends when it is revoked, or after six months without use.',
  environment: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_CONFIG'],
  paths: ({ env, home, configHome, join }) => [
    expandHome(
      env('GOOGLE_APPLICATION_CREDENTIALS') ??
        join(env('CLOUDSDK_CONFIG') ?? join(configHome, 'gcloud'), FILE),
      home,
    ),
  ],
  entries(content) {
    const file = parseJson(content)
    if (!isRecord(file) || text(file.type) === undefined) return undefined
    const { type, account, quota_project_id, client_email } = file
    const name = text(account) ?? text(client_email) ?? text(quota_project_id)
    return [{ entry: 'google-adc:default', label: 'Google default credentials', ...about(`${type}`, name) }]
  },
  trial(content) {
    const file = parseJson(content)
    const clientId = isRecord(file) ? text(file.client_id) : undefined
    if (!isRecord(file) || file.type !== 'authorized_user' || clientId === undefined) return undefined
    const [refreshToken, clientSecret] = [file.refresh_token, file.client_secret].map((one) =>
      secret(text(one)),
    )
    if (!refreshToken || !clientSecret) return undefined
    const client = { clientId, clientSecret, clientAuthentication: 'client_secret_post' } as const
    return { credential: { kind: 'oauth', refreshToken, account: {}, generation: 0 }, client }
  },
  login: { command: () => ['gcloud', 'auth', 'application-default', 'login'] },
})

function about(type: string, name: string | undefined): Pick<FileEntry, 'account' | 'kind' | 'note'> {
  const account = name === undefined ? {} : { name }
  if (type === 'authorized_user') return { account }
  if (type === 'service_account') return { account, kind: 'api-key', note: 'The key of a service account.' }
  return { account, note: `Credentials of the type "${type}": Lamplighter knows no more of them.` }
}
