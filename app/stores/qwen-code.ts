/** Qwen Code, `oauth_creds.json`: the vendor has ended this sign-in, so what is left is shown and never touched. */
import { isRecord, parseJson } from '../base/json.ts'
import { credentialOf, timeOf } from './shared/fields.ts'
import { fileStore } from './shared/file-store.ts'

export const qwenCode = fileStore({
  id: 'qwen-code',
  owner: 'Qwen Code',
  provider: 'qwen-portal',
  note: 'Qwen has ended this sign-in: ~/.qwen/oauth_creds.json is of no use any more and can be removed.',
  environment: [],
  paths: ({ home, join }) => [join(home, '.qwen', 'oauth_creds.json')],
  entries(content) {
    const file = parseJson(content)
    if (!isRecord(file) || !('access_token' in file)) return undefined
    const credential = credentialOf({
      access: file.access_token,
      refresh: file.refresh_token,
      expiresAtMs: timeOf(file.expiry_date, 'ms'),
    })
    return [
      { entry: 'qwen-code:qwen', label: 'Qwen Code', account: {}, ...(credential ? { credential } : {}) },
    ]
  },
})
