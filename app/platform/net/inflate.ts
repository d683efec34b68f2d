/**
 * A body as it was before it was compressed (RFC 9110 §8.4.1): gzip, deflate and brotli, announced or not. We ask for none,
 * and some servers and caches send one all the same; what cannot be read might be a refresh token that nobody has twice.
 */
import { isUtf8 } from 'node:buffer'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib'

type Inflate = (bytes: Buffer, options: ZlibOptions) => Buffer

const KNOWN: Readonly<Record<string, readonly Inflate[]>> = {
  gzip: [gunzipSync],
  'x-gzip': [gunzipSync],
  deflate: [inflateSync, inflateRawSync], // some send it without its wrapper
  br: [brotliDecompressSync],
}

/** Text is left as it is, whatever is announced, and so is what does not open. @returns 'too-large': over `mostBytes` inflated */
export function inflate(
  bytes: Buffer,
  announced: string | undefined,
  mostBytes: number,
): Buffer | 'too-large' {
  const names = (announced ?? '').split(',').map((name) => name.trim().toLowerCase())
  let current = bytes
  for (const name of names.toReversed()) {
    const ways = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined
    const opened = ways && tryEach(ways, current, mostBytes)
    if (opened === 'too-large') return opened
    current = opened ?? current
  }
  if (isUtf8(current)) return current
  return tryEach([gunzipSync, inflateSync, brotliDecompressSync], current, mostBytes) ?? current
}

function tryEach(
  ways: readonly Inflate[],
  bytes: Buffer,
  mostBytes: number,
): Buffer | 'too-large' | undefined {
  for (const way of ways) {
    try {
      return way(bytes, { maxOutputLength: mostBytes })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
      // any other error: it is not compressed like this
    }
  }
  return undefined
}
