/** One connection to a PostgreSQL, made when it is needed and again when it is lost. Over TLS only. */
import type { Client, QueryResultRow } from 'pg'
import { AppError } from '../../base/errors.ts'
import { type RegisterAddress, RegisterFailure } from '../../base/register.ts'
import { isFromServer, postgresFailure } from './postgres-errors.ts'

/** What takes longer has lost its server, or somebody holds it: then nobody knows what became of it. */
const TIMEOUT_MS = 4_000
const PORT = 5432

export interface Query {
  readonly text: string
  readonly values?: readonly unknown[]
  /** It may have been done although no answer came. */
  readonly isWrite?: boolean
}

export class PostgresConnection {
  readonly #address: RegisterAddress
  readonly #places: readonly Place[]
  /** Before anything else on a new connection. */
  readonly #prepare: (client: Client) => Promise<void>
  #at = 0
  #client: Promise<Client> | undefined
  /** The one of `#client`, once it is connected. */
  #live: Client | undefined
  #turn: Promise<unknown> = Promise.resolve()
  readonly #listeners = new Set<() => void>()
  #isClosed = false

  /** @throws AppError ARGUMENT_INVALID */
  constructor(address: RegisterAddress, prepare: (client: Client) => Promise<void>) {
    this.#address = address
    this.#places = address.members.map(placeOf)
    this.#prepare = prepare
  }

  /** Something was written, or the connection is gone. */
  onNews(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** @throws RegisterFailure */
  async query<T extends QueryResultRow>({
    text,
    values = [],
    isWrite = false,
  }: Query): Promise<readonly T[]> {
    return (await this.#ask(isWrite, (client) => client.query<T>(text, [...values]))).rows
  }

  /** Several statements, all or none of which are done. @throws RegisterFailure */
  async run(statements: string): Promise<void> {
    await this.#ask(true, (client) => client.query(statements))
  }

  /** One after the other: so it is with a connection. */
  #ask<T>(isWrite: boolean, how: (client: Client) => Promise<T>): Promise<T> {
    const until = performance.now() + TIMEOUT_MS
    const asked = this.#turn.then(async () => {
      if (performance.now() > until)
        throw new RegisterFailure('unreachable', false, 'What came before it took too long.')
      const client = await this.#connected()
      try {
        return await inTime(how(client))
      } catch (error) {
        if (!isFromServer(error)) this.#leave(client)
        throw postgresFailure(error, isWrite, true)
      }
    })
    this.#turn = asked.catch(() => undefined)
    return asked
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const client = await this.#client?.catch(() => undefined)
    if (!client) return
    unref(client) // a server that has stopped does not say goodbye
    await inTime(client.end()).catch(() => undefined)
  }

  /** @throws RegisterFailure, of the last place that was tried */
  #connected(): Promise<Client> {
    if (this.#isClosed) return Promise.reject(new RegisterFailure('unreachable', false, 'It is closed.'))
    const asked = this.#client ?? this.#anywhere()
    this.#client = asked
    asked.catch(() => {
      if (this.#client === asked) this.#client = undefined
    })
    return asked
  }

  /** What is another register than before says more than what cannot be reached. */
  async #anywhere(): Promise<Client> {
    let failure: RegisterFailure | undefined
    for (let tries = 0; tries < this.#places.length; tries++) {
      try {
        return await this.#connect(this.#places[this.#at % this.#places.length] as Place)
      } catch (error) {
        const { reason, message } = postgresFailure(error, false, false)
        if (failure?.reason !== 'gone-back')
          failure = new RegisterFailure(reason, false, message, { cause: error }) // whatever was asked for has not left
        this.#at++
      }
    }
    throw failure
  }

  async #connect({ host, port, database }: Place): Promise<Client> {
    const { ca, user, password } = this.#address
    const { Client } = await import('pg') // which few need
    const client = new Client({
      ...{ host, port, database, user, password: password.expose(), keepAlive: true },
      ssl: { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
      connectionTimeoutMillis: TIMEOUT_MS,
      application_name: 'lamplighter',
      // Whatever the server's own settings are: a write that is acknowledged stays.
      options: '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed',
    })
    client.on('notification', () => this.#tell())
    client.on('error', () => this.#leave(client))
    client.on('end', () => this.#leave(client))
    try {
      await client.connect()
      await inTime(this.#prepare(client))
      this.#live = client
      return client
    } catch (error) {
      void client.end().catch(() => undefined)
      throw error
    }
  }

  /** In the middle of a query, it is cut off. */
  #leave(client: Client): void {
    if (this.#live !== client) return
    this.#live = undefined
    this.#client = undefined
    void client.end().catch(() => undefined)
    this.#tell()
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

interface Place {
  readonly host: string
  readonly port: number
  readonly database: string
}

export function isPostgres(member: string): boolean {
  return /^postgres(ql)?:/.test(member)
}

/** @throws AppError ARGUMENT_INVALID */
function placeOf(member: string): Place {
  const url = URL.canParse(member) && isPostgres(member) ? new URL(member) : undefined
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '')
  const isPlain = url?.username === '' && url.search === '' && url.hash === ''
  if (!url || url.hostname === '' || database === '' || database.includes('/') || !isPlain) {
    throw new AppError(
      'ARGUMENT_INVALID',
      `"${withoutPassword(member)}" is not where a fleet’s PostgreSQL can be asked.`,
      {
        hint: 'Give an address like postgres://db.example.org:5432/lamplighter, without a user and without a query. It is spoken to over TLS.',
      },
    )
  }
  const port = url.port === '' ? PORT : Number(url.port)
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, database }
}

function withoutPassword(member: string): string {
  return member.replace(/\/\/[^@/]*@/, '//')
}

/** Its types do not name it. */
function unref(client: Client): void {
  if ('unref' in client && typeof client.unref === 'function') client.unref()
}

/** A server that says nothing any more is left. @throws as `work` */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The server did not answer in time.')), TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
