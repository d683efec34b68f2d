/** What `lamplighter fleet …` takes, and what each of its actions is handed. */
import type { Core } from '../../core.ts'
import type { Io, Machinery } from '../io/command.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'

export const FLEET_FLAGS = {
  here: { type: 'boolean', help: 'found: an etcd of its own on this machine, which is always on' },
  host: { type: 'string', value: 'HOST', help: 'found --here: what the other machines call this one' },
  port: { type: 'string', value: 'PORT', help: 'found --here: where it listens; without it 2389' },
  program: { type: 'string', value: 'FILE', help: 'found --here: the etcd to run' },
  etcd: { type: 'string', value: 'URL[,URL…]', help: 'found: the etcd to use, each of its members' },
  postgres: {
    type: 'string',
    value: 'URL',
    help: 'found: the PostgreSQL to use, as postgres://HOST[:PORT]/DATABASE',
  },
  ca: { type: 'string', value: 'FILE', help: 'found: the authority that signed its certificates, as PEM' },
  user: {
    type: 'string',
    value: 'USER',
    help: 'found: who may make users there; without it "root", of PostgreSQL "postgres"',
  },
  'password-file': { type: 'string', value: 'FILE', help: "found: that user's password, from a file" },
  stdin: { type: 'boolean', help: 'found, join: the password, or the invitation, from standard input' },
  reader: { type: 'boolean', help: 'invite: it uses access tokens, and never holds a refresh token' },
  'no-wait': { type: 'boolean', help: 'invite: ends at once; a running Lamplighter here admits who comes' },
  name: { type: 'string', value: 'NAME', help: 'found, join: what this machine is called in the fleet' },
  force: { type: 'boolean', help: 'leave: although nobody else administers it' },
} as const satisfies FlagTable

export type FleetFlags = FlagsOf<typeof FLEET_FLAGS> & GeneralFlags

export interface FleetAsked {
  readonly core: Core
  readonly ports: Machinery['ports']
  readonly word: string
  readonly flags: FleetFlags
  readonly io: Io
  /** Sets up an etcd on this machine; absent where none can be. */
  readonly ownEtcd?: Machinery['ownEtcd']
}
