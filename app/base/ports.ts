/** All we ask of the world. Each port has one implementation in platform/ and one working fake in test/fakes/. */
import type { LocalHttp } from './local-http.ts'
import type { Registers } from './register.ts'
import type { SessionBus } from './session-bus.ts'

export interface Clock {
  /** Epoch milliseconds; can jump either way. */
  now(): number
  /** May last longer: laptops suspend. Resolves early, without throwing, when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** From the first byte out to the last byte in, milliseconds. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Shown where the server asks who we are while the connection is made (RFC 8705). */
  readonly certificate?: ClientCertificate
}

/** PEM, both. */
export interface ClientCertificate {
  /** Ours first, then those that lead to its authority. */
  readonly chain: string
  /** Without a passphrase. */
  readonly key: string
}

export interface HttpReply {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Thrown by Http.send. `left` says whether any byte of the request can have reached the server. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure'
  readonly left: boolean
  readonly reason:
    | 'timeout'
    | 'aborted'
    | 'network'
    | 'tls'
    | 'client-certificate' // ours is of no use, or the server turns it down: nothing was asked
    | 'too-large'
  /** As the system names it: ECONNRESET, SELF_SIGNED_CERT_IN_CHAIN. */
  readonly code: string | undefined

  constructor(
    reason: HttpFailure['reason'],
    left: boolean,
    message: string,
    options?: ErrorOptions & { readonly code?: string },
  ) {
    super(message, options)
    this.code = options?.code
    this.reason = reason
    this.left = left
  }
}

export interface Http {
  /** Never follows a redirect, never retries. Bodies over 1 MiB are refused. @throws HttpFailure */
  send(request: HttpRequest): Promise<HttpReply>
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other'
  /** Permission bits, 0o777; 0o600 on Windows. */
  readonly mode: number
  readonly size: number
  readonly mtimeMs: number
  /** It belongs to somebody else: its mode is theirs to change. */
  readonly foreign?: boolean
  /** Device, inode and birth time: changes when the file is replaced. */
  readonly identity: string
}

export interface WriteOptions {
  /** Not flushed: a crash of ours leaves it whole, a power cut may take it back or leave it empty. */
  readonly mayBeLost?: boolean
  /** Permission bits, whatever the file had before; means nothing on Windows. */
  readonly mode?: number
  /** Flushed, and its name is not: a power cut may bring the old text back, whole. flush() makes up for it. */
  readonly mayBeUndone?: boolean
  /** Called once the new text is ready, which is seen by nobody before this has resolved. */
  readonly notBefore?: Flushing
}

/** Resolves once no power cut takes it back. May be called again. @throws AppError STORE_UNWRITABLE */
export type Flushing = () => Promise<void>

