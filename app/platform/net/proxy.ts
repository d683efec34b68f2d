/**
 * Which way a request goes out. The environment decides (HTTPS_PROXY, ALL_PROXY and NO_PROXY, in either case); where it
 * names no proxy, the desktop's own setting does. What is on this machine is never asked for through a proxy.
 */
import { getProxyForUrl } from 'proxy-from-env'
import { HttpFailure } from '../../base/ports.ts'
import { isLoopbackHost } from './loopback.ts'

/** In the words of a proxy auto-configuration file: "PROXY proxy.example:3128; DIRECT". */
export type SystemProxy = (url: string) => Promise<string>

/** Undefined: straight. @throws HttpFailure when what is named is no proxy we can use */
export type ProxyFor = (url: URL) => Promise<URL | undefined>

const NAMES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']
const KINDS: Readonly<Record<string, string>> = { PROXY: 'http', HTTPS: 'https', HTTP: 'http' }

export function createProxyFor(systemProxy: SystemProxy | undefined): ProxyFor {
  return async (url) => {
    if (isLoopbackHost(url.hostname)) return undefined
    const name = NAMES.find((one) => process.env[one])
    if (name !== undefined) return getProxyForUrl(url.href) === '' ? undefined : named(name)
    return systemProxy && firstOf(await systemProxy(url.href))
  }
}

/** As curl does, a name without a scheme is that of an http proxy. */
function named(name: string): URL {
  const value = process.env[name] ?? ''
  const address = value.includes('://') ? value : `http://${value}`
  if (URL.canParse(address)) return usable(new URL(address), name)
  throw new HttpFailure('network', false, `${name} is not an address: it should look like http://host:port`)
}

function firstOf(answer: string): URL | undefined {
  const ways = answer.split(';').map((way) => way.trim().split(/\s+/))
  const [kind = 'DIRECT', host] =
    ways.find(([word = '']) => word === 'DIRECT' || word in KINDS) ?? ways[0] ?? []
  if (kind === 'DIRECT' || kind === '') return undefined
  return usable(new URL(`${KINDS[kind] ?? kind.toLowerCase()}://${host}`), 'the system’s proxy')
}

function usable(proxy: URL, what: string): URL {
  if (proxy.protocol === 'http:' || proxy.protocol === 'https:') return proxy
  const kind = proxy.protocol.slice(0, -1)
  throw new HttpFailure(
    'network',
    false,
    `${what} is a ${kind} proxy, and only http and https ones can be used`,
  )
}
