/** RFC 6749 §3.1.2.1, §3.2: TLS everywhere, except on loopback where no network is crossed. */

/** https anywhere, or plain http on 127.0.0.0/8, ::1 and localhost; no credentials and no fragment in it. */
export function isSafeEndpoint(address: string): boolean {
  const url = parse(address)
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return false
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && isLoopback(url.hostname)
}

export function isLoopback(hostname: string): boolean {
  // The URL parser has already turned 127.1 and 0x7f000001 into dotted decimals.
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

/** "https://auth.example.test": what may be named in a message; the rest of an address can carry a code. */
export function originOf(address: string): string {
  return parse(address)?.origin ?? 'an address that is not a URL'
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
