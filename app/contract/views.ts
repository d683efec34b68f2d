/** What a person sees: plain, readonly, free of secrets. Times are epoch milliseconds. */
import type { Failure } from './failure.ts'

export type OwnershipMode = 'own' | 'shared' | 'delegated' | 'watched' | 'borrowed'

/** Who may spend the refresh token, and why, in words. */
export interface OwnerView {
  readonly mode: OwnershipMode
  /** "Lamplighter", "OpenClaw", "Claude Code". */
  readonly refreshedBy: string
  /** The name of the fleet that holds it. */
  readonly fleet?: string
  /** "Lamplighter refreshes it for OpenClaw, under OpenClaw's own locks." */
  readonly sentence: string
}

/** One state, carrying only what is true then. */
export type StatusView =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'due'; readonly sinceMs: number }
  | { readonly kind: 'refreshing'; readonly sinceMs: number }
  | { readonly kind: 'retrying'; readonly untilMs: number; readonly failure: Failure }
  /** Lapsed, and the scheduler will mend it by itself. */
  | { readonly kind: 'expired'; readonly sinceMs: number }
  | { readonly kind: 'needs-login'; readonly sinceMs?: number; readonly failure: Failure }
  | { readonly kind: 'held'; readonly by: string; readonly expired: boolean }
  | { readonly kind: 'static' }
  | { readonly kind: 'unknown'; readonly lookedAtMs: number; readonly failure?: Failure }

export type StatusKind = StatusView['kind']

export interface HolderView {
  readonly id: string
  /** "OpenClaw · main", "Lamplighter's vault". */
  readonly label: string
  readonly path: string
  /** The profile's name inside that store. */
  readonly entry: string
  /** Holds other tokens than the newest holder of this grant. */
  readonly drift: boolean
  readonly problem?: Failure
}

export interface ProfileView {
  readonly id: string
  readonly providerId: string
  readonly providerName: string
  /** Email, account id or the profile's own name: the best we know. */
  readonly account: string
  /** What the person calls it, where they gave it a name. */
  readonly name?: string
  readonly kind: 'oauth' | 'token' | 'api-key'
  readonly owner: OwnerView
  /** The second line of a row: "OpenClaw · 15 agents". */
  readonly whereLine: string
  readonly status: StatusView
  /** When the access token lapses and when it was issued, where known. */
  readonly accessExpiresAtMs?: number
  readonly accessIssuedAtMs?: number
  /** When the grant itself ends, where known. */
  readonly grantExpiresAtMs?: number
  /** A refresh moves the grant's end, or leaves it where it is; absent: not known. */
  readonly grantSlides?: boolean
  /** When Lamplighter will refresh it next. */
  readonly nextRefreshAtMs?: number
  /** When a key is to be rotated, by itself or by a person. */
  readonly rotateAtMs?: number
  readonly scopes: readonly string[]
  /** First 12 hex digits of a keyed hash of the refresh token: lineage without a secret. */
  readonly fingerprint?: string
  readonly holders: readonly HolderView[]
  readonly lastEvent?: HistoryEventView
  /** What happens next and who does it, in one or two sentences. */
  readonly advice: string
  /** What makes sense now. */
  readonly can: {
    readonly refresh: boolean
    readonly login: boolean
    /** It can be ended at its provider. */
    readonly signOut?: true
    /** A copy of it is ours, and can be deleted. */
    readonly forget?: true
    /** It is a key of ours: a person can give the next one. */
    readonly replaceKey?: true
  }
  /** Where the program that owns it is what signs in. */
  readonly ownLogin?: OwnLoginView
  /** Scope that the last refresh lost, another account that was refused: things to say loudly. */
  readonly warnings: readonly Failure[]
}

/** A command for a terminal. */
export interface OwnLoginView {
  /** Its program is asked to sign in, and the command is for where that fails. */
  readonly isAsked?: true
  /** "GitHub CLI" */
  readonly program: string
  /** The words of it: "gh", "auth", "login". */
  readonly command: readonly string[]
  /** What it costs to begin, before anybody has signed in. */
  readonly warning?: string
}

/** Somewhere we looked for logins. */
export interface PlaceView {
  readonly label: string
  readonly path: string
  /** "3 agents, 5 logins", "not there". */
  readonly found: string
  readonly present: boolean
  /** The store that looked there. */
  readonly store?: string
  readonly problem?: Failure
  /** Since when it has that problem, where a look before found none. */
  readonly sinceMs?: number
  /** It says where logins are, and holds none. */
  readonly isSettings?: true
  /** Of one that cannot be read: the logins it held when it could, as far as anybody has seen them. */
  readonly held?: readonly { readonly account: string; readonly providerName: string }[]
}

