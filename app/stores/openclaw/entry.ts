/** One profile of `auth-profiles.json` as an entry: who refreshes it, and why. Pure. */
import type { Failure } from '../../contract/failure.ts'
import type { Account, Credential } from '../../model/credential.ts'
import type { Entry, Holder } from '../../model/holder.ts'
import type { Provider } from '../../model/provider.ts'
import type { Fence } from './fence.ts'
import type { StoredProfile } from './format.ts'

export interface EntryContext {
  readonly holder: Holder
  readonly provider: Provider | undefined
  /** The file and its folder can be written. */
  readonly writable: boolean
  /** The version of the file or database, where it is none that we know how to write. */
  readonly unknownVersion?: number | undefined
  /** Of the agent that names profiles before the others, or of the store that all share. */
  readonly primary?: boolean
  /** In a database: whether a fence there was left behind, and our copy of the tokens that it stands for. */
  readonly fenced?: { readonly isLost: boolean; readonly kept?: Credential }
}

export const OPENCLAW = 'OpenClaw'
/** Of every entry, whoever refreshes it. */
export const IN_OPENCLAW = { program: OPENCLAW, unit: 'agent' } as const
const KINDS = { oauth: 'oauth', token: 'token', api_key: 'api-key' } as const

/** Copies of logins that another program owns and refreshes: a refresh of ours would end that program's login. */
const OWNED_ELSEWHERE: readonly {
  readonly owner: string
  readonly is: (profile: StoredProfile) => boolean
}[] = [
  {
    owner: 'Claude Code',
    is: ({ id, provider }) => id === 'anthropic:claude-cli' || provider === 'claude-cli',
  },
  { owner: 'MiniMax CLI', is: ({ id }) => id === 'minimax-portal:minimax-cli' },
  { owner: 'Qwen Code', is: ({ id }) => id === 'qwen-portal:qwen-cli' },
  { owner: 'Codex', is: ({ id }) => /^openai[^:]*:codex-cli$/.test(id) },
]

export function entryOf(profile: StoredProfile, context: EntryContext): Entry {
  const account = accountOf(profile, context.provider)
  const found = profile.credential ?? context.fenced?.kept
  const credential: Credential | undefined = found && { ...found, account: { ...found.account, ...account } }
  const common = {
    holder: context.holder,
    provider: profile.provider,
    account,
    owner: OPENCLAW,
    ...IN_OPENCLAW,
    ...(context.primary ? { primary: true } : {}),
    ...(profile.type === undefined ? {} : { kind: KINDS[profile.type] }),
    ...(credential ? { credential } : {}),
  }
  const problem = problemOf(profile, context)
  const standing = assess(profile, context)
  if (problem) return { ...common, ...endOf(standing), mode: 'watched', problem }
  const ours = standing.mode === 'shared' || standing.writable === true
  return {
    ...common,
    ...standing,
    ...(ours && !context.writable ? { problem: readOnly(context.holder) } : {}),
  }
}

type Standing = Pick<Entry, 'mode' | 'note' | 'ended' | 'lost' | 'writable' | 'keptBy'> & {
  readonly owner?: string
}

/** What has ended is said, whatever else is wrong. */
function endOf({ ended }: Standing): Pick<Entry, 'ended'> {
  return ended === undefined ? {} : { ended }
}

function assess(profile: StoredProfile, { provider, fenced }: EntryContext): Standing {
  const elsewhere = OWNED_ELSEWHERE.find(({ is }) => is(profile))
  if (elsewhere) {
    const note = `This is OpenClaw’s copy of a login that ${elsewhere.owner} keeps and renews.`
    return { mode: 'watched', owner: elsewhere.owner, note }
  }
  if (profile.reference === 'oauthRef') {
    return { mode: 'watched', note: 'The secret is held by OpenClaw, encrypted in a file of its own.' }
  }
  if (profile.reference) return { mode: 'watched', note: 'The secret is kept outside this file.' }
  if (profile.fence) return behindFence(profile.fence, provider, fenced)
  if (profile.type !== 'oauth') return { mode: 'watched' }
  if (!provider) return { mode: 'watched', note: unknownProvider(profile.provider) }
  const not = provider.retired ?? provider.notRefreshable
  if (not !== undefined) return { mode: 'watched', note: not }
  if (profile.keptBy !== undefined) {
    const note = `${profile.keptBy} renews it. Lamplighter asks there for each new access token, and writes it here.`
    return { mode: 'watched', owner: profile.keptBy, keptBy: profile.keptBy, writable: true, note }
  }
  if (!profile.credential?.refreshToken) {
    return { mode: 'watched', writable: true, note: 'It has no refresh token: only a new sign-in renews it.' }
  }
  return { mode: 'shared' }
}

const LOST = 'OpenClaw lost it in a renewal that failed: only a new sign-in helps.'

function behindFence(fence: Fence, provider: Provider | undefined, fenced: EntryContext['fenced']): Standing {
  if (fence.state === 'pending' && !fenced?.isLost) {
    return { mode: 'watched', note: 'OpenClaw is renewing it now.' }
  }
  if (!fence.generation || !provider || !fenced) return { mode: 'watched', ended: LOST }
  if (!fenced.kept) return { mode: 'watched', ended: LOST, writable: true }
  const lost =
    'OpenClaw lost this login in a renewal that failed; Lamplighter has kept its last tokens and tries them.'
  return { mode: 'shared', lost, note: lost }
}

function unknownProvider(id: string): string {
  const example = `{"providers": {${JSON.stringify(id)}: {"issuer": "https://…", "clientId": "…"}}}`
  return `Lamplighter does not know the provider "${id}". To have it renewed, add it to config.json: ${example}`
}

function problemOf(profile: StoredProfile, { holder, unknownVersion }: EntryContext): Failure | undefined {
  if (unknownVersion !== undefined) {
    return {
      code: 'STORE_READ_ONLY',
      message: `${holder.path} has version ${unknownVersion}, which this Lamplighter does not know.`,
      hint: 'Update Lamplighter. Until then it only reads these logins, and OpenClaw renews them alone.',
    }
  }
  const [first] = profile.problems
  if (first === undefined) return undefined
  return {
    code: 'STORE_CORRUPT',
    message: `${holder.entry} in ${holder.path} is not understood. ${profile.problems.join(' ')}`,
    hint: 'Correct the file, or sign in again with OpenClaw. Lamplighter leaves it alone until then.',
  }
}

function readOnly(holder: Holder): Failure {
  return {
    code: 'STORE_READ_ONLY',
    message: `${holder.path} cannot be written.`,
    hint: 'Make the file and its folder writable for you; until then it is only watched.',
  }
}

/** What the file says, and what the tokens themselves tell where it does not. */
function accountOf({ account, credential }: StoredProfile, provider: Provider | undefined): Account {
  if ((account.id && account.email) || !credential || credential.kind !== 'oauth') return account
  const told = provider?.account?.({
    access_token: credential.accessToken?.expose(),
    id_token: credential.idToken?.expose(),
  })
  return { ...told, ...account }
}
