/** The same thing twice: one account under two logins, one authorization server under two names. */
import type { ProfileView } from '../../contract/views.ts'
import { compareAccounts } from '../../model/credential.ts'
import type { Provider } from '../../model/provider.ts'
import { type Check, type DoctorDeps, type Finding, finding, orOk } from './finding.ts'

/** Two logins of one account with one client: some providers end the older one. */
export const checkDuplicates: Check = (tools) => {
  const groups: ProfileView[][] = []
  for (const profile of tools.overview.profiles) {
    if (profile.kind !== 'oauth') continue
    const group = groups.find(([first]) => first !== undefined && areTwice(tools, first, profile))
    if (group) group.push(profile)
    else groups.push([profile])
  }
  const findings = groups.flatMap((same) => {
    const [first] = same
    if (!first || same.length < 2) return []
    const ids = same.map((profile) => profile.id).join(', ')
    const what = `${first.account} is signed in at ${first.providerName} ${same.length} times: ${ids}`
    return [finding('warn', what, 'Keep one of them, and remove the others with the program they belong to.')]
  })
  return orOk(
    [...findings, ...serversTwice(tools.providers)],
    'No account is signed in twice, and no provider is there twice.',
  )
}

/** By what the tokens and files say of the account; a name is no proof. */
function areTwice({ accountOf, findProvider }: DoctorDeps, a: ProfileView, b: ProfileView): boolean {
  if (compareAccounts(accountOf(a.id), accountOf(b.id)) !== 'same') return false
  return clientAt(findProvider, a.providerId) === clientAt(findProvider, b.providerId)
}

function clientAt(find: DoctorDeps['findProvider'], id: string): string {
  const provider = find(id)
  return (provider && clientOf(provider)) ?? `provider ${provider?.id ?? id}`
}

/** Which client of which server it is; undefined where only the server itself could say. */
function clientOf({ tokenEndpoint, issuer, clientId }: Provider): string | undefined {
  const server = tokenEndpoint ?? issuer
  return server === undefined || clientId === undefined
    ? undefined
    : `${server.replace(/\/+$/, '')} ${clientId}`
}

/** The ones we ship are apart; what a person added may name one of them, or each other, again. */
function serversTwice(providers: readonly Provider[]): readonly Finding[] {
  const byClient = new Map<string, Provider[]>()
  for (const provider of providers) {
    const client = clientOf(provider)
    if (client !== undefined) byClient.set(client, [...(byClient.get(client) ?? []), provider])
  }
  return [...byClient.values()].flatMap((same) => {
    if (same.length < 2 || !same.some(({ custom }) => custom)) return []
    const ids = same.map(({ id }) => `"${id}"`).join(' and ')
    const { tokenEndpoint, issuer } = same[0] ?? {}
    const what = `The providers ${ids} are one server (${tokenEndpoint ?? issuer}) with one client id.`
    const todo = 'Keep one of them in config.json, so that one account is not kept under two names.'
    return [finding('warn', what, todo)]
  })
}
