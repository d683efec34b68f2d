/** Logins as something to choose from: those that give a token first, and the others say why they do not. Pure. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { statusWord } from '../format/labels.ts'

/** "needs you"; undefined where its token can be used. */
export function tokenlessWord(profile: Pick<ProfileView, 'status'>): string | undefined {
  const { status } = profile
  if (status.kind === 'held') return status.expired ? t('expired') : undefined
  const isTokenless = ['expired', 'needs-login', 'unknown'].includes(status.kind)
  return isTokenless ? statusWord(profile) : undefined
}

export function inChoiceOrder(profiles: readonly ProfileView[]): readonly ProfileView[] {
  const rank = (profile: ProfileView): number => (tokenlessWord(profile) === undefined ? 0 : 1)
  return profiles.toSorted((a, b) => rank(a) - rank(b))
}
