/** Which login is shown in the detail: the one a person chose while the list shows it, else the most pressing one. */
import { type ProblemView, problemsOf } from '../../app/contract/problems.ts'
import { attentionOf } from '../model/attention.ts'
import { foldId, type ListWish, mostPressing, passing, passingProblems } from '../model/profile-rows.ts'
import type { AppState } from './store.ts'

type Listed = Pick<
  AppState,
  'overview' | 'query' | 'filter' | 'program' | 'sort' | 'opened' | 'foldBy' | 'dismissed'
>

export function wishOf(state: Listed): ListWish {
  const { query, filter, program, sort, opened, foldBy, overview } = state
  const problems = listedProblems(state)
  return { query, filter, program, sort, opened, foldBy, problems, nowMs: overview?.atMs ?? 0 }
}

/** What is wrong besides logins, without what a person does not want to be told any more. */
export function listedProblems({
  overview,
  dismissed,
}: Pick<AppState, 'overview' | 'dismissed'>): readonly ProblemView[] {
  const all = overview ? problemsOf(overview) : []
  const rest = all.filter(({ failure }) => !dismissed.has(failure.code))
  return rest.length === all.length ? all : rest
}

/** What the selection becomes after the list changed. A sheet that showed another login is closed. */
export function followed(state: AppState): Pick<AppState, 'selectedId' | 'sheetOpen'> {
  const { overview, chosenId } = state
  const profiles = overview?.profiles ?? []
  const wish = wishOf(state)
  const selectedId =
    chosenId !== undefined &&
    [...passing(profiles, wish), ...passingProblems(wish)].some(({ id }) => id === chosenId)
      ? chosenId
      : mostPressing(profiles, wish, overview?.scheduler.next?.profileId)
  return { selectedId, sheetOpen: state.sheetOpen && selectedId === state.selectedId }
}

/** A person wants to see this row, a login or a problem: whatever hides it gives way. */
export function chosen(
  state: AppState,
  rowId: string,
): Partial<Pick<AppState, 'selectedId' | 'chosenId' | 'query' | 'filter' | 'program' | 'opened'>> {
  const profile = state.overview?.profiles.find(({ id }) => id === rowId)
  const choice = { selectedId: rowId, chosenId: rowId }
  const wish = wishOf(state)
  const shown = { query: '', filter: 'all', program: undefined } as const
  if (!profile) {
    const hidden = !passingProblems(wish).some(({ id }) => id === rowId)
    return { ...choice, ...(hidden && wish.problems?.some(({ id }) => id === rowId) ? shown : {}) }
  }
  const hidden = passing([profile], wish).length === 0
  const fold = foldId(attentionOf(profile, wish.nowMs), profile, state.foldBy)
  return {
    ...choice,
    ...(hidden ? shown : {}),
    opened: state.opened.has(fold) ? state.opened : new Set([...state.opened, fold]),
  }
}
