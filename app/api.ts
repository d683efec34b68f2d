/** What the hosts of the core may ask of it: the Electron main process, the command line, `lamplighter serve`. */

import type { CatalogueAnswers, CatalogueDetailView, CatalogueItemView } from './contract/catalogue.ts'
import type { HistoryQuery } from './contract/channels.ts'
import type { ConsentQuestionView } from './contract/consent.ts'
import type { NodeView } from './contract/nodes.ts'
import type { RefusalAnswer } from './contract/refusal.ts'
import type {
  HistoryEventView,
  IssuerChange,
  KeyInput,
  LockView,
  LoginView,
  LogoutView,
  OverviewView,
  ProfileView,
  ProgramView,
  ProviderEdit,
  ProviderInput,
  ProviderView,
  RaceView,
  SettingsChange,
  SettingsView,
  TrialView,
} from './contract/views.ts'
import type { AdmittedToken } from './engine/tokens/admitted-token.ts'
import type { ExchangedToken } from './engine/tokens/exchanged-tokens.ts'
import type { TokenOptions } from './engine/tokens/token-service.ts'
import type { Askers } from './features/askers/askers.ts'
import type { HandOutAsk } from './features/askers/hand-outs.ts'
import type { Connections } from './features/connect/connections.ts'
import type { Consent } from './features/consent/consent.ts'
import type { CheckedFinding } from './features/diagnostics/doctor.ts'
import type { Security } from './features/diagnostics/security.ts'
import type { Doors } from './features/doors/doors.ts'
import type { Fleet } from './features/fleet/fleet.ts'
import type { HookEditor } from './features/hooks/hook-editor.ts'
import type { KeptFiles } from './features/kept-files/kept-files.ts'
import type { Logins } from './features/login/logins.ts'
import type { Nodes } from './features/nodes/nodes.ts'
import type { OpenClawSink } from './features/openclaw/sink.ts'
import type { Transfer } from './features/transfer/transfer.ts'
import type { Uses } from './features/uses/uses.ts'
import type { Secret } from './model/secret.ts'
import type { TokenTarget } from './model/token-target.ts'