/** What came of trying a login at its provider. */
export interface TrialView {
  readonly profileId: string
  readonly account: string
  readonly works: boolean
  readonly message: string
  /** What brings it back. */
  readonly hint?: string
}

/** A program on this machine. */
export interface InstalledView {
  readonly path: string
  /** Absent where it cannot be known without running it. */
  readonly version?: string
}

/** A program whose logins are looked for, whether it is on this machine or not. */
export interface ProgramView {
  /** Its name in config.json: "claude-code". */
  readonly id: string
  /** "Claude Code" */
  readonly name: string
  /** The files it is looked for in; a `*` in a name stands for anything. */
  readonly lookedAt: readonly string[]
  /** What was there. */
  readonly places: readonly PlaceView[]
  readonly logins: number
  /** "Lamplighter", "Codex, when asked", "GitHub CLI": each once. */
  readonly refreshedBy: readonly string[]
  /** Whether Lamplighter keeps its logins alive; absent where that is nobody's choice. */
  readonly keptAlive?: boolean
  /** False: its files are here, and no shell would find it any more. Absent where nobody looked. */
  readonly installed?: InstalledView | false
  /** What was there and could not be read, or said what nobody here understands. */
  readonly notUnderstood: readonly Failure[]
}

export interface OverviewView {
  readonly atMs: number
  readonly profiles: readonly ProfileView[]
  readonly places: readonly PlaceView[]
  readonly scheduler: {
    readonly running: boolean
    /** Not here: another Lamplighter on this machine does. */
    readonly elsewhere?: true
    /** Nothing is refreshed by itself; without `untilMs`, until somebody resumes. */
    readonly paused?: { readonly untilMs?: number }
    readonly next?: { readonly profileId: string; readonly atMs: number }
  }
  /** Where the sealing key is kept; `undecided` until something was sealed. */
  readonly sealedBy: 'keychain' | 'file' | 'undecided'
  readonly problems: readonly Failure[]
  /** Consumers that wait for a token, first come first served at each provider; absent when nobody does. */
  readonly queue?: readonly QueuedView[]
}

export interface QueuedView {
  readonly profileId: string
  readonly providerId: string
  /** "my-agent (pid 4711)" */
  readonly askedBy: string
  readonly sinceMs: number
  /** 1 for the next one at this provider. */
  readonly position: number
}

export type HistoryKind =
  | 'refreshed'
  | 'adopted' // another program's newer token was found and used
  | 'superseded' // the store changed while we asked
  | 'retrying' // transient, rate-limited or unknown outcome
  | 'rejected' // the provider ended the grant
  | 'failed' // configuration, store, account or scope trouble
  | 'signed-in'
  | 'login-failed'
  | 'signed-out'
  | 'repaired' // drift between holders
  | 'imported' // brought over from a file
  | 'forgotten' // our copy was deleted
  | 'withheld' // a program asked and was given no token

export interface HistoryEventView {
  readonly id: string
  readonly atMs: number
  readonly kind: HistoryKind
  readonly profileId: string
  readonly providerId: string
  readonly account: string
  /** Fingerprint before, and after where there is a successor. */
  readonly grant?: string
  readonly successor?: string
  /** The class of the reply: `rejected`, `rate-limited`, `transient`, ... */
  readonly cause?: string
  /** One sentence for people. */
  readonly message: string
  readonly detail?: string
  readonly durationMs?: number
  /** How many in a row were the same, this one among them; absent: it is the first. */
  readonly times?: number
  /** Who asked: "schedule", "person", "lamplighter token (pid 4711)". */
  readonly askedBy: string
  /** Which process did it. */
  readonly process: string
  readonly pid: number
  readonly holders?: number
  /** Whose file an adoption found the newer tokens in: "OpenClaw", "Lamplighter". */
  readonly foundIn?: string
}

/** An API key or a static token that a person gives. */
export interface KeyInput {
  /** "openai:ci": whose it is, and what for. */
  readonly id: string
  readonly kind?: 'api-key' | 'token'
  readonly expiresAtMs?: number
  /** For config.json. */
  readonly rules?: {
    readonly rotateEveryDays?: number
    readonly rotateOn?: string
    readonly rotateCommand?: readonly string[]
    readonly probeCommand?: readonly string[]
  }
}

/** What goes dark when a login is ended at its provider. */
export interface LogoutView {
  readonly profileId: string
  readonly account: string
  readonly providerName: string
  /** Whether the provider ends logins on request (RFC 7009); otherwise only our copy goes. */
  readonly revocable: boolean
  /** Of other programs, which go on holding it. */
  readonly files: readonly { readonly path: string; readonly program: string }[]
  /** Who asked for it lately. */
  readonly programs: readonly string[]
  /** Machines that borrow it. */
  readonly borrowers: readonly string[]
}

