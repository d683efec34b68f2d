/** What stands in a kept file: the token in the form that its reader takes. Pure. */
import { AppError } from '../../base/errors.ts'
import type { KeptFile } from '../../config/kept-file.ts'

export interface KeptToken {
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAtMs?: number
}

/** @throws AppError CONFIG_INVALID: the form needs something that is not said */
export function keptText(file: KeptFile, { token, expiresAtMs }: KeptToken): string {
  const expires = expiresAtMs === undefined ? undefined : new Date(expiresAtMs).toISOString()
  switch (file.form ?? 'bare') {
    case 'bare':
      return token
    case 'header':
      return `Authorization: Bearer ${token}\n`
    case 'json':
      return `${JSON.stringify({ access_token: token, token_type: 'Bearer', expires_at: expires ?? null })}\n`
    case 'env':
      return `${needed(file, 'name')}=${token}\n`
    case 'netrc':
      return `machine ${needed(file, 'machine')} login ${file.user ?? 'oauth2'} password ${token}\n`
    case 'template':
      return needed(file, 'template')
        .replaceAll('{token}', () => token)
        .replaceAll('{expires}', () => expires ?? '')
  }
}

function needed(file: KeptFile, member: 'name' | 'machine' | 'template'): string {
  const value = file[member]
  if (value !== undefined) return value
  throw new AppError(
    'CONFIG_INVALID',
    `The kept file ${file.path} has the form "${file.form}" and no "${member}".`,
    {
      hint: `Add "${member}" to it in config.json.`,
    },
  )
}
