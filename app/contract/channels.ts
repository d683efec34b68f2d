/**
 * Requests the window may make and events it hears: name, arguments, reply. The only list of both: preload lets these
 * names through and no other, and the main process owes each request a handler and a shape for its arguments.
 */
import type { CatalogueAnswers, CatalogueDetailView, CatalogueItemView } from './catalogue.ts'
import type { AskingProgram, ConsentAnswer, ConsentQuestionView } from './consent.ts'
import type {
  ConnectPlanView,
  ConnectRequest,
  ConnectResultView,
  ProgramsView,
  ProofView,
} from './consumers.ts'
import type { DoorRequest, DoorView, OpenedDoorView } from './doors.ts'
import type { Reply } from './failure.ts'
import type {
  FleetFounding,
  FleetInvitationView,
  FleetNews,
  FleetPageView,
  FleetRemovalView,
} from './fleet.ts'
import type { BringRequest, BringResultView, NodeView } from './nodes.ts'
import type { SinkLoginView, SinkPlanView, SinkRequest, SinkView } from './openclaw.ts'
import type { SecurityFindingView } from './security.ts'
import type {
  AboutView,
  CommandView,
  ExportChoiceView,
  ExportRequest,
  ExportResultView,
  HistoryEventView,
  HookTrialView,
  ImportPlanView,
  ImportResultView,
  KeyInput,
  LockView,
  LoginRequest,
  LoginView,
  LogoutView,
  OverviewView,
  ProfileView,
  ProgramView,
  ProviderEdit,
  ProviderInput,
  ProviderView,
  RaceView,
  RestartView,
  SettingsChange,
  SettingsView,
} from './views.ts'

/** A type for a name. Nothing stands there when the program runs, so the two lists below are not exported. */
const as = <T>(): T => undefined as T

