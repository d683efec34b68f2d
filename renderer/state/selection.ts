/** Which login is shown in the detail: the one a person chose while the list shows it, else the most pressing one. */
import { attentionOf } from '../model/attention.ts'
import { foldId, type ListWish, mostPressing, passing } from '../model/profile-rows.ts'
import type { AppState } from './store.ts'

type Listed = Pick<AppState, 'overview' | 'query' | 'filter' | 'program' | 'sort' | 'opened' | 'foldBy'>

export function wishOf(state: Listed): ListWish {
  const { query, filter, program, sort, opened, foldBy, overview } = state
  return { query, filter, program, sort, opened, foldBy, nowMs: overview?.atMs ?? 0 }
}

/** What the selection becomes after the list changed. A sheet that showed another login is closed. */
export function followed(state: AppState): Pick<AppState, 'selectedId' | 'sheetOpen'> {
  const { overview, chosenId } = state
  const profiles = overview?.profiles ?? []
  const wish = wishOf(state)
  const selectedId =
    chosenId !== undefined && passing(profiles, wish).some(({ id }) => id === chosenId)
      ? chosenId
      : mostPressing(profiles, wish, overview?.scheduler.next?.profileId)
  return { selectedId, sheetOpen: state.sheetOpen && selectedId === state.selectedId }
}

/** A person wants to see this login: whatever hides it gives way. */
export function chosen(
  state: AppState,
  profileId: string,
): Partial<Pick<AppState, 'selectedId' | 'chosenId' | 'query' | 'filter' | 'program' | 'opened'>> {
  const profile = state.overview?.profiles.find(({ id }) => id === profileId)
  const choice = { selectedId: profileId, chosenId: profileId }
  if (!profile) return choice
  const wish = wishOf(state)
  const hidden = passing([profile], wish).length === 0
  const fold = foldId(attentionOf(profile, wish.nowMs), profile, state.foldBy)
  return {
    ...choice,
    ...(hidden ? { query: '', filter: 'all', program: undefined } : {}),
    opened: state.opened.has(fold) ? state.opened : new Set([...state.opened, fold]),
  }
}