/** Somebody who took part in a race. */
export interface RaceProcessView {
  /** "lamplighter token", "OpenClaw". */
  readonly name: string
  /** Absent for a program whose process nobody recorded. */
  readonly pid?: number
  /** The most that it came to: got new tokens, used another's, was refused for a used one, failed otherwise. */
  readonly part: 'refreshed' | 'adopted' | 'refused' | 'failed'
}

/** Attempts that wanted the same refresh token at once: one story out of several events. */
export interface RaceView {
  readonly id: string
  /** When its last event was recorded. */
  readonly atMs: number
  readonly profileId: string
  readonly providerId: string
  readonly account: string
  /** What happened, in a few sentences. */
  readonly message: string
  /** Whether anything needs doing, and what. */
  readonly advice: string
  /** Only a person can mend it. */
  readonly needsYou: boolean
  /** Whoever got the tokens first. */
  readonly processes: readonly RaceProcessView[]
  /** Newest first. */
  readonly eventIds: readonly string[]
}

export interface ProviderView {
  readonly id: string
  readonly name: string
  readonly browserLogin: boolean
  readonly deviceLogin: boolean
  /** It signs itself in, nobody present. */
  readonly clientLogin?: true
  readonly retired?: string
  readonly custom: boolean
  /** Not written down: nobody has signed in there yet. */
  readonly proposed?: true
}

/** Something left to do for a person, in a sentence, and the command that does it where there is one. */
export interface RemainingStep {
  readonly what: string
  readonly command?: string
}

/** A login was made at one token endpoint, and its provider has another by now: nothing is sent until a person accepts it. */
export interface IssuerChange {
  readonly profileId: string
  readonly account: string
  readonly was: string
  readonly now: string
}

