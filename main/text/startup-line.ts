/** The one line on stdout when everything is up. Pure. */
import type { OverviewView, PlaceView, ProfileView } from '../../app/contract/views.ts'
import { fromNow } from './duration-text.ts'

/** "Lamplighter is running: 6 logins (OpenClaw 5 in ~/.openclaw, vault 1); next refresh: codex ada@… in 4 min." */
export function startupLine(overview: OverviewView, nowMs: number, userHome: string): string {
  const count = overview.profiles.length
  const from = overview.places
    .map((place) => ({ place, logins: overview.profiles.filter((profile) => isIn(profile, place)).length }))
    .filter(({ logins }) => logins > 0)
    .map(({ place, logins }) => `${place.label} ${logins} in ${shorten(place.path, userHome)}`)
  const where = from.length > 0 ? ` (${from.join(', ')})` : ''
  return `Lamplighter is running: ${count} login${count === 1 ? '' : 's'}${where}; ${nextRefresh(overview, nowMs)}.`
}

function nextRefresh(overview: OverviewView, nowMs: number): string {
  if (overview.scheduler.elsewhere) return 'another Lamplighter on this machine renews them'
  if (!overview.scheduler.running) return 'nothing is renewed before somebody begins in its window'
  const next = overview.scheduler.next
  const profile = overview.profiles.find(({ id }) => id === next?.profileId)
  if (!next || !profile) return 'no renewal is planned'
  return `next refresh: ${profile.providerId} ${profile.account} ${fromNow(next.atMs, nowMs)}`
}

function isIn(profile: ProfileView, place: PlaceView): boolean {
  return profile.holders.some(({ path }) => isWithin(path, place.path))
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`)
}

function shorten(path: string, userHome: string): string {
  return isWithin(path, userHome) ? `~${path.slice(userHome.length)}` : path
}