const requests = {
  'overview:get': as<() => OverviewView>(),
  /** After a look at all places. */
  'overview:look': as<() => OverviewView>(),
  /** The same for the small window in the tray, which is told of changes and led nowhere. */
  'popover:get': as<() => OverviewView>(),
  /** The small window is drawn, and so many pixels high. */
  'popover:fit': as<(height: number) => true>(),
  'popover:hide': as<() => true>(),
  /** Brings the window to the front, and puts the small one away. */
  'window:open': as<(to?: Navigation) => true>(),
  /** A window with made-up logins, which knows nothing of the real ones. */
  'demo:show': as<() => true>(),
  /** Refreshes what is near its end, and says whether every login outlasts a restart. */
  'restart:check': as<() => RestartView>(),
  /** A valid access token goes to the clipboard; no page sees it. */
  'token:copy': as<(profileId: string) => true>(),
  /** Starts the refresh and answers when it ended. The profile's state tells the rest. */
  'profile:refresh': as<(profileId: string) => HistoryEventView>(),
  /** Writes the newest tokens to the holders that differ. */
  'profile:repair': as<(profileId: string) => HistoryEventView>(),
  /** Undefined: by its account again. */
  'profile:rename': as<(profileId: string, name?: string) => ProfileView>(),
  /** Deletes our own copy. @returns where other programs go on keeping it */
  'profile:forget': as<(profileId: string) => readonly string[]>(),
  /** What goes dark when it is signed out. */
  'profile:sign-out-plan': as<(profileId: string) => LogoutView>(),
  /** Ends it at its provider, where that offers a way to, and deletes our copy. */
  'profile:sign-out': as<(profileId: string) => 'revoked' | 'unsupported'>(),
  /** Takes back a deletion that ended nothing at the provider. */
  'profile:take-back': as<(profileId: string) => ProfileView>(),
  /** Who holds which lock around this profile right now; asked for when the detail pane is open. */
  'profile:locks': as<(profileId: string) => readonly LockView[]>(),
  /** Takes an abandoned lock away, if it is still the one that was shown. @returns the locks that are left */
  'profile:remove-lock': as<(profileId: string, path: string, identity: string) => readonly LockView[]>(),
  /** Everything that is due, lapsed or waiting for another try, now. */
  'refresh:due': as<() => readonly HistoryEventView[]>(),
  /** Nothing is refreshed by itself until then; undefined: until resumed. */
  'schedule:pause': as<(untilMs?: number) => OverviewView>(),
  'schedule:resume': as<() => OverviewView>(),
  'settings:get': as<() => SettingsView>(),
  'settings:set': as<(change: SettingsChange) => SettingsView>(),
  /** Asks with the system's dialog whether the command shall run. @returns undefined when the person thought better of it */
  'hook:set': as<(event: string, command: readonly string[]) => SettingsView | undefined>(),
  'hook:remove': as<(event: string) => SettingsView>(),
  /** The last change of that hook is taken back. */
  'hook:undo': as<(event: string) => SettingsView>(),
  /** Runs what config.json names, with nothing having happened. */
  'hook:try': as<(event: string) => HookTrialView>(),
  /** Files with secrets that could be safer. */
  'security:get': as<() => readonly SecurityFindingView[]>(),
  /** Closes a file to others, where that is ours to do. @returns what is left */
  'security:mend': as<(findingId: string) => readonly SecurityFindingView[]>(),
  'security:undo': as<(findingId: string) => readonly SecurityFindingView[]>(),
  /** The logins that OpenClaw uses through us, and those that it could. */
  'openclaw:get': as<() => readonly SinkLoginView[]>(),
  /** What would be changed to have OpenClaw use it, or to end that; changes nothing. */
  'openclaw:plan': as<(request: SinkRequest) => SinkPlanView>(),
  'openclaw:use': as<(request: SinkRequest) => SinkView>(),
  'openclaw:end': as<(request: SinkRequest) => SinkView>(),
  'history:get': as<(query: HistoryQuery) => readonly HistoryEventView[]>(),
  /** Which of these events belong together, and what they were about; newest first. */
  'history:races': as<(query: HistoryQuery) => readonly RaceView[]>(),
  /** Every program whose logins are looked for, with what was found of it. */
  'owners:get': as<() => readonly ProgramView[]>(),
  'providers:list': as<() => readonly ProviderView[]>(),
  /** An issuer is discovered first, so a wrong one is refused with the reason. Written down only once a sign-in there has worked; then its secret or private key goes into the vault. */
  'provider:add': as<(provider: ProviderInput, secret?: string) => ProviderView>(),
  /** A provider of config.json, as far as the window changes it. */
  'provider:edit': as<(id: string) => ProviderEdit>(),
  /** What is absent is taken out. The system asks before tokens go to another address. @returns undefined when the person thought better of it */
  'provider:change': as<(edit: ProviderEdit) => readonly ProviderView[] | undefined>(),
  /** Whoever an MCP server trusts, for tokens to that server alone; a client id where it registers nobody. */
  'provider:add-mcp': as<(url: string, clientId?: string) => ProviderView>(),
  /** The providers that can be added without looking their addresses up; the best fitting first. */
  'catalogue:search': as<(words?: string) => readonly CatalogueItemView[]>(),
  'catalogue:entry': as<(id: string, answers?: CatalogueAnswers) => CatalogueDetailView>(),
  /** Opens the page where a client is registered. */
  'catalogue:open-page': as<(id: string, answers?: CatalogueAnswers) => true>(),
  /** Into the vault. */
  'key:add': as<(input: KeyInput, key: string) => ProfileView>(),
  'key:replace': as<(profileId: string, key: string, expiresAtMs?: number) => true>(),
  'login:start': as<(request: LoginRequest) => LoginView>(),
  /** The address the browser ended on, when the redirect could not be received. */
  'login:paste': as<(loginId: string, address: string) => LoginView>(),
  'login:cancel': as<(loginId: string) => LoginView>(),
  'login:open-browser': as<(loginId: string) => LoginView>(),
  /**
   * Asks for a file with the system's dialog, then plans; undefined when the person thought better of it. When it fails
   * with PASSPHRASE_NEEDED or IDENTITY_NEEDED the failure names the path, for `import:plan`.
   */
  'import:choose': as<() => ImportPlanView | undefined>(),
  /**
   * Reads and compares; writes nothing. A bundle asks for its passphrase by failing with PASSPHRASE_NEEDED, and for the
   * file of a key by failing with IDENTITY_NEEDED; that file may be under the passphrase itself.
   */
  'import:plan': as<(path: string, passphrase?: string, identityPath?: string) => ImportPlanView>(),
  /** Asks for the file of a key with the system's dialog. @returns its path, for `import:plan`; it is not read yet */
  'import:choose-identity': as<() => string | undefined>(),
  'import:apply': as<(planId: string, rowIds: readonly string[]) => ImportResultView>(),
  'import:undo': as<(resultId: string) => ImportResultView>(),
  'imports:get': as<() => readonly ImportResultView[]>(),
  'export:choices': as<() => readonly ExportChoiceView[]>(),
  /** Asks where with the system's dialog, unless the request cannot be met. @returns undefined when nothing was written */
  'export:save': as<(request: ExportRequest) => ExportResultView | undefined>(),
  /** Asks where with the system's dialog. @returns the path, or undefined when nothing was written */
  'history:export': as<(format: 'csv' | 'json', query: HistoryQuery) => string | undefined>(),
  /** What a support bundle would say: text without secrets, for the person to read before it is saved. */
  'support:preview': as<() => string>(),
  'support:save': as<() => string | undefined>(),
  'about:get': as<() => AboutView>(),
  /** Puts `lamplighter` where the person's shell finds it. */
  'command:install': as<() => CommandView>(),
  'logins:get': as<() => readonly LoginView[]>(),
  /** Shows a holder's folder in the file manager; only paths that are in the overview. */
  'path:reveal': as<(path: string) => boolean>(),
  'clipboard:write': as<(text: string) => boolean>(),
  'nodes:get': as<() => readonly NodeView[]>(),
  /** @param destination what a person would type after `ssh` */
  'node:add': as<(destination: string, name?: string) => readonly NodeView[]>(),
  'node:remove': as<(nodeId: string) => readonly NodeView[]>(),
  /** Contacts it now; an unreachable node is a state, not a failure. */
  'node:look': as<(nodeId: string) => NodeView>(),
  /** It is told which machine asks, from now on. */
  'node:trust': as<(nodeId: string) => NodeView>(),
  /** From there to here: each login on its own, what failed is told row by row. */
  'node:bring': as<(nodeId: string, choices: readonly BringRequest[]) => BringResultView>(),
  /** From here to there. */
  'node:send': as<(nodeId: string, choices: readonly BringRequest[]) => BringResultView>(),
  /** Programs: those that can be connected, those that are, and who asked for what. */
  'programs:get': as<() => ProgramsView>(),
  /** What would be written where; writes nothing. */
  'program:plan': as<(request: ConnectRequest) => ConnectPlanView>(),
  /** Writes what the plan with this id showed, and makes a dry request. */
  'program:connect': as<(request: ConnectRequest, planId: string) => ConnectResultView>(),
  /** The dry request again. */
  'program:prove': as<(connectionId: string) => ProofView>(),
  /** Takes out again what was written. @returns what there is then */
  'program:disconnect': as<(connectionId: string) => ProgramsView>(),
  /** The program is given no token of this login from now on, or is again. */
  'program:withhold': as<(profileId: string, program: string, isWithheld: boolean) => ProgramsView>(),
  /** Programs that wait to be allowed a token. */
  'questions:get': as<() => readonly ConsentQuestionView[]>(),
  /** @returns those that are still open */
  'question:answer': as<(questionId: string, answer: ConsentAnswer) => readonly ConsentQuestionView[]>(),
  /** The program is asked about again. */
  'consent:take-back': as<(program: AskingProgram, profileId: string) => ProgramsView>(),
  /** Doors for containers and virtual machines. */
  'doors:get': as<() => readonly DoorView[]>(),
  /** Its key, where it has one, is shown this once. */
  'door:add': as<(request: DoorRequest) => OpenedDoorView>(),
  'door:remove': as<(name: string) => readonly DoorView[]>(),
  /** The owner is gone for good: what we borrowed becomes ours, or has to be signed in again. */
  'node:take-over': as<(profileId: string) => BringResultView>(),
  /** Null: this machine is of no fleet. */
  'fleet:get': as<() => FleetPageView | null>(),
  /** Answers once its register does, which a person may have to start: then 'fleet' tells the command. */
  'fleet:found': as<(founding: FleetFounding) => FleetPageView | null>(),
  'fleet:invite': as<(role: 'keeper' | 'reader') => FleetInvitationView>(),
  /** Answers once an administrator's machine has. */
  'fleet:join': as<(invitation: string, machine?: string) => FleetPageView | null>(),
  /** Founding or joining, which wait for somebody. */
  'fleet:stop': as<() => true>(),
  'fleet:share': as<(profileId: string) => FleetPageView | null>(),
  'fleet:take-out': as<(profileId: string) => FleetPageView | null>(),
  'fleet:remove': as<(nodeId: string) => FleetRemovalView>(),
  /** Its register was put back from a backup, and no machine that is away knows more. */
  'fleet:confirm-restore': as<() => FleetPageView | null>(),
  /** @param force although nobody else administers it */
  'fleet:leave': as<(force: boolean) => FleetPageView | null>(),
}