export interface Core {
  /**
   * First look at every store. With `schedule`, also refreshes ahead of time, unless another host on this machine
   * already does (then it takes over when that one goes).
   * @param options.untilWelcomed until the person has begun (`welcomed` of the settings), everything is shown and
   * nothing is refreshed by itself
   */
  start(options: { readonly schedule: boolean; readonly untilWelcomed?: boolean }): Promise<void>
  overview(): OverviewView
  /** By id, or by anything that names exactly one profile: its account, its entry in a file. @throws AppError PROFILE_UNKNOWN */
  profile(name: string): ProfileView
  /** Every program whose logins are looked for, and what was found of it. */
  programs(): Promise<readonly ProgramView[]>
  /** Looks at every store again. */
  look(): Promise<void>
  /**
   * A token valid for at least `validForMs` more. With `waitMs`, waits so long for a login that does not work now, and
   * then for its turn. @throws AppError NEEDS_LOGIN, PROVIDER_UNREACHABLE, ...; HOST_GONE when `signal` aborted
   */
  token(profileId: string, options?: TokenOptions): Promise<AdmittedToken>
  /**
   * A token of less scope, or for somebody else, made of the login's (RFC 8693); the same one to all who ask while it lasts.
   * @throws AppError as token(); EXCHANGE_UNAVAILABLE where the provider makes none, EXCHANGE_REFUSED, REPLY_INVALID
   */
  exchangeToken(profileId: string, target: TokenTarget, options?: TokenOptions): Promise<ExchangedToken>
  /** Whoever waited for a token does not need its place any longer: the next one may come. */
  release(askedBy: string): void
  /** The stored access token, where it lasts for `validForMs` more; nothing is refreshed. @throws AppError PROFILE_UNKNOWN */
  storedToken(
    profileId: string,
    validForMs: number,
  ): { readonly accessToken: Secret; readonly expiresAtMs?: number } | undefined
  /** The id of the profile that profile() would show. @throws AppError PROFILE_UNKNOWN */
  idOf(name: string): string
  /** Everything that may name this login, its id first. */
  namesOf(profileId: string): readonly string[]
  /** One refresh, joined when one is in flight. Resolves with what happened; throws only on surprises. */
  refresh(profileId: string, options?: { readonly askedBy?: string }): Promise<HistoryEventView>
  /**
   * A server refused the access token (401) before its time. Says whether a newer one is stored, or refreshes at once;
   * each token is acted upon once. @throws AppError NEEDS_LOGIN, NOT_REFRESHABLE, ...
   */
  report401(
    profileId: string,
    options?: { readonly askedBy?: string; readonly accessToken?: Secret },
  ): Promise<RefusalAnswer>
  /** Writes the newest tokens to the holders that differ. @throws AppError NOT_REFRESHABLE, STORE_LOCKED */
  repair(profileId: string): Promise<HistoryEventView>
  /** Who holds which lock around this profile now. */
  /** Sends its refresh token once and throws away what comes. @throws AppError NOT_REFRESHABLE, PROVIDER_UNREACHABLE */
  tryLogin(profileId: string): Promise<TrialView>
  locks(profileId: string): Promise<readonly LockView[]>
  /**
   * Takes away a lock that was left behind: only one that locks() calls removable, and only while it is still that one.
   * @returns the locks that are left. @throws AppError STORE_LOCKED, STORE_CHANGED
   */
  removeLock(profileId: string, path: string, identity: string): Promise<readonly LockView[]>
  /** Looks at everything that could be wrong, network included, and changes nothing. */
  doctor(): Promise<readonly CheckedFinding[]>
  /** Everything that is due, lapsed or waiting, now. */
  refreshDue(options?: { readonly askedBy?: string }): Promise<readonly HistoryEventView[]>
  /** Nothing is refreshed by itself until then; undefined: until resume(). What is asked for still happens. */
  pause(untilMs?: number): Promise<void>
  resume(): Promise<void>
  settings(): SettingsView
  /**
   * Whether that program gets what `work` makes: what a person withholds, approves, wants to be asked about, and the
   * screen's lock decide. Everything that hands a token to a program goes through here; it is remembered.
   * @throws AppError HOST_REFUSED, CONSENT_NEEDED, SCREEN_LOCKED, as work()
   */
  handOut<T>(ask: HandOutAsk, work: () => T | Promise<T>): Promise<T>
  /** Whether a person sees the screen now. */
  setScreenLocked(isLocked: boolean): void
  /** What a person is asked before a program gets a token, and has answered. */
  readonly consent: Pick<
    Consent,
    'attend' | 'questions' | 'answer' | 'list' | 'set' | 'takeBack' | 'isAskedAbout'
  >
  /** What logins are for. */
  readonly uses: Pick<Uses, 'list' | 'change' | 'loginFor' | 'handOut'>
  /** Programs that are set up to ask here. */
  readonly connections: Pick<Connections, 'consumers' | 'list' | 'plan' | 'connect' | 'prove' | 'disconnect'>
  /** Who asked for what. */
  readonly askers: Pick<Askers, 'list'>
  /** Files with a token in them, which are kept fresh. */
  readonly keptFiles: Pick<KeptFiles, 'list'>
  /** From now on this program is given no token of this login, or (`isWithheld` false) as before. @throws AppError PROFILE_UNKNOWN, CONFIG_INVALID, STORE_UNWRITABLE */
  withhold(profileId: string, program: string, isWithheld: boolean): Promise<void>
  /** Logins that OpenClaw uses and Lamplighter keeps. */
  readonly openclaw: Pick<OpenClawSink, 'logins' | 'plan' | 'use' | 'end'>
  /** Files with secrets that could be safer. */
  readonly security: Pick<Security, 'list' | 'mend' | 'undo'>
  /** The person's own commands that run when something happened to a login. */
  readonly hooks: Pick<HookEditor, 'change' | 'undo' | 'try'>
  /** @throws AppError CONFIG_INVALID, STORE_UNWRITABLE */
  changeSettings(change: SettingsChange): Promise<SettingsView>
  /** Logins from a file: planned, applied with a backup, undone; and a bundle to take elsewhere. */
  readonly imports: Transfer
  /** The person's other machines. */
  readonly nodes: Nodes
  /** Many machines that share logins. */
  readonly fleet: Fleet
  /** For containers and virtual machines. */
  readonly doors: Doors
  /** CSV or JSON text. */
  exportHistory(format: 'csv' | 'json', query: HistoryQuery): Promise<string>
  /** What a support bundle says: plain text without secrets. */
  supportText(versions: Readonly<Record<string, string>>): Promise<string>
  history(query: HistoryQuery): Promise<readonly HistoryEventView[]>
  /** What of the history was a race between processes, each told once; newest first, `limit` of them. */
  races(query: HistoryQuery): Promise<readonly RaceView[]>
  providers(): readonly ProviderView[]
  addProvider(input: ProviderInput): Promise<ProviderView>
  /** What config.json says of a provider, as far as the window changes it. @throws AppError PROVIDER_UNKNOWN */
  providerEdit(id: string): ProviderEdit
  /** What is absent is taken out. @throws AppError as addProvider(), PROVIDER_UNKNOWN */
  changeProvider(edit: ProviderEdit): Promise<ProviderView>
  /** A client's secret or private key, into the vault or (undefined) out of it. @throws AppError PROVIDER_UNKNOWN, CONFIG_INVALID (a key that is none), STORE_* */
  setClientSecret(providerId: string, secret: Secret | undefined): Promise<ProviderView>
  /** The providers that can be added without looking their addresses up; the best fitting first, all without words. */
  catalogue(words?: string): Promise<readonly CatalogueItemView[]>
  /** One of them, with the answers so far filled in: what to register there, what is missing, what config.json gets. @throws AppError PROVIDER_UNKNOWN, ARGUMENT_INVALID */
  catalogueEntry(id: string, answers?: CatalogueAnswers): Promise<CatalogueDetailView>
  /** As addProvider(), written down only once a sign-in there has worked; then the secret or private key goes into the vault. */
  proposeProvider(input: ProviderInput, secret?: Secret): Promise<ProviderView>
  /** The same for whoever an MCP server trusts; its tokens are for that server alone. A client id is given where the server registers nobody. @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, PROVIDER_UNREACHABLE */
  proposeMcpServer(url: string, clientId?: string): Promise<ProviderView>
  /**
   * The logins of a provider that were made at another token endpoint than it has now; with `accept` their tokens go to
   * this one from now on. @throws AppError PROVIDER_UNKNOWN, PROVIDER_UNREACHABLE, CONFIG_INVALID
   */
  issuerChanges(providerId: string, accept?: boolean): Promise<readonly IssuerChange[]>
  /** Takes out of config.json what it says of a provider. @throws AppError PROVIDER_UNKNOWN, ARGUMENT_INVALID where logins need it */
  removeProvider(id: string): Promise<void>
  /** Undefined: by its account again. @throws AppError PROFILE_UNKNOWN, CONFIG_INVALID, STORE_UNWRITABLE */
  rename(profileId: string, name: string | undefined): Promise<ProfileView>
  /** Deletes our own copies. @returns where other programs go on keeping it. @throws AppError STORE_READ_ONLY, STORE_LOCKED */
  forget(profileId: string): Promise<readonly string[]>
  /** An API key or a static token into the vault, its rules into config.json. @throws AppError ARGUMENT_INVALID, STORE_* */
  addKey(input: KeyInput, key: Secret): Promise<ProfileView>
  /** A person has made a new one. @throws AppError PROFILE_UNKNOWN, ARGUMENT_INVALID, STORE_* */
  replaceKey(profileId: string, key: Secret, expiresAtMs?: number): Promise<void>
  /** What goes dark when it is signed out. @throws AppError PROFILE_UNKNOWN, LOGIN_UNAVAILABLE, PROVIDER_UNREACHABLE */
  logoutPlan(profileId: string): Promise<LogoutView>
  /**
   * Ends it at the provider, then deletes our copies. @returns 'unsupported' where the provider offers no way to end it
   * @throws AppError as logoutPlan(), and PROVIDER_REFUSED, STORE_LOCKED, STORE_UNWRITABLE: then nothing was deleted
   */
  logout(profileId: string): Promise<'revoked' | 'unsupported'>
  /**
   * Takes back a forget(), or a logout() that ended nothing, as long as this process runs.
   * @throws AppError PROFILE_UNKNOWN where nothing can be taken back, STORE_CHANGED where there is another login of that id by now
   */
  takeBack(profileId: string): Promise<ProfileView>
  readonly logins: Omit<Logins, 'close'>
  on(event: 'overview', listener: (view: OverviewView) => void): () => void
  on(event: 'login', listener: (view: LoginView) => void): () => void
  on(event: 'history', listener: (view: HistoryEventView) => void): () => void
  on(event: 'settings', listener: (view: SettingsView) => void): () => void
  on(event: 'questions', listener: (open: readonly ConsentQuestionView[]) => void): () => void
  on(event: 'fleet', listener: () => void): () => void
  on(event: 'nodes', listener: (views: readonly NodeView[]) => void): () => void
  /** The machine woke, the network came up, the screen was unlocked: plan again from the wall clock. */
  wake(reason: string): void
  /** Waits for a refresh in flight to be stored, then lets go of everything; as long as tokens are on no disk, it waits on. */
  close(): Promise<void>
  /** Are there new tokens that are in this process's memory only? Then it must not end by itself. */
  holdsTokens(): boolean
}
