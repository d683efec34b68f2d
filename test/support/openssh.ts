/** SSH keys as ssh-keygen writes them, without it. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { concat, wireBytes } from '../../app/features/transfer/bundle/ssh-wire.ts'

const text = (part: string): Uint8Array => new TextEncoder().encode(part)
const bytes = (part: string | undefined): Uint8Array => Buffer.from(part ?? '', 'base64url')
/** A zero before it, so that it is positive whatever it begins with. */
const number = (part: string | undefined): Uint8Array => concat(Uint8Array.of(0), bytes(part))

export function openSshLine(key: KeyObject): string {
  const { n, e, x } = key.export({ format: 'jwk' })
  const kind = x === undefined ? 'ssh-rsa' : 'ssh-ed25519'
  const blob = x === undefined ? wireBytes(text(kind), bytes(e), number(n)) : wireBytes(text(kind), bytes(x))
  return `${kind} ${Buffer.from(blob).toString('base64')} ada@example.test`
}

/** PROTOCOL.key: @param part what follows the two check numbers */
export function openSshFile(part: Uint8Array, cipher = 'none'): string {
  const check = Uint8Array.of(1, 2, 3, 4)
  const whole = concat(
    text('openssh-key-v1\0'),
    wireBytes(text(cipher), text(cipher === 'none' ? 'none' : 'bcrypt'), text('')),
    Uint8Array.of(0, 0, 0, 1),
    wireBytes(text('the public key'), concat(check, check, part)),
  )
  const lines =
    Buffer.from(whole)
      .toString('base64')
      .match(/.{1,70}/g) ?? []
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n')
}

/** A new key, in both halves. */
export function openSshPair(type: 'ed25519' | 'rsa'): { readonly line: string; readonly file: string } {
  const { publicKey, privateKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const line = openSshLine(publicKey)
  const jwk = privateKey.export({ format: 'jwk' })
  const parts =
    type === 'rsa'
      ? [text('ssh-rsa'), ...[jwk.n, jwk.e, jwk.d, jwk.qi, jwk.p, jwk.q].map(number)]
      : [text('ssh-ed25519'), bytes(jwk.x), concat(bytes(jwk.d), bytes(jwk.x))]
  return { line, file: openSshFile(wireBytes(...parts, text('ada@example.test'))) }
}
