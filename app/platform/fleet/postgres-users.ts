/** The users of a PostgreSQL that are the fleet's, made by somebody who may create roles. Whatever is done already is fine. */
import { AppError } from '../../base/errors.ts'
import { type RegisterAddress, RegisterFailure, type RegisterUsers } from '../../base/register.ts'
import { PostgresConnection } from './postgres-connection.ts'
import { SCHEMA } from './postgres-schema.ts'
import { scramVerifier } from './scram.ts'

/** What is longer would be cut off, and be somebody else. */
const LONGEST_NAME = 63

/** Loaded by who needs it: few do. */
const library = (): Promise<typeof import('pg')> => import('pg')

/** @throws AppError ARGUMENT_INVALID */
export function createPostgresUsers(address: RegisterAddress): RegisterUsers {
  let isThere = false
  const connection = new PostgresConnection(address, async () => undefined)

  /** @throws RegisterFailure */
  async function run(statements: string): Promise<void> {
    await connection.run(isThere ? statements : SCHEMA + statements)
    isThere = true
  }

  return {
    async identity() {
      await mustKeep(connection)
      await run('')
      const text = 'SELECT lamplighter.identity() AS cluster'
      const [row] = await connection.query<{ cluster: string }>({ text })
      if (address.cluster !== undefined && row?.cluster !== address.cluster)
        throw new RegisterFailure('gone-back', true, 'It is another PostgreSQL than before.')
      return row?.cluster ?? ''
    },
    async putRole({ name, rights }) {
      const { escapeLiteral } = await library()
      const role = escapeLiteral(name)
      const rows = rights.map(
        ({ key, isPrefix, mayWrite }) => `(${role}, ${escapeLiteral(key)}, ${isPrefix}, ${mayWrite})`,
      )
      await run(`DELETE FROM lamplighter.rights WHERE role = ${role};
        INSERT INTO lamplighter.rights VALUES ${rows.join(', ')};`)
    },
    async putUser(user, password, role) {
      const { escapeIdentifier, escapeLiteral } = await library()
      const name = escapeIdentifier(fitting(user))
      await run(`${unlessThere(name)}
        ALTER ROLE ${name} LOGIN PASSWORD ${escapeLiteral(scramVerifier(password.expose()))};
        INSERT INTO lamplighter.users VALUES (${escapeLiteral(user)}, ${escapeLiteral(role)}) ON CONFLICT DO NOTHING;`)
    },
    async removeUser(user) {
      const { escapeIdentifier, escapeLiteral } = await library()
      const name = escapeLiteral(user)
      await run(`DELETE FROM lamplighter.users WHERE name = ${name};
        ${endConnections(name)}
        DROP ROLE IF EXISTS ${escapeIdentifier(fitting(user))};`)
    },
    async removeRole(name) {
      const role = (await library()).escapeLiteral(name)
      await run(`DELETE FROM lamplighter.users WHERE role = ${role};
        DELETE FROM lamplighter.rights WHERE role = ${role};`)
    },
    close: () => void connection.close(),
  }
}

/** @throws AppError ARGUMENT_INVALID when it would forget what it has acknowledged; RegisterFailure */
async function mustKeep(connection: PostgresConnection): Promise<void> {
  const text = "SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding"
  const [row] = await connection.query<{ fsync: string; encoding: string }>({ text })
  if (row?.fsync === 'on' && row.encoding === 'UTF8') return
  throw new AppError(
    'ARGUMENT_INVALID',
    row?.fsync === 'on'
      ? `This database is in ${row.encoding}, not in UTF8.`
      : 'This PostgreSQL does not keep what it has acknowledged: its setting "fsync" is off.',
    { hint: 'Take another one, or change that there.' },
  )
}

/** There is no CREATE ROLE IF NOT EXISTS. */
function unlessThere(name: string): string {
  return `DO $body$ BEGIN CREATE ROLE ${name}; EXCEPTION WHEN duplicate_object THEN NULL; END $body$;`
}

/** Where that is not allowed, its next request is refused all the same. @param user quoted */
function endConnections(user: string): string {
  return `DO $body$ BEGIN
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${user};
    EXCEPTION WHEN insufficient_privilege THEN NULL; END $body$;`
}

function fitting(user: string): string {
  if (Buffer.byteLength(user) <= LONGEST_NAME) return user
  throw new AppError('ARGUMENT_INVALID', `The name ${user} is too long for PostgreSQL.`)
}
