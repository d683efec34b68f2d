/** The orders a person can put the logins in. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

export type SortId = 'attention' | 'provider' | 'program' | 'time' | 'name'

export const SORTS: readonly { readonly id: SortId; readonly label: string }[] = [
  { id: 'attention', label: t('Needs you first') },
  { id: 'provider', label: t('Provider') },
  { id: 'program', label: t('Program') },
  { id: 'name', label: t('Name') },
  { id: 'time', label: t('Time left') },
]

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

type Named = Pick<ProfileView, 'id' | 'providerName' | 'account'>

export function byAccount(a: Named, b: Named): number {
  return collator.compare(a.account, b.account) || collator.compare(a.id, b.id)
}

export function byProviderAndAccount(a: Named, b: Named): number {
  return collator.compare(a.providerName, b.providerName) || byAccount(a, b)
}

/** The program a login is kept in or for: "OpenClaw", "Claude Code", "Lamplighter". */
export function programOf({ owner, holders }: Pick<ProfileView, 'owner' | 'holders'>): string {
  if (owner.mode === 'watched' || owner.mode === 'delegated') return owner.refreshedBy
  const [program, agent] = holders[0]?.label.split(' · ') ?? []
  return program !== undefined && agent !== undefined ? program : owner.refreshedBy
}

/** Equal ones keep the order of their names, so that nothing trades places without a reason. */
export function comparing(sort: SortId): (a: ProfileView, b: ProfileView) => number {
  switch (sort) {
    case 'provider':
      return byProviderAndAccount
    case 'program':
      return (a, b) => collator.compare(programOf(a), programOf(b)) || byProviderAndAccount(a, b)
    case 'name':
      return (a, b) => byAccount(a, b) || byProviderAndAccount(a, b)
    case 'attention':
    case 'time':
      return (a, b) => end(a) - end(b) || byProviderAndAccount(a, b)
  }
}

/** What never expires, or does not say, comes last. */
function end(profile: ProfileView): number {
  return profile.accessExpiresAtMs ?? Number.MAX_SAFE_INTEGER
}
