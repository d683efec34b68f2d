/** Feishu and Lark, on behalf of a person. */
import type { CatalogueEntry } from '../entry.ts'

export const feishu: CatalogueEntry = {
  id: 'feishu',
  name: 'Feishu',
  category: 'chat',
  words: ['lark', 'bytedance', 'messages', 'documents'],
  client: 'confidential',
  authorizationEndpoint: 'https://accounts.feishu.cn/open-apis/authen/v1/authorize',
  tokenEndpoint: 'https://open.feishu.cn/open-apis/authen/v2/oauth/token',
  scopes: ['offline_access'],
  redirect: { kind: 'exact', host: '127.0.0.1' },
  clientAuthentication: 'client_secret_post',
  refreshEncoding: 'json',
  behaviour: {
    rotation: 'always',
    accessLifeSeconds: 7200,
    grantLifeDays: 30,
    notes: [
      'A refresh token is good for one use. "offline_access" must be opened for the app and asked for.',
      "Lark's addresses are at larksuite.com.",
    ],
  },
  register: {
    page: 'https://open.feishu.cn/app',
    steps:
      'Create a custom app, open the permission "offline_access", and add the redirect address under its security settings.',
  },
  source: [
    {
      page: 'https://open.larkoffice.com/document/authentication-management/access-token/refresh-user-access-token.md',
      read: '2026-11-30',
    },
    {
      page: 'https://open.larkoffice.com/document/authentication-management/access-token/get-user-access-token.md',
      read: '2026-11-30',
    },
  ],
  believed: ['redirect', 'refreshEncoding', 'behaviour.grantLifeDays', 'behaviour.notes'],
}
