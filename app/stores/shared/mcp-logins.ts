/** Logins at MCP servers as clients keep them: one record for each server, under names that differ from client to client. Pure. */
import { isRecord, type JsonRecord } from '../../base/json.ts'
import type { Failure } from '../../contract/failure.ts'
import { text } from '../../oauth/jwt.ts'
import { credentialOf, type TimeUnit, timeOf } from './fields.ts'
import type { FileEntry } from './file-store.ts'

/** RFC 6749's names, and the same without the underscore. */
const ACCESS = ['access_token', 'accessToken']
const REFRESH = ['refresh_token', 'refreshToken']
const EXPIRES = ['expires_at', 'expiresAt']
const SCOPE = ['scope', 'scopes']
const URL_OF = ['server_url', 'serverUrl', 'mcpServerUrl', 'url']
const NAME_OF = ['server_name', 'serverName', 'name']
/** Where the tokens stand one level further down. */
const INSIDE = ['token', 'tokens']

/** @param servers by the client's key, or a list; undefined when it is neither */
export function mcpLogins(
  client: string,
  servers: unknown,
  unit: TimeUnit = 'ms',
): readonly FileEntry[] | undefined {
  if (Array.isArray(servers)) {
    return servers.map((about, index) => mcpLogin(client, nameOf(about) ?? `${index}`, about, unit))
  }
  if (!isRecord(servers)) return undefined
  return Object.entries(servers).map(([key, about]) => mcpLogin(client, key, about, unit))
}

export function mcpLogin(client: string, key: string, about: unknown, unit: TimeUnit): FileEntry {
  const record = isRecord(about) ? about : {}
  const inside = INSIDE.map((name) => record[name]).find(isRecord) ?? record
  const url = first(record, URL_OF)
  const name = nameOf(about) ?? key
  const credential = credentialOf({
    access: first(inside, ACCESS),
    refresh: first(inside, REFRESH),
    expiresAtMs: EXPIRES.map((member) => timeOf(inside[member], unit)).find((one) => one !== undefined),
    scope: SCOPE.map((member) => inside[member]).find((one) => one !== undefined),
  })
  const login = {
    entry: `mcp:${key}`, // one name may stand for two servers
    label: `${client} · MCP server ${name}`,
    account: { name },
    provider: url !== undefined && URL.canParse(url) ? new URL(url).host : 'mcp',
    mode: 'watched',
    note: `${client} renews it when it next talks to that server.`,
  } as const
  return credential ? { ...login, credential } : { ...login, problem: noToken(client, name) }
}

function nameOf(about: unknown): string | undefined {
  return isRecord(about) ? first(about, NAME_OF) : undefined
}

function first(record: JsonRecord, names: readonly string[]): string | undefined {
  return names.map((name) => text(record[name])).find((value) => value !== undefined)
}

function noToken(client: string, name: string): Failure {
  return {
    code: 'NOT_REFRESHABLE',
    message: `${client} has no access token for its MCP server "${name}", or in a form that is not known here.`,
    hint: `Connect to that server in ${client}.`,
  }
}
