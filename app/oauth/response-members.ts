/** Where a provider's reply keeps what RFC 6749 §5 has at the top, told by the provider's data. Pure. */
import { isRecord } from '../base/json.ts'
import type { Provider } from '../model/provider.ts'

type Body = Readonly<Record<string, unknown>>

/** The reply with the members that are elsewhere in it also under their RFC 6749 names; the rest as it came. */
export function withResponseMembers(body: Body, members: Provider['responseMembers'] = {}): Body {
  const found = Object.entries(members).map(([name, path]) => [name, at(body, path.split('.'))] as const)
  return { ...body, ...Object.fromEntries(found.filter(([, value]) => value !== undefined)) }
}

function at(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  return isRecord(value) && Object.hasOwn(value, name) ? at(value[name], rest) : undefined
}
