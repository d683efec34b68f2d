/** A connection through a proxy (CONNECT, RFC 9110 §9.3.6). Nothing of a request is sent before it stands. */
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { HttpFailure } from '../../base/ports.ts'

/** Where to connect for this address: an IPv6 literal without its brackets, the scheme's own port where none is named. */
export function endOf({ hostname, port, protocol }: URL): { readonly host: string; readonly port: number } {
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  }
}

/**
 * @param target host and port; an IPv6 address in brackets
 * @param onSocket called early: destroying what it gets ends everything
 * @throws HttpFailure, which never says the proxy's password
 */
export function tunnel(proxy: URL, target: string, onSocket: (socket: Socket) => void): Promise<Socket> {
  const isSecure = proxy.protocol === 'https:'
  const end = endOf(proxy)
  const fail = (why: string, options?: ErrorOptions): HttpFailure =>
    new HttpFailure('network', false, `${target} through the proxy ${proxy.host}: ${why}`, options)
  return new Promise((resolve, reject) => {
    const out = (isSecure ? httpsRequest : httpRequest)({
      method: 'CONNECT',
      ...end,
      // Node.js would take the target's name, out of the header, for that of the proxy. Empty: an address has none.
      ...(isSecure ? { servername: isIP(end.host) ? '' : end.host } : {}),
      path: target,
      agent: false,
      setHost: false,
      headers: { host: target, 'user-agent': 'Lamplighter', ...authorization(proxy) },
    })
    out.on('socket', onSocket)
    out.on('error', (error) => reject(fail(error.message, { cause: error })))
    out.once('close', () => reject(fail('it closed the connection')))
    out.once('connect', ({ statusCode = 0 }, socket) => {
      socket.on('error', reject) // stays, as those of http.ts do
      if (statusCode >= 200 && statusCode < 300) return resolve(socket)
      socket.destroy()
      reject(fail(statusCode === 407 ? WANTS_PASSWORD : `it answered ${statusCode}`))
    })
    out.end()
  })
}

const WANTS_PASSWORD = 'it wants a name and a password (HTTPS_PROXY=http://name:password@host:port)'

/** Basic, RFC 7617. */
function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {}
  const pair = `${decoded(username)}:${decoded(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** A "%" that begins no encoded character stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
