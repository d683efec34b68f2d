/** Requests the window may make and events it hears: name, arguments, reply. The only list of both. */
import type { BringRequest, BringResultView, NodeView } from './nodes.ts'
import type {
  AboutView,
  ExportChoiceView,
  ExportRequest,
  ExportResultView,
  HistoryEventView,
  ImportPlanView,
  ImportResultView,
  LockView,
  LoginRequest,
  LoginView,
  OverviewView,
  ProviderInput,
  ProviderView,
  RaceView,
  SettingsChange,
  SettingsView,
} from './views.ts'

export type Requests = {
  'overview:get': () => OverviewView
  /** Starts the refresh and answers when it ended. The profile's state tells the rest. */
  'profile:refresh': (profileId: string) => HistoryEventView
  /** Writes the newest tokens to the holders that differ. */
  'profile:repair': (profileId: string) => HistoryEventView
  /** Who holds which lock around this profile right now; asked for when the detail pane is open. */
  'profile:locks': (profileId: string) => readonly LockView[]
  /** Takes an abandoned lock away, if it is still the one that was shown. @returns the locks that are left */
  'profile:remove-lock': (profileId: string, path: string, identity: string) => readonly LockView[]
  /** Everything that is due, lapsed or waiting for another try, now. */
  'refresh:due': () => readonly HistoryEventView[]
  /** Nothing is refreshed by itself until then; undefined: until resumed. */
  'schedule:pause': (untilMs?: number) => OverviewView
  'schedule:resume': () => OverviewView
  'settings:get': () => SettingsView
  'settings:set': (change: SettingsChange) => SettingsView
  'history:get': (query: HistoryQuery) => readonly HistoryEventView[]
  /** Which of these events belong together, and what they were about; newest first. */
  'history:races': (query: HistoryQuery) => readonly RaceView[]
  'providers:list': () => readonly ProviderView[]
  /** Adds to config.json; an issuer is discovered first, so a wrong one is refused with the reason. */
  'provider:add': (provider: ProviderInput) => ProviderView
  'login:start': (request: LoginRequest) => LoginView
  /** The address the browser ended on, when the redirect could not be received. */
  'login:paste': (loginId: string, address: string) => LoginView
  'login:cancel': (loginId: string) => LoginView
  'login:open-browser': (loginId: string) => LoginView
  /**
   * Asks for a file with the system's dialog, then plans; undefined when the person thought better of it. When it fails
   * with PASSPHRASE_NEEDED or IDENTITY_NEEDED the failure names the path, for `import:plan`.
   */
  'import:choose': () => ImportPlanView | undefined
  /**
   * Reads and compares; writes nothing. A bundle asks for its passphrase by failing with PASSPHRASE_NEEDED, and for the
   * file of a key by failing with IDENTITY_NEEDED; that file may be under the passphrase itself.
   */
  'import:plan': (path: string, passphrase?: string, identityPath?: string) => ImportPlanView
  /** Asks for the file of a key with the system's dialog. @returns its path, for `import:plan`; it is not read yet */
  'import:choose-identity': () => string | undefined
  'import:apply': (planId: string, rowIds: readonly string[]) => ImportResultView
  'import:undo': (resultId: string) => ImportResultView
  'imports:get': () => readonly ImportResultView[]
  'export:choices': () => readonly ExportChoiceView[]
  /** Asks where with the system's dialog, unless the request cannot be met. @returns undefined when nothing was written */
  'export:save': (request: ExportRequest) => ExportResultView | undefined
  /** Asks where with the system's dialog. @returns the path, or undefined when nothing was written */
  'history:export': (format: 'csv' | 'json', query: HistoryQuery) => string | undefined
  /** What a support bundle would say: text without secrets, for the person to read before it is saved. */
  'support:preview': () => string
  'support:save': () => string | undefined
  'about:get': () => AboutView
  'logins:get': () => readonly LoginView[]
  /** Shows a holder's folder in the file manager; only paths that are in the overview. */
  'path:reveal': (path: string) => boolean
  'clipboard:write': (text: string) => boolean
  'nodes:get': () => readonly NodeView[]
  /** @param destination what a person would type after `ssh` */
  'node:add': (destination: string, name?: string) => readonly NodeView[]
  'node:remove': (nodeId: string) => readonly NodeView[]
  /** Contacts it now; an unreachable node is a state, not a failure. */
  'node:look': (nodeId: string) => NodeView
  /** From there to here: each login on its own, what failed is told row by row. */
  'node:bring': (nodeId: string, choices: readonly BringRequest[]) => BringResultView
  /** From here to there. */
  'node:send': (nodeId: string, choices: readonly BringRequest[]) => BringResultView
  /** The owner is gone for good: what we borrowed becomes ours, or has to be signed in again. */
  'node:take-over': (profileId: string) => BringResultView
}

export interface HistoryQuery {
  readonly profileId?: string
  readonly sinceMs?: number
  readonly limit?: number
}

/** Where the person asked to go, from the tray or a notification. */
export interface Navigation {
  readonly screen: 'logins' | 'history' | 'import' | 'nodes' | 'settings'
  /** To be selected there. */
  readonly profileId?: string
}

export type Events = {
  overview: OverviewView
  login: LoginView
  history: HistoryEventView
  settings: SettingsView
  nodes: readonly NodeView[]
  /** Held back until the window has asked for its first overview: whoever asks, listens. */
  navigate: Navigation
}

export type RequestName = keyof Requests
export type EventName = keyof Events

/** A `File` of the DOM, as a drop gives it: the contract knows no DOM. */
export interface DroppedFile {
  readonly name: string
}

/** What preload puts on `window.bridge`. */
export interface Bridge {
  request<N extends RequestName>(
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<import('./failure.ts').Reply<ReturnType<Requests[N]>>>
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void
  /** Where a file that was dropped on the window lies; empty when it is not on a disk. */
  pathOf(file: DroppedFile): string
  readonly platform: 'linux' | 'darwin' | 'win32'
}