/** A login under way, or its end. */
export type LoginStep =
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'browser'
      /** The authorization URL, safe to show and copy. */
      readonly url: string
      /** False when the redirect port was taken: the person pastes the address they land on. */
      readonly listening: boolean
      readonly redirectUri: string
    }
  | {
      readonly kind: 'device'
      readonly userCode: string
      readonly verificationUri: string
      readonly verificationUriComplete?: string
      readonly expiresAtMs: number
    }
  /** The program that owns the login signs in, with a command that asks the person. */
  | {
      readonly kind: 'program'
      /** "GitHub CLI" */
      readonly program: string
      /** As it is typed: "gh auth login". */
      readonly command: string
      /** Where it runs: "GNOME Terminal". Absent: the person has to run it. */
      readonly terminal?: string
      /** What it may cost, or may not do. */
      readonly warning?: string
    }
  | { readonly kind: 'exchanging' }
  | {
      readonly kind: 'done'
      readonly profileId: string
      readonly account: string
      /** What only the person can do now. */
      readonly remains?: readonly RemainingStep[]
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface LoginView {
  readonly id: string
  readonly providerId: string
  readonly providerName: string
  readonly profileId?: string
  readonly account?: string
  readonly startedAtMs: number
  /** In which ways a person can sign in there, once the provider is known. */
  readonly ways?: readonly LoginWay[]
  readonly step: LoginStep
}

export type LoginWay = 'browser' | 'device'

/** What `login:start` takes: an existing profile, a known provider, or a new one by issuer. */
export type LoginRequest = {
  readonly profileId?: string
  readonly providerId?: string
  readonly method?: LoginWay
}

/** What of a provider of the person's own is changed in the window; what is absent is not set. */
export type ProviderEdit = Pick<
  ProviderInput,
  | 'id'
  | 'name'
  | 'issuer'
  | 'authorizationEndpoint'
  | 'tokenEndpoint'
  | 'deviceAuthorizationEndpoint'
  | 'clientId'
  | 'scopes'
>

/** What a person can say about a provider: the names of config.json. */
export interface ProviderInput {
  readonly id: string
  readonly name?: string
  readonly issuer?: string
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly deviceAuthorizationEndpoint?: string
  readonly clientId?: string
  readonly scopes?: readonly string[]
  readonly leadSeconds?: number
  readonly refreshEncoding?: 'form' | 'json'
  readonly refreshScope?: 'stored' | 'always'
  readonly revocationEndpoint?: string
  /** The environment variable that holds the client secret. */
  readonly clientSecretEnv?: string
  readonly clientAuthentication?:
    | 'none'
    | 'client_secret_basic'
    | 'client_secret_post'
    | 'client_secret_jwt'
    | 'private_key_jwt'
    | 'tls_client_auth'
    | 'self_signed_tls_client_auth'
  /** A file, or a command that prints it: for the secret, or for the private key. */
  readonly clientSecretFile?: string
  readonly clientSecretCommand?: readonly string[]
  /** The certificate of a key that does not bring its own. */
  readonly clientCertificateFile?: string
  /** The client signs itself in; with which claims, and where the assertion is shown. */
  readonly grant?: 'client_credentials' | 'jwt_bearer'
  readonly assertionClaims?: Readonly<Record<string, string>>
  readonly assertionIn?: 'body' | 'header'
  /** Which of the client's keys signs. */
  readonly clientKeyId?: string
  readonly clientAssertionAudience?: string
  /** Tokens bound to a key of ours (RFC 9449); the authorization request sent ahead (RFC 9126). */
  readonly dpop?: boolean
  /** The authorization request signed with the client's key (RFC 9101). */
  readonly requestObject?: boolean
  /** Other tokens are made of a login's (RFC 8693). */
  readonly tokenExchange?: boolean
  readonly pushedAuthorization?: boolean
  readonly pushedAuthorizationEndpoint?: string
  readonly redirect?: RedirectInput
  /** Beside those of RFC 6749; the first in place of what an unknown server gets. */
  readonly authorizationParams?: Readonly<Record<string, string>>
  readonly tokenParams?: Readonly<Record<string, string>>
  readonly refreshParams?: Readonly<Record<string, string>>
  readonly responseMembers?: Readonly<Record<string, string>>
  readonly errorWords?: Readonly<Record<string, string>>
  readonly rotation?: 'always' | 'never' | 'unknown'
  readonly grantLifeDays?: number
  readonly idleLimitDays?: number
  /** The machine it came from. Never given by the window. */
  readonly from?: string
}

/** Where the browser comes back to. */
export type RedirectInput =
  /** This machine; port 0 means any, and of a list the first that is free. */
  | {
      readonly host: '127.0.0.1' | 'localhost' | '[::1]'
      readonly port: number | readonly number[]
      readonly path: string
    }
  /** Elsewhere: nothing listens, and the person pastes the address that the browser ends on. */
  | { readonly address: string }

/** What a person can change, as config.json and the state folder keep it. */
export interface SettingsView {
  /** Overrides every provider's lead where given, seconds. */
  readonly leadSeconds?: number
  readonly maxConcurrent: number
  readonly notifications: {
    /** Warn when a grant ends within these many hours, each once. */
    readonly grantEndsHours: readonly number[]
    /** Local time, "22:00" to "07:00": nothing is shown, everything waits. */
    readonly quietHours?: { readonly from: string; readonly to: string }
    readonly mutedProfiles: readonly string[]
  }
  readonly theme: 'system' | 'light' | 'dark'
  /** Of the window, the tray and notifications. */
  readonly language: 'system' | 'en' | 'de' | 'zh'
  /** What a click on the tray opens. */
  readonly tray: 'popover' | 'menu'
  readonly startAtLogin: boolean
  /** A released package looks for a newer one once a day. */
  readonly checkForUpdates: boolean
  /** Of which logins a program gets a token only after a person has allowed it. */
  readonly consent: {
    /** Of every one, those to come included. */
    readonly all: boolean
    /** Ids, and other names that config.json says. */
    readonly logins: readonly string[]
  }
  /** Programs get no token while the screen is locked; what is due is renewed all the same. */
  readonly withholdWhileLocked: boolean
  /** Of this machine's loopback address, where programs read metrics; absent: nowhere. */
  readonly metricsPort?: number
  /** The person has seen what was found and pressed "Begin". */
  readonly welcomed: boolean
  /** What the person decided of programs, by their ids: whether Lamplighter keeps their logins alive. */
  readonly keptAlive: Readonly<Record<string, boolean>>
  /** The commands that run when something happened to a login. */
  readonly hooks?: readonly HookView[]
}

export interface HookView {
  /** When it runs: `needs-login`, `recovered`, `refreshed`, `expiring`. */
  readonly event: string
  /** What is started, without its arguments. */
  readonly program: string
}

/** What came of running a hook's command with nothing having happened. */
export interface HookTrialView {
  readonly works: boolean
  /** One sentence. */
  readonly message: string
  /** What it printed, shortened. */
  readonly output?: string
}

/** Members that are given replace the ones that are set; null takes an optional one away. */
export interface SettingsChange {
  readonly leadSeconds?: number | null
  readonly maxConcurrent?: number
  readonly notifications?: {
    readonly grantEndsHours?: readonly number[]
    readonly quietHours?: { readonly from: string; readonly to: string } | null
    readonly mutedProfiles?: readonly string[]
  }
  readonly theme?: 'system' | 'light' | 'dark'
  readonly language?: 'system' | 'en' | 'de' | 'zh'
  readonly tray?: 'popover' | 'menu'
  readonly startAtLogin?: boolean
  readonly checkForUpdates?: boolean
  readonly consent?: { readonly all?: boolean; readonly logins?: readonly string[] }
  readonly withholdWhileLocked?: boolean
  /** Null: nowhere. */
  readonly metricsPort?: number | null
  readonly welcomed?: boolean
  /** By a program's id: whether Lamplighter keeps its logins alive. */
  readonly programs?: Readonly<Record<string, boolean>>
}

/** Whether every login outlasts a restart, in words. */
export interface RestartView {
  readonly isReady: boolean
  readonly message: string
  readonly detail: string
}

export type ImportVerdict =
  | 'new'
  | 'newer'
  | 'older'
  | 'same'
  | 'other-account'
  | 'expired'
  /** Copying it would give a rotating refresh token two owners. */
  | 'fork'
  | 'unreadable'

export interface ImportRowView {
  readonly id: string
  readonly providerId: string
  readonly providerName: string
  readonly account: string
  readonly verdict: ImportVerdict
  /** What happens when it is chosen, and what happens to the other machine, in words. */
  readonly consequence: string
  readonly selectable: boolean
  /** Chosen unless the person says otherwise. */
  readonly suggested: boolean
  /** Where it would be written: labels of holders, or "Lamplighter's vault". */
  readonly targets: readonly string[]
  readonly expiresAtMs?: number
}

export interface ImportPlanView {
  readonly id: string
  readonly path: string
  readonly kind: 'openclaw' | 'vault-export'
  readonly rows: readonly ImportRowView[]
}

export interface ImportResultView {
  readonly id: string
  readonly atMs: number
  readonly imported: readonly {
    readonly rowId: string
    readonly account: string
    readonly targets: readonly string[]
  }[]
  readonly troubles: readonly { readonly rowId: string; readonly failure: Failure }[]
  /** The folder that holds what was there before. */
  readonly backup: string
  readonly undone: boolean
}

/** A login of this machine, and what becomes of it in a file for another one. */
export type ExportChoiceView = {
  readonly profileId: string
  readonly providerId: string
  readonly providerName: string
  readonly account: string
} & (
  | { readonly kind: 'free' }
  /** Left out unless the person asks for it: two machines would hold what only one may. Why, in a sentence. */
  | { readonly kind: 'fork'; readonly why: string }
  /** Never in the file: it is bound to this machine, or of no use on another. */
  | { readonly kind: 'bound'; readonly why: string }
)

export interface ExportRequest {
  readonly profileIds: readonly string[]
  /** `age1…` keys or lines of SSH public keys: any one of them opens the file. */
  readonly protection: { readonly passphrase: string } | { readonly recipients: readonly string[] }
  readonly withForks: boolean
}

export interface ExportResultView {
  readonly path: string
  /** Ids of the profiles in it. */
  readonly included: readonly string[]
  readonly leftOut: readonly { readonly profileId: string; readonly account: string; readonly why: string }[]
}

export interface AboutView {
  readonly version: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  readonly platform: string
  /** Where things are kept, for Settings: label and absolute path. */
  readonly paths: readonly { readonly label: string; readonly path: string }[]
  /** Name, version and licence of what is packaged. */
  readonly libraries: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
}

/** The command, once it is installed. */
export interface CommandView {
  readonly path: string
  /** Shells look in its folder, as far as the application was told. */
  readonly isOnPath: boolean
}

/** One lock around a profile. */
export interface LockView {
  readonly path: string
  /** "Lamplighter's grant lock", "OpenClaw's store lock". */
  readonly label: string
  readonly pid?: number
  readonly sinceMs?: number
  /**
   * `suspended`: its process is stopped (SIGSTOP, a debugger) and goes on holding it when it continues; systems that do
   * not tell (Windows) say `live`. `unknown`: the lock does not say who holds it, or another machine does.
   */
  readonly state: 'live' | 'suspended' | 'dead' | 'unknown'
  /** How old its own program lets it become before it counts as abandoned; absent where age never decides. */
  readonly thresholdMs?: number
  /** By the lock's own time. Always false without a threshold. */
  readonly olderThanThreshold: boolean
  /** Its own program would take it away by now: only then is removal offered. */
  readonly removable: boolean
  /** Which lock this is, for `profile:remove-lock`: one that was made anew has another. */
  readonly identity: string
}
