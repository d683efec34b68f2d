/** clients.json beside the vault: the secrets of clients and the keys of their proofs (RFC 9449), sealed under the same key. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import { Secret } from '../../model/secret.ts'

type SecretPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'lock' | 'log' | 'paths' | 'random'>

export interface ClientSecrets {
  readonly path: string
  /** Of a provider, by its id. @throws AppError STORE_CORRUPT, STORE_UNREADABLE, KEYCHAIN_UNAVAILABLE */
  secret(id: string): Promise<Secret | undefined>
  /** Undefined takes it away. @throws also STORE_LOCKED, STORE_UNWRITABLE */
  keepSecret(id: string, secret: Secret | undefined): Promise<void>
  /** The key that the tokens of this provider are bound to; `make` gives the first one, which then stays. */
  proofKey(id: string, make: () => Promise<Secret>): Promise<Secret>
}

const schema = z.object({
  version: z.literal(1),
  clients: z.record(
    z.string(),
    z.looseObject({ secret: z.string().optional(), proofKey: z.string().optional() }),
  ),
})
type Clients = z.infer<typeof schema>['clients']
type Part = 'secret' | 'proofKey'

const LOCK = 'clients'
const LOCK_WAIT_MS = 10_000 // a write takes a few milliseconds

export function createClientSecrets(ports: SecretPorts): ClientSecrets {
  const { files, keyring, random } = ports
  const path = join(folderOf(ports.paths.vault), 'clients.json')
  /** By the sealed text: one key stays one object, with what hangs on it. */
  const opened = new Map<string, Secret>()

  const load = async (): Promise<Clients> => {
    const text = await files.read(path)
    if (text === undefined) return {}
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data.clients
    throw new AppError('STORE_CORRUPT', `${path} cannot be understood.`, {
      hint: 'It holds the secrets of OAuth clients. Restore it, or move it away and give them again.',
    })
  }

  const open = async (id: string, part: Part, sealed: string | undefined): Promise<Secret | undefined> => {
    if (sealed === undefined) return undefined
    const known = opened.get(sealed)
    if (known) return known
    const key = await keyring.key(sealed.split('.')[1])
    const secret = new Secret(random.open(key, sealed, contextOf(id, part)))
    opened.set(sealed, secret)
    return secret
  }

  const keep = async (
    clients: Clients,
    id: string,
    part: Part,
    secret: Secret | undefined,
  ): Promise<void> => {
    const { [id]: { [part]: _, ...rest } = {}, ...others } = clients
    const sealed = secret && random.seal(await keyring.key(), secret.expose(), contextOf(id, part))
    const mine = { ...rest, ...(sealed === undefined ? {} : { [part]: sealed }) }
    const next = Object.keys(mine).length === 0 ? others : { ...others, [id]: mine }
    await files.writeAtomic(path, `${JSON.stringify({ version: 1, clients: next }, null, 2)}\n`)
  }

  const change = <T>(work: (clients: Clients) => Promise<T>): Promise<T> =>
    withLock(ports, LOCK, LOCK_WAIT_MS, async () => work(await load()))

  return {
    path,
    secret: async (id) => open(id, 'secret', (await load())[id]?.secret),
    keepSecret: (id, secret) => change((clients) => keep(clients, id, 'secret', secret)),
    async proofKey(id, make) {
      const known = await open(id, 'proofKey', (await load())[id]?.proofKey)
      if (known) return known
      await change(async (clients) => {
        if (clients[id]?.proofKey === undefined) await keep(clients, id, 'proofKey', await make())
      })
      const made = await open(id, 'proofKey', (await load())[id]?.proofKey)
      if (!made) throw new AppError('STORE_CHANGED', `${path} lost a key that was just written.`)
      return made
    },
  }
}

/** Binds a sealed text to its client: moved to another one, it does not open. */
function contextOf(id: string, part: Part): string {
  return `client ${part} ${id}`
}
