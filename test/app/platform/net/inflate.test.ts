import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../../app/platform/net/inflate.ts'

const MOST = 1024 * 1024
const text = Buffer.from(JSON.stringify({ access_token: 'CANARY-ä', expires_in: 3600 }))

describe('inflate', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', text],
    [undefined, text],
    // announced and not done, or done twice over
    ['gzip', text],
    ['br', text],
    ['gzip', brotliCompressSync(text)],
    // not announced
    [undefined, gzipSync(text)],
    [undefined, deflateSync(text)],
    [undefined, brotliCompressSync(text)],
  ])('opens what is announced as %s', (announced, bytes) => {
    expect(inflate(bytes, announced, MOST)).toEqual(text)
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    [undefined, gzipSync],
    [undefined, brotliCompressSync],
  ] as const)('holds the limit after inflation too (%s)', (announced, compress) => {
    expect(inflate(compress(Buffer.alloc(2 * MOST, 'a')), announced, MOST)).toBe('too-large')
  })

  it('leaves what does not open', () => {
    const torn = gzipSync(text).subarray(0, 20)
    expect(inflate(torn, 'gzip', MOST)).toEqual(torn)
    expect(inflate(Buffer.alloc(0), 'br', MOST)).toEqual(Buffer.alloc(0))
  })
})
