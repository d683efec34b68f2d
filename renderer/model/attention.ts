/** Who has to do something about a login: the groups of the list, and how its lamp burns. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { DAY } from '../format/time.ts'

export type Attention = 'needs-you' | 'look' | 'renewing' | 'others' | 'lasting'

/** In the order of the list. */
export const ATTENTIONS: readonly { readonly id: Attention; readonly label: string }[] = [
  { id: 'needs-you', label: t('Needs you') },
  { id: 'look', label: t('Worth a look') },
  { id: 'renewing', label: t('Renewing by themselves') },
  { id: 'others', label: t('Kept by others') },
  { id: 'lasting', label: t('Never expire') },
]

/** A sign-in that ends within this long, and that no renewal prolongs, is worth a look before it does. */
const ENDS_SOON_MS = 3 * DAY

export function attentionOf(profile: ProfileView, nowMs: number): Attention {
  const { status, owner, warnings, holders } = profile
  if (status.kind === 'needs-login') return 'needs-you'
  const lapsed = status.kind === 'retrying' || status.kind === 'expired' || status.kind === 'unknown'
  const told = warnings.length > 0 || holders.some((holder) => holder.drift || holder.problem)
  const waited = status.kind === 'held' && status.expired && owner.mode === 'borrowed'
  if (lapsed || told || waited || endsSoon(profile, nowMs)) return 'look'
  if (status.kind === 'held') return 'others'
  return status.kind === 'static' ? 'lasting' : 'renewing'
}

function endsSoon({ grantExpiresAtMs, grantSlides }: ProfileView, nowMs: number): boolean {
  return grantExpiresAtMs !== undefined && grantSlides !== true && grantExpiresAtMs - nowMs < ENDS_SOON_MS
}

/** `dark`: ended; `half`: worth a look; `lit`: all is well. */
export type LampState = 'lit' | 'half' | 'dark'

export function lampOf(attention: Attention): LampState {
  return attention === 'needs-you' ? 'dark' : attention === 'look' ? 'half' : 'lit'
}

/** How many of each there are. */
export function countAttentions(
  profiles: readonly ProfileView[],
  nowMs: number,
): Readonly<Record<Attention, number>> {
  const counts = { 'needs-you': 0, look: 0, renewing: 0, others: 0, lasting: 0 }
  for (const profile of profiles) counts[attentionOf(profile, nowMs)] += 1
  return counts
}
