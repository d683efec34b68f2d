/**
 * Certificates (X.509, RFC 5280) for a fleet's own etcd: an authority of its own, and what it signs. In Node.js's own
 * cryptography; only the shape of the text, DER, is put together here.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

export interface Certified {
  /** PEM, both. */
  readonly certificate: string
  readonly key: string
}

export interface Authority extends Certified {
  readonly privateKey: KeyObject
  readonly name: string
}

/** Nobody looks at it again: it outlives the machine. */
const LIFE_YEARS = 20

export function makeAuthority(name: string, nowMs: number): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const isAuthority = extension(OID.basicConstraints, sequence(der(0x01, Buffer.from([0xff]))), true)
  const mayOnlySign = extension(OID.keyUsage, der(0x03, Buffer.from([1, 0b0000_0110])), true)
  const subject = { name, publicKey, extensions: [isAuthority, mayOnlySign] }
  const certificate = issue(subject, { name, privateKey }, nowMs)
  return { name, privateKey, certificate, key: pemKey(privateKey) }
}

/** For a server at these names and addresses. */
export function certifyServer(authority: Authority, hosts: readonly string[], nowMs: number): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const names = extension(OID.subjectAltName, sequence(...hosts.map(hostName)), false)
  // etcd's gateway asks etcd itself, so it is a client as well.
  const uses = extension(OID.extKeyUsage, sequence(oid(OID.serverAuth), oid(OID.clientAuth)), false)
  const subject = { name: 'etcd', publicKey, extensions: [names, uses] }
  return { certificate: issue(subject, authority, nowMs), key: pemKey(privateKey) }
}

interface Subject {
  readonly name: string
  readonly publicKey: KeyObject
  readonly extensions: readonly Buffer[]
}

function issue(
  { name, publicKey, extensions }: Subject,
  issuer: Pick<Authority, 'name' | 'privateKey'>,
  nowMs: number,
): string {
  const algorithm = sequence(oid(OID.ecdsaWithSha256))
  const from = new Date(nowMs - 24 * 60 * 60_000) // clocks differ
  const until = new Date(nowMs)
  until.setUTCFullYear(until.getUTCFullYear() + LIFE_YEARS)
  const serial = randomBytes(16)
  serial.writeUInt8((serial.readUInt8(0) & 0x7f) | 0x40, 0) // positive, and no leading zero
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    commonName(issuer.name),
    sequence(time(from), time(until)),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, issuer.privateKey))
  const text = sequence(signed, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

const OID = {
  commonName: [0x55, 4, 3],
  keyUsage: [0x55, 0x1d, 0x0f],
  subjectAltName: [0x55, 0x1d, 0x11],
  basicConstraints: [0x55, 0x1d, 0x13],
  extKeyUsage: [0x55, 0x1d, 0x25],
  serverAuth: [0x2b, 6, 1, 5, 5, 7, 3, 1],
  clientAuth: [0x2b, 6, 1, 5, 5, 7, 3, 2],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2],
} as const

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes))
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

function extension(id: readonly number[], value: Buffer, isCritical: boolean): Buffer {
  const critical = isCritical ? [der(0x01, Buffer.from([0xff]))] : []
  return sequence(oid(id), ...critical, der(0x04, value))
}

function commonName(name: string): Buffer {
  return sequence(der(0x31, sequence(oid(OID.commonName), der(0x0c, Buffer.from(name, 'utf8')))))
}

/** RFC 5280 §4.2.1.6: [2] is a name, [7] an address. */
function hostName(host: string): Buffer {
  if (isIP(host) === 0) return der(0x82, Buffer.from(host, 'ascii'))
  return der(0x87, isIP(host) === 4 ? Buffer.from(host.split('.').map(Number)) : sixteenBytes(host))
}

/** RFC 4291 §2.2. */
function sixteenBytes(address: string): Buffer {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const all = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

/** RFC 5280 §4.1.2.5: two digits of the year until 2049, four from then on. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2), 'ascii'))
    : der(0x18, Buffer.from(digits, 'ascii'))
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

function pemKey(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }))
}
