/** What the window knows: the latest views, and what the person is looking at. Changed by actions.ts alone. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure } from '../app/contract/failure.ts'
import type {
  HistoryEventView,
  LoginRequest,
  LoginView,
  OverviewView,
  ProfileView,
  ProviderView,
} from '../app/contract/views.ts'
import type { FilterId } from './format/rows.ts'

export type ScreenId = 'logins' | 'history'

export type DialogState =
  | { readonly kind: 'add' }
  /** `loginId` comes with the answer to the request; `failure` when there was none. */
  | {
      readonly kind: 'login'
      readonly request: LoginRequest
      readonly loginId?: string
      readonly failure?: Failure
    }

export interface AppState {
  /** Undefined until the first look arrived. */
  readonly overview: OverviewView | undefined
  readonly loadFailure: Failure | undefined
  readonly screen: ScreenId
  readonly query: string
  readonly filter: FilterId
  readonly selectedId: string | undefined
  /** In a narrow window the detail is a sheet over the list. */
  readonly sheetOpen: boolean
  readonly dialog: DialogState | undefined
  readonly logins: Readonly<Record<string, LoginView>>
  readonly providers: readonly ProviderView[] | undefined
  /** Newest first, without doubles. */
  readonly events: readonly HistoryEventView[]
  readonly historyQuery: string
  readonly historyLoaded: boolean
  readonly historyFailure: Failure | undefined
  /** Profiles whose refresh this window asked for and has not heard of. */
  readonly asking: ReadonlySet<string>
  /** The last request that was refused, by profile. */
  readonly refused: Readonly<Record<string, Failure>>
  /** Read out politely, once. */
  readonly announcement: string
}

export type AppStore = StoreApi<AppState>

export function createAppStore(): AppStore {
  return createStore<AppState>(() => ({
    overview: undefined,
    loadFailure: undefined,
    screen: 'logins',
    query: '',
    filter: 'all',
    selectedId: undefined,
    sheetOpen: false,
    dialog: undefined,
    logins: {},
    providers: undefined,
    events: [],
    historyQuery: '',
    historyLoaded: false,
    historyFailure: undefined,
    asking: new Set(),
    refused: {},
    announcement: '',
  }))
}

export function selectedProfile(state: AppState): ProfileView | undefined {
  return state.overview?.profiles.find((profile) => profile.id === state.selectedId)
}

/** The login under way for a profile, if any. */
export function loginFor(state: AppState, profileId: string): LoginView | undefined {
  return Object.values(state.logins).find((login) => login.profileId === profileId && !ended(login))
}

export function ended(login: LoginView): boolean {
  return login.step.kind === 'done' || login.step.kind === 'failed'
}

/** More than a person scrolls through, and little enough to sort at each event. */
export const MOST_EVENTS = 5000

/** Newest first, each event once. */
export function mergeEvents(
  known: readonly HistoryEventView[],
  more: readonly HistoryEventView[],
): readonly HistoryEventView[] {
  const byId = new Map(known.map((event) => [event.id, event]))
  for (const event of more) byId.set(event.id, event)
  return [...byId.values()].sort((a, b) => b.atMs - a.atMs).slice(0, MOST_EVENTS)
}
