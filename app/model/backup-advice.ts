/** What a copy of a damaged file is good for: programs renew with what it holds, and that works once (RFC 9700 §4.14). */
export const BACKUP_ADVICE =
  'A backup helps only if it was made after the last renewal: the refresh token in an older one is spent.'
