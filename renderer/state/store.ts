/** What the window knows: the latest views, and what the person is looking at. Changed by actions.ts alone. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Navigation } from '../../app/contract/channels.ts'
import type { ConsentQuestionView } from '../../app/contract/consent.ts'
import type { ProgramsView } from '../../app/contract/consumers.ts'
import type { DoorView } from '../../app/contract/doors.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { BringResultView, NodeView } from '../../app/contract/nodes.ts'
import type { SinkLoginView } from '../../app/contract/openclaw.ts'
import { type ProblemView, problemsOf } from '../../app/contract/problems.ts'
import type { SecurityFindingView } from '../../app/contract/security.ts'
import type {
  AboutView,
  HistoryEventView,
  HistoryKind,
  ImportResultView,
  LockView,
  LoginRequest,
  LoginView,
  OverviewView,
  ProfileView,
  ProgramView,
  ProviderView,
  RaceView,
  SettingsView,
} from '../../app/contract/views.ts'
import type { FilterId, FoldBy } from '../model/profile-rows.ts'
import type { RangeId } from '../model/ranges.ts'
import type { SortId } from '../model/sort.ts'
import { type FleetState, NO_FLEET } from './fleet-state.ts'
import type { ImportStep } from './import-step.ts'
import { storedCompact, storedDismissed, storedFoldBy } from './preferences.ts'
import type { Toast } from './toast.ts'
import type { TransferStep } from './transfer-step.ts'

/** The history as a list, or on a timeline with a lane for each login. */
export type HistoryViewId = 'list' | 'timeline'

export type ScreenId = Navigation['screen']

/** A control of the settings screen, or `all` where none could be read. */
export type SettingId =
  | 'all'
  | 'lead'
  | 'pacing'
  | 'warn'
  | 'quiet'
  | 'muted'
  | 'startup'
  | 'updates'
  | 'theme'
  | 'language'
  | 'tray'
  | 'welcome'
  | 'programs'
  | 'consent'
  | 'locked'