export interface Files {
  /** Undefined when absent. Follows symbolic links. @throws AppError STORE_UNREADABLE, also for what is no file, or too large */
  read(path: string): Promise<string | undefined>
  /**
   * As read(), for what is done or believed because it stands there. @throws AppError STORE_UNREADABLE, also when it or
   * its folder belongs to somebody else, or others may write it
   */
  readTrusted(path: string): Promise<string | undefined>
  /** As read(), for what need not be text. */
  readBytes(path: string): Promise<Uint8Array | undefined>
  /**
   * The whole text or nothing: temp file beside the target, mode kept (0600 when new), owner kept where we may,
   * fsync, rename, fsync of the folder. A symbolic link is followed and its target replaced. Makes missing
   * folders with 0700. @throws AppError STORE_UNWRITABLE
   */
  writeAtomic(path: string, text: string, options?: WriteOptions): Promise<void>
  /** Exclusive creation, whole text at once (never seen empty), 0600, fsynced. @returns false when the path exists. */
  createExclusive(path: string, text: string, options?: WriteOptions): Promise<boolean>
  append(path: string, text: string): Promise<void>
  /** As append(). Its flush has begun; the name of a file that was not there before is not part of it. */
  appendFlushing(path: string, text: string): Promise<Flushing>
  /** Resolves once the file and its name would survive a power cut. Nobody else in this process is held up. */
  flush(path: string): Promise<void>
  /**
   * Room for so many bytes beside `path`, which has to be let go before it can be used: meanwhile nobody else fills it.
   * Tells as well whether anything can be written there. @throws AppError STORE_UNWRITABLE
   */
  reserve(path: string, bytes: number): Promise<() => Promise<void>>
  /** Absent is fine. */
  remove(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Names only, sorted; empty when the folder is absent. */
  list(folder: string): Promise<readonly string[]>
  /** Follows symbolic links; one that leads back to itself is of another kind. Undefined when absent. */
  stat(path: string): Promise<FileStat | undefined>
  /** The path without symbolic links; undefined when absent, and when they lead in a circle. */
  realPath(path: string): Promise<string | undefined>
  makeFolder(path: string): Promise<void>
  /** Atomic mkdir without parents. @returns false when it exists. */
  makeFolderExclusive(path: string): Promise<boolean>
  /** Removes an empty folder; absent is fine. */
  removeFolder(path: string): Promise<void>
  canWrite(path: string): Promise<boolean>
  /** Before something secret is written to it. @throws AppError STORE_READ_ONLY: others may write in its folder */
  checkPrivate(path: string): Promise<void>
  /** Sets the permission bits, of what a link leads to; means nothing on Windows. @throws AppError STORE_UNWRITABLE, also when absent */
  setMode(path: string, mode: number): Promise<void>
  /** Sets the modification time to now. @throws AppError STORE_UNWRITABLE, also when absent */
  touch(path: string): Promise<void>
  /** Calls back, coalesced, after something changed in `folder` (not below it). Works before the folder exists. */
  watch(folder: string, onChange: () => void): Unwatch
}

export type Unwatch = () => void

/**
 * SQLite files of other programs: opened for one short piece of work, and never made. Only this user's own: what SQLite
 * puts beside the file would belong to us, and lock its owner out.
 */
export interface Databases {
  /** Undefined when there is no such file. @throws AppError STORE_UNREADABLE, STORE_CORRUPT */
  read<T>(path: string, work: (query: SqlQuery) => T): Promise<T | undefined>
  /**
   * In one transaction that nobody else writes during; when `work` throws, nothing has changed. Lasts through a power cut.
   * @throws AppError STORE_UNWRITABLE, STORE_CORRUPT
   */
  change<T>(path: string, work: (query: SqlQuery) => T): Promise<T>
}

/** The rows that a statement gives. */
export type SqlQuery = (
  sql: string,
  ...values: readonly (string | number | null)[]
) => readonly Readonly<Record<string, unknown>>[]

export interface HeldLock {
  /** False once the lock was lost (stolen, or the machine slept through its heartbeat). */
  readonly held: boolean
  release(): Promise<void>
}

/** Exclusion between our own processes on this machine (proper-lockfile underneath). */
export interface Lock {
  /** One try, no waiting. Undefined when another live process, or another holder in this one, has it. */
  tryAcquire(name: string): Promise<HeldLock | undefined>
  /** Who holds it now, for messages and the doctor. */
  holder(name: string): Promise<LockHolder | undefined>
  /** Takes away what a dead process left behind, if it is still that lock. Never one of a living process. */
  remove(name: string, identity: string): Promise<LockRemoval>
}

export type LockRemoval =
  | 'removed'
  | 'gone' // there was none any more
  | 'changed' // another lock of that name is there by now
  | 'held' // whoever has it may still be using it

export interface LockHolder {
  readonly pid: number
  readonly alive: boolean
  /** Alive and stopped; false where the system does not tell. */
  readonly suspended: boolean
  readonly sinceMs: number
  /** Changes whenever the lock is made anew. */
  readonly identity: string
}

/** The key that seals the vault and the journal. */
export interface Keyring {
  /**
   * The 32-byte key with this id, or the current one when no id is given (made on first use).
   * @throws AppError KEYCHAIN_UNAVAILABLE when the key exists in a keychain that cannot be reached now
   */
  key(id?: string): Promise<SealingKey>
  /** Where the key is kept, without touching it; `undecided` until the first key() made one. */
  kept(): Promise<'keychain' | 'file' | 'undecided'>
}

/** What other programs keep in the system's keychain. Nothing is written there. */
export interface Keychain {
  /**
   * @param mayAsk a person wished it, so their system may ask them
   * @throws AppError KEYCHAIN_UNAVAILABLE
   */
  read(item: KeychainItem, mayAsk: boolean): Promise<KeychainAnswer>
}

export interface KeychainItem {
  readonly service: string
  readonly account: string
  /** What its owner writes with: libraries name items differently, and macOS lets `security` read what it wrote itself. */
  readonly madeBy: 'go-keyring' | 'keyring-rs' | 'security'
}

export type KeychainAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'would-ask' }

