/** `provider add --set FIELD=VALUE` and `--redirect URL`: whatever config.json can say of a provider, from the command line. */
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { ProviderInput, RedirectInput } from '../../contract/views.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'
import { pairOf } from './client-flags.ts'

export const SETTING_FLAGS = {
  redirect: {
    type: 'string',
    multiple: true,
    value: 'URL',
    help: 'where the browser comes back to, as http://localhost/back; once for each port, or without one for any',
  },
  set: {
    type: 'string',
    multiple: true,
    value: 'FIELD=VALUE',
    help: 'any field of config.json, as text or JSON: rotation=never, tokenParams.a=b; may be repeated',
  },
} as const satisfies FlagTable

/** Only what was given. config.json's own rules look at names and values. @throws AppError ARGUMENT_INVALID */
export function settingsInput({ redirect, set }: FlagsOf<typeof SETTING_FLAGS>): Partial<ProviderInput> {
  const input: Record<string, unknown> = redirect === undefined ? {} : { redirect: redirectFrom(redirect) }
  for (const given of set ?? []) {
    const [path, value] = pairOf(given)
    const at = path.indexOf('.')
    if (at < 0) input[path] = parseJson(value) ?? value
    else input[path.slice(0, at)] = { ...asRecord(input[path.slice(0, at)]), [path.slice(at + 1)]: value }
  }
  return input as Partial<ProviderInput>
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** RFC 8252 §7.3: on this machine, a port that is left out is any. */
function redirectFrom(given: readonly string[]): RedirectInput {
  const urls = given.map((address) => {
    if (URL.canParse(address)) return new URL(address)
    throw new AppError('ARGUMENT_INVALID', `--redirect is an address, not "${address}".`)
  })
  const [first] = urls
  if (given[0] !== undefined && first?.protocol !== 'http:' && urls.length === 1) return { address: given[0] }
  const hosts = ['127.0.0.1', 'localhost', '[::1]'] as const
  const host = hosts.find((one) => one === first?.hostname)
  const isOne = urls.every((url) => url.hostname === host && url.pathname === first?.pathname)
  if (!first || !host || !isOne || urls.some(({ protocol }) => protocol !== 'http:')) {
    throw new AppError('ARGUMENT_INVALID', `--redirect cannot be ${given.join(' and ')}.`, {
      hint: 'On this machine it is http, and several differ in their port alone: http://127.0.0.1:8400/callback.',
    })
  }
  const ports = urls.map(({ port }) => Number(port))
  return { host, port: ports.length === 1 ? Number(first.port) : ports, path: first.pathname }
}
