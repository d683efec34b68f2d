/** git: gitcredentials(7), git-credential(1). Lines of name=value in and out. */
import { isLoopback } from '../../oauth/endpoint-url.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { Helper } from './helper.ts'

export const git: Helper = {
  name: 'git',
  usage: 'git get | store | erase',
  async answer({ words: [action], input, folder, ask, out }) {
    if (action !== 'get' && action !== 'erase') return EXIT.ok // there is nothing to store, and what is new is to be ignored
    const said = attributes(await input())
    const url = urlOf(said)
    if (!url) return EXIT.ok
    const user = said.get('username')?.at(-1)
    const purpose = { use: ['git', url], folder, ...(user ? { user } : {}) }

    if (action === 'erase') {
      const login = await ask('loginFor', purpose)
      const refused = said.get('credential')?.at(-1) ?? said.get('password')?.at(-1)
      if (login && refused) await ask('report401', { profile: login.profile, accessToken: refused })
      return EXIT.ok
    }

    const got = await ask('tokenFor', purpose).catch((error: unknown) => {
      out('quit=1') // or git would ask the person for a password
      throw error
    })
    if (!got) return EXIT.ok
    if (wantsBearer(said)) {
      out('capability[]=authtype')
      out('authtype=Bearer')
      out(`credential=${got.token}`)
      out('ephemeral=1')
    } else {
      out(`username=${user ?? got.user ?? 'oauth2'}`)
      out(`password=${got.token}`)
    }
    if (got.expiresAtMs !== undefined) out(`password_expiry_utc=${Math.floor(got.expiresAtMs / 1000)}`)
    return EXIT.ok
  },
}

type Attributes = ReadonlyMap<string, readonly string[]>

function attributes(text: string): Attributes {
  const all = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [, name, value] = /^([^=]+)=(.*?)\r?$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) all.set(name, [...(all.get(name) ?? []), value])
  }
  return all
}

/** Undefined where a token would go in clear, and for what is no address on the net. */
function urlOf(said: Attributes): string | undefined {
  const [protocol, host] = ['protocol', 'host'].map((name) => said.get(name)?.at(-1) ?? '')
  const address = `${protocol}://${host}`
  if (!host || !URL.canParse(address)) return undefined
  if (protocol !== 'https' && !(protocol === 'http' && isLoopback(new URL(address).hostname)))
    return undefined
  return `${address}/${encodeURI(said.get('path')?.at(-1) ?? '')}`
}

/** Since 2.46, where the server takes nothing else: every other git server takes a token as a password. */
function wantsBearer(said: Attributes): boolean {
  const offered = said.get('wwwauth[]') ?? []
  const takes = (scheme: string) => offered.some((one) => one.toLowerCase().startsWith(scheme))
  return (said.get('capability[]') ?? []).includes('authtype') && takes('bearer') && !takes('basic')
}