export interface HistoryQuery {
  readonly profileId?: string
  readonly sinceMs?: number
  readonly limit?: number
}

/** Where the person asked to go, from the tray or a notification. */
export interface Navigation {
  readonly screen: 'logins' | 'programs' | 'history' | 'import' | 'nodes' | 'settings'
  /** To be selected there. */
  readonly profileId?: string
  /** The same for a row that is no login. */
  readonly problemId?: string
}

const events = {
  overview: as<OverviewView>(),
  login: as<LoginView>(),
  history: as<HistoryEventView>(),
  settings: as<SettingsView>(),
  nodes: as<readonly NodeView[]>(),
  questions: as<readonly ConsentQuestionView[]>(),
  fleet: as<FleetNews>(),
  /** The small window came up, or went. */
  popover: as<{ readonly isShown: boolean }>(),
  /** Held back until the window has asked for its first overview: whoever asks, listens. */
  navigate: as<Navigation>(),
}

export type Requests = typeof requests
export type Events = typeof events
export type RequestName = keyof Requests
export type EventName = keyof Events

export const REQUEST_NAMES = Object.keys(requests) as readonly RequestName[]
export const EVENT_NAMES = Object.keys(events) as readonly EventName[]
/** A `File` of the DOM, as a drop gives it: the contract knows no DOM. */
export interface DroppedFile {
  readonly name: string
}

/** What preload puts on `window.bridge`. */
export interface Bridge {
  request<N extends RequestName>(
    name: N,
    ...args: Parameters<Requests[N]>
  ): Promise<Reply<ReturnType<Requests[N]>>>
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void
  /** Where a file that was dropped on the window lies; empty when it is not on a disk. */
  pathOf(file: DroppedFile): string
  readonly platform: 'linux' | 'darwin' | 'win32'
}
