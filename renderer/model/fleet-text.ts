/** What is said of a fleet, its machines and what it shares. Pure. */
import type { FleetNodeView, FleetPageView, FleetView } from '../../app/contract/fleet.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { ago } from '../format/time.ts'

/** Of a keeper only, and what this machine renews itself. */
export function canShare(profile: ProfileView, { fleet }: FleetPageView): boolean {
  const { owner, can } = profile
  const isOurs = owner.mode === 'own' || owner.mode === 'shared'
  return fleet.role === 'keeper' && isOurs && can.refresh && !isShared(profile, { fleet })
}

export function isShared({ id }: Pick<ProfileView, 'id'>, { fleet }: Pick<FleetPageView, 'fleet'>): boolean {
  return fleet.shared.some(({ profileId, state }) => profileId === id && state !== 'left')
}

/** "in contact", "last contact 12 min ago", "not reached yet" */
export function contactWords({ contactMs, problem }: FleetView, nowMs: number): string {
  if (contactMs === undefined) return t('not reached yet')
  return problem ? t('last contact {ago}', { ago: ago(nowMs - contactMs) }) : t('in contact')
}

/** "attic:2389" of "https://attic:2389": where its machines meet, as a person would say it. */
export function registerWords({ register }: FleetView): string {
  return register
    .map((address) => (URL.canParse(address) ? new URL(address).host || address : address))
    .join(', ')
}

/** This one first, then who renews, then who only uses. */
export function inOrder(nodes: readonly FleetNodeView[]): readonly FleetNodeView[] {
  const rank = ({ isThis, role }: FleetNodeView): number => (isThis ? 0 : role === 'keeper' ? 1 : 2)
  return nodes.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** What it may. */
export function roleWords({ role, isThis }: FleetNodeView, { administrator }: FleetView): string {
  if (role === 'reader') return t('reader: never holds a refresh token')
  return isThis && administrator ? t('keeper: renews, invites and removes') : t('keeper: renews')
}

/** "this machine", "there 3 min ago", "not heard of yet" */
export function seenWords({ isThis, seenMs }: FleetNodeView, nowMs: number): string {
  if (isThis) return t('this machine')
  return seenMs === undefined ? t('not heard of yet') : t('there {ago}', { ago: ago(nowMs - seenMs) })
}
