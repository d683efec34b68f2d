/** What the browser may be sent to and http may speak to: https anywhere, plain http on this machine only. */
import { isLoopback } from '../../oauth/endpoint-url.ts'

export const isLoopbackHost = isLoopback

export function isSafeUrl(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
