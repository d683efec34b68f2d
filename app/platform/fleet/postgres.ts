/**
 * A fleet's register in PostgreSQL: one primary. A standby that was promoted may lack what was acknowledged, and whoever was
 * cut off may still write to the old one: so it is another register, until a person says otherwise.
 */
import type { Clock } from '../../base/ports.ts'
import {
  type Register,
  type RegisterAddress,
  RegisterFailure,
  type RegisterList,
  type RegisterRecord,
  type RegisterWrite,
} from '../../base/register.ts'
import { Lasting } from './lasting.ts'
import { PostgresConnection, type Query } from './postgres-connection.ts'
import { CHANNEL } from './postgres-schema.ts'
import { PostgresWatch, type RemovedRecord } from './postgres-watch.ts'

/** Numbers of 64 bits come as text. */
interface Row {
  readonly cluster: string
  readonly head: string
  readonly is_written?: boolean
  readonly key?: string | null
  readonly value: string | null
  readonly revision: string | null
}

const LIST = 'SELECT * FROM lamplighter.list($1, $2, $3)'
const WRITE = 'SELECT * FROM lamplighter.write($1, $2, $3, $4)'

/** Touches nothing until the first call. @throws AppError ARGUMENT_INVALID */
export function createPostgres(address: RegisterAddress, clock: Clock): Register {
  let cluster = address.cluster
  let newest = 0
  const lasting = new Lasting()
  const connection = new PostgresConnection(address, async (client) => {
    const { rows } = await client.query<{ cluster: string }>('SELECT lamplighter.identity() AS cluster')
    checkIdentity(rows[0]?.cluster)
    await client.query(`LISTEN ${CHANNEL}`)
  })

  function checkIdentity(found: string | undefined): void {
    cluster ??= found
    if (found === undefined || found !== cluster)
      throw new RegisterFailure(
        'gone-back',
        true,
        'It is another PostgreSQL than before, a promoted standby or a restored backup.',
      )
  }

  /** @throws RegisterFailure */
  async function ask(query: Query): Promise<readonly Row[]> {
    const rows = await connection.query<Row>(query)
    const head = Number(rows[0]?.head)
    checkIdentity(rows[0]?.cluster)
    if (!(head >= newest))
      throw new RegisterFailure('gone-back', true, 'It knows less than it has told before.')
    newest = head
    return rows
  }

  async function write(
    key: string,
    content: string | null,
    expected: number | null,
    ttlMs?: number,
  ): Promise<RegisterWrite> {
    const [row] = await ask({ text: WRITE, values: [key, content, expected, ttlMs ?? null], isWrite: true })
    const [revision, value] = [Number(row?.revision), row?.value]
    if (row?.is_written) return { kind: 'written', revision }
    return { kind: 'refused', ...(typeof value === 'string' ? { now: { key, value, revision } } : {}) }
  }

  async function changes(
    prefix: string,
    newerThan?: number,
  ): Promise<RegisterList & { readonly removed: readonly RemovedRecord[] }> {
    const rows = await ask({ text: LIST, values: [prefix, true, newerThan ?? null] })
    const revision = Number(rows[0]?.head)
    if (newerThan !== undefined && revision < newerThan)
      throw new RegisterFailure('gone-back', true, 'It knows less than it has told before.')
    const all = rows.filter(({ key }) => typeof key === 'string')
    const of = (isRemoved: boolean): readonly Row[] =>
      all.filter(({ value }) => (value === null) === isRemoved)
    return {
      records: of(false).map((row) => recordOf(row)),
      removed: of(true).map((row) => recordOf(row)),
      revision,
    }
  }

  return {
    async read(key) {
      const [row] = await ask({ text: LIST, values: [key, false, null] })
      return typeof row?.key === 'string' ? recordOf(row) : undefined
    },
    async list(prefix, newerThan) {
      const { records, revision } = await changes(prefix, newerThan)
      return { records, revision }
    },
    create: (key, value) => write(key, value, null),
    replace: (key, value, revision) => write(key, value, revision),
    remove: (key, revision) => write(key, null, revision),
    watch(prefix, since, listener) {
      const about = { clock, connection, changes: (after?: number) => changes(prefix, after) }
      return lasting.watch(new PostgresWatch(about, since, listener))
    },
    async present(key, value, ttlMs) {
      const made = await write(key, value, null, ttlMs)
      if (made.kind === 'refused' && made.now) return { now: made.now }
      if (made.kind === 'refused')
        throw new RegisterFailure('unreachable', true, 'Somebody else was there, and left.')
      const over = new AbortController()
      const text = 'SELECT lamplighter.stay($1, $2, $3)'
      const values = [key, made.revision, ttlMs]
      const stay = async (): Promise<void> => {
        for (;;) {
          await clock.sleep(ttlMs / 3, over.signal)
          if (over.signal.aborted) return
          await connection.query({ text, values }).catch(goesByItself)
        }
      }
      void stay()
      return lasting.present(async () => {
        over.abort()
        await write(key, null, made.revision).catch(goesByItself)
      })
    },
    async identity() {
      checkIdentity(
        (await connection.query<Row>({ text: 'SELECT lamplighter.identity() AS cluster' }))[0]?.cluster,
      )
      return cluster ?? ''
    },
    async close() {
      await lasting.close()
      await connection.close()
    },
  }
}

function recordOf({ key, value, revision }: Row): RegisterRecord {
  return { key: key ?? '', value: value ?? '', revision: Number(revision) }
}

/** Who waits for this presence waits for longer than it takes to lapse. */
function goesByItself(): void {
  // nothing is permitted because of it
}