export type DialogState =
  | { readonly kind: 'add' }
  | { readonly kind: 'support' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | {
      readonly kind: 'rename' | 'sign-out' | 'forget' | 'replace-key' | 'openclaw'
      readonly profileId: string
    }
  /** A file with secrets that could be safer. */
  | { readonly kind: 'finding'; readonly findingId: string }
  /** A provider of the person's own is changed. */
  | { readonly kind: 'provider'; readonly providerId: string }
  /** The command for one kind of event. */
  | { readonly kind: 'hook'; readonly event: string }
  /** A program is being connected. */
  | { readonly kind: 'connect'; readonly consumer: string }
  /** One that is. */
  | { readonly kind: 'connection'; readonly connectionId: string }
  | { readonly kind: 'open-door' }
  /** A door that stands open. */
  | { readonly kind: 'door'; readonly door: string }
  | {
      readonly kind: 'remove-node'
      readonly nodeId: string
      readonly busy: boolean
      readonly failure?: Failure | undefined
    }
  /** `result` once it was tried: what became of it is read here. */
  | {
      readonly kind: 'take-over'
      readonly profileId: string
      readonly busy: boolean
      readonly failure?: Failure | undefined
      readonly result?: BringResultView
    }
  /** `loginId` comes with the answer to the request; `failure` when there was none. */
  | {
      readonly kind: 'login'
      readonly request: LoginRequest
      readonly loginId?: string
      readonly failure?: Failure
      /** Over "Add a login", which is there again when it comes to nothing. */
      readonly isAdding?: true
    }

export interface AppState {
  /** Undefined until the first look arrived. */
  readonly overview: OverviewView | undefined
  readonly loadFailure: Failure | undefined
  readonly screen: ScreenId
  readonly query: string
  readonly filter: FilterId
  /** Only what this program holds is listed. */
  readonly program: string | undefined
  readonly sort: SortId
  /** Ids of the folded groups that are open. */
  readonly opened: ReadonlySet<string>
  readonly foldBy: FoldBy
  /** Rows of 34 px instead of 44. */
  readonly compact: boolean
  /** A login's, or that of a problem. */
  readonly selectedId: string | undefined
  /** What the person selected; until then the selection follows what is most pressing. */
  readonly chosenId: string | undefined
  /** Codes of what is told and was read. */
  readonly dismissed: ReadonlySet<string>
  /** In a narrow window the detail is a sheet over the list. */
  readonly sheetOpen: boolean
  readonly dialog: DialogState | undefined
  readonly logins: Readonly<Record<string, LoginView>>
  readonly providers: readonly ProviderView[] | undefined
  /** Every program whose logins are looked for; undefined until they were asked for. */
  readonly owners: readonly ProgramView[] | undefined
  /** Newest first, without doubles. */
  readonly events: readonly HistoryEventView[]
  /** Which of the events of the range on screen are one story; newest first. */
  readonly races: readonly RaceView[]
  readonly historyQuery: string
  readonly historyRange: RangeId
  readonly historyView: HistoryViewId
  /** The login whose history alone is shown. */
  readonly historyProfile: string | undefined
  /** Of which kinds; none: of all. */
  readonly historyKinds: ReadonlySet<HistoryKind>
  /** There are older events in this range than those that came. */
  readonly historyCut: boolean
  /** Where the last export went. */
  readonly exportedTo: string | undefined
  readonly historyLoaded: boolean
  readonly historyFailure: Failure | undefined
  /** Profiles whose refresh this window asked for and has not heard of. */
  readonly asking: ReadonlySet<string>
  /** The last request that was refused, by profile. */
  readonly refused: Readonly<Record<string, Failure>>
  /** Around the selected login, while its detail is open. */
  readonly locks: { readonly profileId: string; readonly reply: Reply<readonly LockView[]> } | undefined
  readonly settings: SettingsView | undefined
  /** The last change that was refused, by control. */
  readonly settingsRefused: Readonly<Partial<Record<SettingId, Failure>>>
  readonly about: Reply<AboutView> | undefined
  readonly importing: ImportStep
  /** Newest first; undefined until they came. */
  readonly imports: readonly ImportResultView[] | undefined
  readonly importsFailure: Failure | undefined
  /** Imports that are being taken back, and why the last try was refused. */
  readonly undoing: ReadonlySet<string>
  readonly undoRefused: Readonly<Record<string, Failure>>
  /** Undefined until they came. */
  readonly nodes: readonly NodeView[] | undefined
  readonly nodesFailure: Failure | undefined
  readonly fleet: FleetState
  /** Nodes that this window asked to be contacted and has not heard of. */
  readonly looking: ReadonlySet<string>
  /** The last request about a node that was refused, by node. */
  readonly nodeRefused: Readonly<Record<string, Failure>>
  readonly transfer: TransferStep
  /** Undefined until they came. */
  readonly programs: ProgramsView | undefined
  readonly programsFailure: Failure | undefined
  /** Programs that wait to be allowed a token; the first one first. */
  readonly questions: readonly ConsentQuestionView[]
  /** Why an answer to one of them was not taken. */
  readonly questionFailure: Failure | undefined
  /** Files with secrets that could be safer. */
  readonly findings: readonly SecurityFindingView[]
  /** The logins that OpenClaw uses through Lamplighter, and those that it could. */
  readonly openclaw: readonly SinkLoginView[]
  /** For containers and virtual machines; undefined until they came. */
  readonly doors: readonly DoorView[] | undefined
  readonly doorsFailure: Failure | undefined
  /** All places are looked at again, as a person asked. */
  readonly lookingAgain: boolean
  /** "Refresh all due" was asked for and is under way. */
  readonly refreshingDue: boolean
  /** Something that could not be done and belongs to no login: told until it is dismissed. */
  readonly notice: Failure | undefined
  /** What was just done. */
  readonly toast: Toast | undefined
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
    program: undefined,
    sort: 'attention',
    opened: new Set(),
    foldBy: storedFoldBy(),
    compact: storedCompact(),
    selectedId: undefined,
    chosenId: undefined,
    dismissed: storedDismissed(),
    sheetOpen: false,
    dialog: undefined,
    logins: {},
    providers: undefined,
    owners: undefined,
    events: [],
    races: [],
    historyQuery: '',
    historyRange: '24h',
    historyView: 'list',
    historyProfile: undefined,
    historyKinds: new Set(),
    historyCut: false,
    exportedTo: undefined,
    historyLoaded: false,
    historyFailure: undefined,
    asking: new Set(),
    refused: {},
    locks: undefined,
    settings: undefined,
    settingsRefused: {},
    about: undefined,
    importing: { kind: 'idle' },
    imports: undefined,
    importsFailure: undefined,
    undoing: new Set(),
    undoRefused: {},
    nodes: undefined,
    nodesFailure: undefined,
    fleet: NO_FLEET,
    looking: new Set(),
    nodeRefused: {},
    transfer: { kind: 'idle' },
    programs: undefined,
    programsFailure: undefined,
    questions: [],
    questionFailure: undefined,
    findings: [],
    openclaw: [],
    doors: undefined,
    doorsFailure: undefined,
    lookingAgain: false,
    refreshingDue: false,
    notice: undefined,
    toast: undefined,
    announcement: '',
  }))
}

export function selectedProfile(state: AppState): ProfileView | undefined {
  return state.overview?.profiles.find((profile) => profile.id === state.selectedId)
}

/** What is selected, where it is no login. */
export function selectedProblem({ overview, selectedId }: AppState): ProblemView | undefined {
  return overview && problemsOf(overview).find(({ id }) => id === selectedId)
}

/** What a provider is called; its id where none of the logins here is one of its. */
export function providerNameOf({ overview }: Pick<AppState, 'overview'>, providerId: string): string {
  return overview?.profiles.find((profile) => profile.providerId === providerId)?.providerName ?? providerId
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
