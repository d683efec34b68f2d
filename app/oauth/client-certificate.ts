/** RFC 8705 §2: a client that shows who it is with a certificate, and its key, as people hold them: PEM, in one text or two. */
import { AppError } from '../base/errors.ts'
import type { ClientCertificate } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'

type Client = Pick<ResolvedProvider, 'name' | 'clientSecret' | 'clientCertificate'>

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const PRIVATE_KEY = /-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/
/** RFC 5958, and what OpenSSL did before it. */
const UNDER_PASSPHRASE = /BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m

export function hasCertificate({ clientSecret, clientCertificate }: Omit<Client, 'name'>): boolean {
  return clientCertificate !== undefined || certificatesIn(clientSecret?.expose()) !== undefined
}

/** @throws AppError CONFIG_INVALID: something of it is missing */
export function certificateOf({ name, clientSecret, clientCertificate }: Client): ClientCertificate {
  const held = clientSecret?.expose()
  const key = PRIVATE_KEY.exec(held ?? '')?.[0]
  if (key === undefined) throw lacks(name, 'the private key of its certificate', KEY_HINT)
  if (UNDER_PASSPHRASE.test(key)) throw lacks(name, 'a private key without a passphrase', PASSPHRASE_HINT)
  const chain = certificatesIn(clientCertificate ?? held)
  if (chain === undefined) throw lacks(name, 'a client certificate', CERTIFICATE_HINT)
  return { chain, key }
}

function certificatesIn(pem: string | undefined): string | undefined {
  const found = pem?.match(CERTIFICATE)
  return found ? `${found.join('\n')}\n` : undefined
}

const KEY_HINT =
  'Keep it in the vault, as PEM: lamplighter provider secret ID --from-file key.pem, or name a clientSecretFile in config.json.'
const PASSPHRASE_HINT =
  'Take the passphrase off: openssl pkcs8 -in key.pem -topk8 -nocrypt. The vault keeps the key sealed.'
const CERTIFICATE_HINT =
  'Name its file as clientCertificateFile in config.json, or put it before the key, in the same PEM file.'

function lacks(name: string, what: string, hint: string): AppError {
  return new AppError('CONFIG_INVALID', `${name} wants ${what}, and none is here.`, { hint })
}
