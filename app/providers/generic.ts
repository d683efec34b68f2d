/** What we assume of a provider a person adds: an ordinary OpenID Connect server. Every field can be overridden. */
import type { Provider } from '../model/provider.ts'

const MINUTE = 60_000

export const generic: Omit<Provider, 'id' | 'name'> = {
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  leadMs: 10 * MINUTE, // twice the five minutes that careful clients take
  refreshEncoding: 'form', // RFC 6749 §6
  redirect: { host: '127.0.0.1', port: 0, path: '/callback' },
  // OpenID Connect Core §11: offline access needs the person's consent each time.
  authorizeParams: { prompt: 'consent' },
  rotation: 'unknown',
  openclawBufferMs: 0,
  custom: true,
  added: true,
}
