/**
 * SSH private keys that are not protected by a passphrase: OpenSSH's own format (PROTOCOL.key) and PEM for RSA
 * (PKCS #1, RFC 8017 appendix A.1.2; PKCS #8, RFC 5208). Pure.
 */
import {
  bytesOfInteger,
  concat,
  fromBase64,
  integerOf,
  Malformed,
  sameBytes,
  WireReader,
} from './ssh-wire.ts'

export type SshPrivate =
  | { readonly kind: 'ssh-ed25519'; readonly seed: Uint8Array; readonly point: Uint8Array }
  /** An `RSAPrivateKey`, DER, in a `PrivateKeyInfo`, DER: what WebCrypto imports as `pkcs8`. */
  | { readonly kind: 'ssh-rsa'; readonly pkcs8: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'encrypted' }
  /** ecdsa, dsa, a security key: age knows no stanza for it. */
  | { readonly kind: 'other'; readonly name: string }

const PEM = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/
const MAGIC = new TextEncoder().encode('openssh-key-v1\0')
const RSA_OID = Uint8Array.of(0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01)

export function looksLikePrivateKey(text: string): boolean {
  return /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/m.test(text)
}

/** @throws Malformed when it was cut short or changed */
export function readPrivateKey(text: string): SshPrivate {
  const [, label = '', body = ''] = PEM.exec(text) ?? []
  if (label === '') throw new Malformed('its last line is missing')
  if (label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type:.*ENCRYPTED/m.test(body)) return { kind: 'encrypted' }
  if (label === 'OPENSSH PRIVATE KEY') return readOpenSsh(fromBase64(body))
  if (label === 'RSA PRIVATE KEY') return { kind: 'ssh-rsa', pkcs8: inPkcs8(fromBase64(body)) }
  const der = concat(fromBase64(body))
  if (label === 'PRIVATE KEY' && includes(der, RSA_OID)) return { kind: 'ssh-rsa', pkcs8: der }
  return { kind: 'other', name: label }
}

function readOpenSsh(bytes: Uint8Array): SshPrivate {
  const reader = new WireReader(bytes)
  if (!sameBytes(reader.take(MAGIC.length), MAGIC)) throw new Malformed('it does not begin as it should')
  const cipher = reader.text()
  reader.bytes() // which key derivation
  reader.bytes() // and its options
  const keys = reader.uint32()
  if (cipher !== 'none') return { kind: 'encrypted' }
  if (keys !== 1) throw new Malformed(`it holds ${keys} keys`)
  reader.bytes() // the public key, which the private part repeats
  const part = new WireReader(reader.bytes())
  const [check, again] = [part.uint32(), part.uint32()]
  if (check !== again) throw new Malformed('its check does not hold')
  const kind = part.text()
  if (kind === 'ssh-ed25519') return readEd25519(part)
  return kind === 'ssh-rsa' ? readRsa(part) : { kind: 'other', name: kind }
}

/** Seed and public key one after the other, as RFC 8032 §5.1.5 makes them. */
function readEd25519(part: WireReader): SshPrivate {
  const point = part.bytes()
  const secret = part.bytes()
  if (secret.length !== 64 || !sameBytes(secret.subarray(32), point)) throw new Malformed('its halves differ')
  return { kind: 'ssh-ed25519', seed: secret.subarray(0, 32), point }
}

function readRsa(part: WireReader): SshPrivate {
  const [n, e, d, coefficient, p, q] = Array.from({ length: 6 }, () => part.integer()) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  if (p < 2n || q < 2n) throw new Malformed('its primes are none')
  const numbers = [0n, n, e, d, p, q, d % (p - 1n), d % (q - 1n), coefficient]
  return { kind: 'ssh-rsa', pkcs8: inPkcs8(der(0x30, ...numbers.map(derInteger))) }
}

/** The public half of what inPkcs8() made, or somebody else did. @throws Malformed */
export function rsaNumbers(pkcs8: Uint8Array): { readonly modulus: bigint; readonly exponent: bigint } {
  const outer = new DerReader(new DerReader(pkcs8).next(0x30))
  outer.next(0x02)
  outer.next(0x30)
  const inner = new DerReader(new DerReader(outer.next(0x04)).next(0x30))
  inner.next(0x02)
  return { modulus: integerOf(inner.next(0x02)), exponent: integerOf(inner.next(0x02)) }
}

function inPkcs8(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const algorithm = der(0x30, RSA_OID, der(0x05))
  return der(0x30, derInteger(0n), algorithm, der(0x04, pkcs1))
}

/** ITU-T X.690 §8.1: tag, length, contents. */
function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const contents = concat(...parts)
  const length = bytesOfInteger(BigInt(contents.length))
  const head = contents.length < 0x80 ? length : concat(Uint8Array.of(0x80 + length.length), length)
  return concat(Uint8Array.of(tag), head, contents)
}

function derInteger(value: bigint): Uint8Array {
  const bytes = bytesOfInteger(value)
  return der(0x02, (bytes[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), bytes) : bytes)
}

class DerReader {
  readonly #reader: WireReader

  constructor(bytes: Uint8Array) {
    this.#reader = new WireReader(bytes)
  }

  next(tag: number): Uint8Array {
    const [found, first = 0] = this.#reader.take(2)
    if (found !== tag) throw new Malformed('it is not built as it should be')
    const length = first < 0x80 ? first : Number(integerOf(this.#reader.take(first - 0x80)))
    return this.#reader.take(length)
  }
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  return bytes.some((_, at) => sameBytes(bytes.subarray(at, at + part.length), part))
}