export interface SealingKey {
  readonly id: string
  readonly bytes: Uint8Array
  readonly kept: 'keychain' | 'file'
}

export interface Listener {
  /** Listens on this machine (RFC 8252 §7.3). @throws AppError LOGIN_PORT_TAKEN */
  listen(redirect: Redirect): Promise<Callback>
}

export interface Redirect {
  /** To a browser "localhost" may be either family's: then both are listened on, or the port counts as taken. */
  readonly host: '127.0.0.1' | 'localhost' | '[::1]'
  /** 0 for any free one. */
  readonly port: number
  readonly path: string
  /** Is it the answer to what we asked? Any page can send a browser here: what is not is refused, and waited past. */
  readonly isOurs: (url: string) => boolean
}

export interface Callback {
  readonly port: number
  /** The full URL of the first request that is ours; answers the browser with a small page. */
  received(signal: AbortSignal): Promise<string>
  /** What the browser tab shows: that all went well, or why not. A tab that was not told for a while shows that the answer came. */
  conclude(why?: string): void
  close(): Promise<void>
}

export interface Browser {
  /** https, or http on loopback, only. Resolves when the system took it, not when it is shown. */
  open(url: string): Promise<void>
}

export interface Random {
  /** [0, 1) */
  number(): number
  /** Base64url of `bytes` random bytes. */
  token(bytes: number): string
  /** First 12 hex digits of HMAC-SHA-256 under the key in our state folder, or under another machine's. */
  fingerprint(text: string, key?: string): string
  /** Ours, base64url: for a node that compares its tokens with ours without showing them. Goes through ssh only. */
  fingerprintKey(): string
  sha256Hex(text: string): string
  /** Where another program names its files so; nothing rests on it. */
  sha1Hex(text: string): string
  seal(key: SealingKey, plain: string, context: string): string
  /** @throws AppError STORE_CORRUPT when the text was changed or sealed under another key or context */
  open(key: SealingKey, sealed: string, context: string): string
}

export interface Process {
  readonly pid: number
  /** "lamplighter list", "Lamplighter": what the history calls us. */
  readonly label: string
  readonly hostname: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** Start time as the system tells it; with the pid it names one process for good. */
  readonly startedAt: string
  /** Is that very process running? `startedAt` undefined: any process with the pid. */
  isAlive(pid: number, startedAt?: string): boolean
  /** Stopped (SIGSTOP, a debugger): alive, and does nothing. False where the system does not tell (Windows). */
  isSuspended(pid: number): boolean
  env(name: string): string | undefined
}

/** This start of the machine. */
export interface Boot {
  /** Another one after the next start; may also change when the clock is set. */
  readonly id: string
  /** Since then, and the time that the machine slept counts. */
  uptimeMs(): number
}

export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** Lines of UTF-8 text, both ways. */
export interface LineChannel {
  /** @param line without its end. @returns false when the other end is gone */
  send(line: string): boolean
  /** One listener; lines that came before it are kept for it. A line over 8 MiB closes the wire. */
  onLine(listener: (line: string) => void): void
  /** Resolves once, when either end let go; `why` where that is known: what ssh said last, an exit code. */
  readonly closed: Promise<{ readonly code?: number; readonly why?: string }>
  close(): void
}

/** Where a running host is asked: a Unix socket 0600 in the runtime folder, a named pipe on Windows. */
export interface LocalSocket {
  /**
   * @param onWire somebody came; `key` is what they must send in their hello
   * @returns undefined when another live host of this user listens already
   */
  listen(onWire: (wire: LineChannel, key: string) => void): Promise<HostListening | undefined>
  /** @returns undefined when no host listens. @throws AppError HOST_REFUSED when what is there is not this user's */
  connect(): Promise<HostChannel | undefined>
}

export interface HostListening {
  readonly address: string
  /** Nobody new comes in, and another host may listen; the wires that are there stay. */
  close(): Promise<void>
}

/** To the running host. */
export interface HostChannel extends LineChannel {
  /** For the hello: from the 0600 file beside the socket. */
  readonly key: string
}

