/** Where a client's secret or key comes from: the environment, a file, a command, else our vault. Never config.json. */
import { AppError } from '../base/errors.ts'
import { expandHome } from '../base/path.ts'
import type { Ports } from '../base/ports.ts'
import type { Provider } from '../model/provider.ts'
import { Secret } from '../model/secret.ts'
import { clientAuthOf } from '../oauth/client-authentication.ts'
import type { ClientSecrets } from '../stores/vault/client-secrets.ts'
import { firstSet } from './environment.ts'

export type SecretPorts = Pick<Ports, 'process' | 'files' | 'commands' | 'paths'>

/** A password manager may ask its owner first. */
const COMMAND_TIMEOUT_MS = 30_000
const MOST_BYTES = 64 * 1024

/** @throws AppError CONFIG_INVALID where it is named and cannot be had; and as ClientSecrets.secret() */
export async function clientSecretOf(
  ports: SecretPorts,
  vault: Pick<ClientSecrets, 'secret'>,
  provider: Provider,
): Promise<Secret | undefined> {
  const fromEnv = firstSet(provider.clientSecretEnv, (name) => ports.process.env(name))
  if (fromEnv !== undefined) return new Secret(fromEnv)
  if (provider.clientSecretFile !== undefined) return fromFile(ports, provider, provider.clientSecretFile)
  if (provider.clientSecretCommand !== undefined)
    return fromCommand(ports, provider, provider.clientSecretCommand)
  return vault.secret(provider.id)
}

async function fromFile({ files, paths }: SecretPorts, { name }: Provider, file: string): Promise<Secret> {
  const path = expandHome(file, paths.userHome)
  const secret = (await files.readTrusted(path))?.trim()
  if (secret) return new Secret(secret)
  throw new AppError('CONFIG_INVALID', `The client secret of ${name} is not in ${path}.`, {
    hint: 'Write it there, for nobody but you to read, or correct clientSecretFile in config.json.',
  })
}

/** Before it is kept: could the client show it? @throws AppError CONFIG_INVALID */
export async function checkClientSecret(
  ports: Pick<SecretPorts, 'files' | 'paths'>,
  provider: Provider,
  clientSecret: Secret,
): Promise<void> {
  const clientCertificate = await certificateFileOf(ports, provider)
  const { tokenEndpoint = '' } = provider
  await clientAuthOf({
    ...provider,
    tokenEndpoint,
    clientSecret,
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
  })
}

/** Not a secret: anybody may read it. @throws AppError CONFIG_INVALID where it is named and cannot be had */
export async function certificateFileOf(
  { files, paths }: Pick<SecretPorts, 'files' | 'paths'>,
  { name, clientCertificateFile }: Provider,
): Promise<string | undefined> {
  if (clientCertificateFile === undefined) return undefined
  const path = expandHome(clientCertificateFile, paths.userHome)
  const text = await files.read(path)
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new AppError('CONFIG_INVALID', `The client certificate of ${name} is not in ${path}.`, {
    hint: 'Write it there, as PEM, or correct clientCertificateFile in config.json.',
  })
}

async function fromCommand(
  { commands }: SecretPorts,
  { name }: Provider,
  words: readonly string[],
): Promise<Secret> {
  const options = { input: '', timeoutMs: COMMAND_TIMEOUT_MS, mostBytes: MOST_BYTES }
  const { code, why, printed = '' } = await commands.run(words, options)
  const secret = printed.trim()
  if (code === 0 && why === undefined && secret !== '') return new Secret(secret)
  const how = why ?? (code === 0 ? 'printed nothing' : `ended with ${code ?? 'a signal'}`)
  throw new AppError('CONFIG_INVALID', `The command for the client secret of ${name} ${how}.`, {
    hint: `Try it by hand: ${words.join(' ')}`,
  })
}
