/** SSH public keys, of the two kinds that age encrypts to. RFC 4253 §6.6, RFC 8709 §4; the line is that of sshd(8). Pure. */
import { fromBase64, Malformed, mpint, WireReader, wireBytes } from './ssh-wire.ts'

export type SshPublic =
  | { readonly kind: 'ssh-ed25519'; readonly blob: Uint8Array; readonly point: Uint8Array }
  | {
      readonly kind: 'ssh-rsa'
      readonly blob: Uint8Array
      readonly modulus: bigint
      readonly exponent: bigint
    }

/** What agessh asks for: shorter ones have been broken. */
const MIN_RSA_BITS = 2048
/** Work grows with the cube; nobody has a longer one, and a file could claim any. */
const MAX_RSA_BITS = 16_384

/** `ssh-ed25519 AAAA… comment`. @throws Malformed saying why, without quoting it */
export function readPublicLine(line: string): SshPublic {
  const [kind = '', base64 = ''] = line.trim().split(/\s+/)
  const key = readPublicBlob(fromBase64(base64))
  if (key.kind !== kind) throw new Malformed(`it says ${kind} and holds ${key.kind}`)
  return key
}

/** @throws Malformed */
export function readPublicBlob(blob: Uint8Array): SshPublic {
  const reader = new WireReader(blob)
  const kind = reader.text()
  if (kind === 'ssh-ed25519') {
    const point = reader.bytes()
    if (point.length !== 32 || reader.left > 0) throw new Malformed('its length is wrong')
    return { kind, blob, point }
  }
  if (kind !== 'ssh-rsa') throw new Malformed('it is neither ssh-ed25519 nor ssh-rsa')
  const [exponent, modulus] = [reader.integer(), reader.integer()]
  if (reader.left > 0) throw new Malformed('its length is wrong')
  return rsaPublic(modulus, exponent)
}

/** @throws Malformed */
export function rsaPublic(modulus: bigint, exponent: bigint): SshPublic & { readonly kind: 'ssh-rsa' } {
  const bits = modulus.toString(2).length
  if (bits < MIN_RSA_BITS)
    throw new Malformed(`it has ${bits} bits, and fewer than ${MIN_RSA_BITS} protect nothing`)
  if (bits > MAX_RSA_BITS)
    throw new Malformed(`it has ${bits} bits, and more than ${MAX_RSA_BITS} are not used`)
  const kind = 'ssh-rsa'
  const blob = wireBytes(new TextEncoder().encode(kind), mpint(exponent), mpint(modulus))
  return { kind, blob, modulus, exponent }
}

export function ed25519Public(point: Uint8Array): SshPublic & { readonly kind: 'ssh-ed25519' } {
  const kind = 'ssh-ed25519'
  return { kind, blob: wireBytes(new TextEncoder().encode(kind), point), point }
}