/** Windows of the person's own terminal program. */
export interface Terminals {
  /**
   * Runs a command where a person sees it and can answer it. Undefined: there is no terminal here that could be opened.
   * @param env what the command needs of our variables, since a terminal may not have them
   */
  open(words: readonly string[], env: Readonly<Record<string, string>>): Promise<OpenTerminal | undefined>
}

export interface OpenTerminal {
  /** "GNOME Terminal" */
  readonly name: string
  /** We run in it ourselves: until the command has ended, it is the command's. */
  readonly isOurs: boolean
  /** The command's exit code, 127 where there is no such command. Never resolves when the window was closed before. */
  readonly ended: Promise<number>
  /** Nobody waits for that any more. What runs there goes on. */
  leave(): Promise<void>
}

/** Commands of the person's, in the background. */
export interface Commands {
  /** A program that speaks in lines, until either side lets go. @param words the command, its arguments */
  converse(words: readonly string[]): LineChannel
  /** Without a shell. Never throws: what could not be done is told in the end. @param words the command, its arguments */
  run(words: readonly string[], options: CommandOptions): Promise<CommandEnd>
}

export interface CommandOptions {
  /** For its standard input. */
  readonly input: string
  /** Its standard input stays open until this stands in its output; absent: it ends at once. */
  readonly inputEndsAfter?: string
  /** It stays open until this is aborted. */
  readonly inputEndsOn?: AbortSignal
  /** Beside the variables of our own: what others must not read goes here, and never into the words. */
  readonly env?: Readonly<Record<string, string>>
  /** Then it is ended, with all it started, milliseconds. */
  readonly timeoutMs: number
  /** Of its output; the rest is dropped. */
  readonly mostBytes: number
  readonly signal?: AbortSignal
}

export interface CommandEnd {
  readonly code?: number
  /** What ended it. */
  readonly signal?: string
  /** Standard output and standard error, as they came. */
  readonly output: string
  /** Standard output alone; absent when it never ran. */
  readonly printed?: string
  /** It was not there, or had to be ended: "is not there", "was stopped after 30 s". */
  readonly why?: string
}

/** The commands of this machine, and ours as other programs start it. */
export interface Programs {
  /** The whole path of what a shell of the person's would start; undefined where there is no such command. */
  find(command: string): string | undefined
  /** The words that start our command line from any program; undefined where nothing would. */
  readonly own: readonly string[] | undefined
  /** The folder of the person's own commands, which may not be there yet. */
  readonly bin: string
}

/** The user's own OpenSSH, with their configuration, agent, known hosts and jump hosts. It never asks anything. */
export interface Ssh {
  /**
   * Runs a command there; its standard input and output are the wire.
   * @param destination what a person would type after `ssh`: never begins with a dash
   * @param command one shell command line, for any POSIX shell
   * @param options.forward what comes to `from` here goes to `to` there; where that cannot be, it ends
   */
  open(destination: string, command: string, options?: SshOptions): LineChannel
}

export interface SshOptions {
  readonly forward?: { readonly from: SshEndpoint; readonly to: SshEndpoint }
}

/** A loopback address; IPv6 in brackets. */
export interface SshEndpoint {
  readonly host: string
  readonly port: number
}

/** Absolute paths. */
export interface Paths {
  readonly config: string // config.json
  readonly vault: string // vault.json
  readonly history: string // folder
  readonly journal: string // folder
  readonly locks: string // folder
  readonly state: string // folder
  /** Folder for successors that the journal's disk does not take: in memory where the system has such a place. */
  readonly refuge: string
  readonly userHome: string
}

export interface Ports {
  readonly clock: Clock
  readonly http: Http
  readonly files: Files
  readonly databases: Databases
  readonly lock: Lock
  readonly keyring: Keyring
  readonly keychain: Keychain
  readonly listener: Listener
  readonly browser: Browser
  readonly random: Random
  readonly process: Process
  readonly log: Log
  readonly socket: LocalSocket
  readonly localHttp: LocalHttp
  readonly sessionBus: SessionBus
  readonly ssh: Ssh
  readonly commands: Commands
  readonly terminals: Terminals
  readonly registers: Registers
  readonly boot: Boot
  readonly programs: Programs
  readonly paths: Paths
}
