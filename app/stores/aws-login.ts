/**
 * `aws login`: keys of a quarter of an hour with a refresh token that is bound to a key in the file. The AWS CLI renews
 * them when it is used, without a lock, so they are only watched.
 */
import { isRecord, parseJson } from '../base/json.ts'
import { join as joinPath } from '../base/path.ts'
import { accountOf, credentialOf, recordIn, timeOf } from './shared/fields.ts'
import { fileStore } from './shared/file-store.ts'

export const awsLogin = fileStore({
  id: 'aws-login',
  owner: 'AWS CLI',
  provider: 'aws',
  note: 'The AWS CLI renews it when it is used; while nobody uses it, it expires.',
  environment: ['AWS_LOGIN_CACHE_DIRECTORY'],
  paths: ({ folder }) => [
    joinPath(folder('AWS_LOGIN_CACHE_DIRECTORY', joinPath('.aws', 'login', 'cache')), '*.json'),
  ],
  entries(content, { name }) {
    const file = parseJson(content)
    if (!isRecord(file) || !isRecord(file.accessToken)) return undefined
    const keys = recordIn(file, 'accessToken')
    const account = accountOf({ name: keys.accountId })
    const credential = credentialOf({
      access: keys.sessionToken,
      refresh: file.refreshToken,
      expiresAtMs: timeOf(keys.expiresAt, 'iso'),
      account,
    })
    const entry = `aws-login:${name.slice(0, 12)}`
    return [{ entry, label: 'AWS CLI · aws login', account, ...(credential ? { credential } : {}) }]
  },
  login: { command: () => ['aws', 'login'] },
})
