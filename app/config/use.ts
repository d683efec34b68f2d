/** What a login is for: a git host, a registry, a mailbox. Which of several uses is meant, where a program asks. Pure. */
import { expandHome } from '../base/path.ts'
import { isLoopback } from '../oauth/endpoint-url.ts'

/** By its first word, how what follows is read. */
const KINDS = {
  /** `git https://[USER@]HOST/PATH`: what lies there. */
  git: 'url',
  /** `registry HOST[/PATH]`: images, crates, packages, modules. */
  registry: 'host',
  /** `mail HOST USER` */
  mail: 'mailbox',
  /** `cluster NAME`, as the kubeconfig calls it. */
  cluster: 'name',
  /** `aws PROFILE` */
  aws: 'name',
  /** `mcp URL`: the server. */
  mcp: 'url',
  /** `audience X`: an API, by its address or by any name. */
  audience: 'name-or-url',
} as const

export type UseKind = keyof typeof KINDS
export const USE_KINDS = Object.keys(KINDS) as readonly UseKind[]

/** A place and what lies below it. */
export interface Use {
  readonly kind: UseKind
  /** "https://git.example.test", "registry.example.test:5000", "production" */
  readonly place: string
  /** The steps of the path below it. */
  readonly path: readonly string[]
  readonly user?: string
  /** Only for what is asked in a git repository with such a remote: its host, and the steps of a path. */
  readonly remote?: readonly string[]
  /** Only for what is asked in this folder, or below it: as written, `~` included. */
  readonly below?: string
}

/** What a program asks a token for. */
export interface Wanted extends Omit<Use, 'below' | 'remote'> {
  /** Where it works. */
  readonly folder?: string
  /** Those of the repository it works in. */
  readonly remotes?: readonly (readonly string[])[]
}

/** How a use is written: "git https://git.example.test/team below ~/work". @returns what is wrong with it, for what is none */
export function parseUse(text: string): Use | string {
  const [, what = '', where, below] = WRITTEN.exec(text) ?? []
  const [kind = '', ...words] = what.trim().split(/\s+/)
  if (!isKind(kind)) return `"${kind}" is not a use: ${USE_KINDS.join(', ')}`
  if (below !== undefined && !isWholePath(below)) return `"${below}" must be a whole path, or begin with ~/`
  const remote = where === undefined ? undefined : remoteSteps(where)
  if (where !== undefined && !remote) return `"${where}" is no address of a git repository`
  const wanted = wantedFor(kind, words)
  if (typeof wanted === 'string') return wanted
  return { ...wanted, ...(remote ? { remote } : {}), ...(below === undefined ? {} : { below }) }
}

const WRITTEN = /^(.*?)(?:\s+remote\s+(\S+))?(?:\s+below\s+(\S.*?))?\s*$/s

/** "git@git.example.test:team/tools.git" and "https://git.example.test/team/tools" are one place. @returns undefined for a folder, which is no place on the net */
export function remoteSteps(address: string): readonly string[] | undefined {
  const scp = /^(?:[^/@]+@)?([^/:@]+):(?!\/\/)(.*)$/.exec(address)
  const url = /^(?:\w+:\/\/)?(?:[^/@]*@)?([^/:@]+)(?::\d+)?(?:\/(.*))?$/.exec(address)
  const [, host = '', path = ''] = (/^\w:[\\/]/.test(address) ? undefined : (scp ?? url)) ?? []
  if (!/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(host)) return undefined
  const steps = path.replace(/\.git\/*$/, '').split('/')
  return [host.toLowerCase(), ...steps.filter((step) => step !== '')]
}

/** From the words of a program or a person. @returns what is wrong with them */
export function wantedFor(kind: UseKind, words: readonly string[]): Wanted | string {
  const [first = '', second, ...more] = words
  const shape = KINDS[kind]
  const most = shape === 'mailbox' ? 2 : 1
  if (first === '' || words.length > most || more.length > 0) return `write it as: ${usageOf(kind)}`
  if (shape === 'mailbox') {
    if (!second) return `write it as: ${usageOf(kind)}`
    return { kind, place: first.toLowerCase(), path: [], user: second }
  }
  if (shape === 'name' || (shape === 'name-or-url' && !first.includes('://')))
    return { kind, place: first, path: [] }
  // A registry is asked for with and without a scheme; cargo puts its own before that.
  const address = shape === 'host' ? `https://${first.replace(/^(\w+\+)?\w*:?\/\//, '')}` : first
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url?.host) return `write it as: ${usageOf(kind)}`
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    return `"${first}" is no https address: a token would go there in clear`
  return {
    kind,
    place: shape === 'host' ? url.host : url.origin,
    // git asks with and without the ending.
    path: url.pathname
      .replace(/\.git$/, '')
      .split('/')
      .filter((step) => step !== ''),
    ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
  }
}

export function usageOf(kind: UseKind): string {
  const values = {
    url: 'https://HOST/PATH',
    host: 'HOST',
    mailbox: 'HOST USER',
    name: 'NAME',
    'name-or-url': 'NAME',
  }
  return `${kind} ${values[KINDS[kind]]}`
}

/** As a person wrote it, or would have. */
export function textOfUse({ kind, place, path, user, remote, below }: Use): string {
  const mailbox = KINDS[kind] === 'mailbox'
  const at =
    mailbox || user === undefined ? place : place.replace(/^(\w+:\/\/)?/, `$1${encodeURIComponent(user)}@`)
  const whole = [at, ...path].join('/')
  return [
    kind,
    whole,
    ...(mailbox && user !== undefined ? [user] : []),
    ...(remote ? ['remote', remote.join('/')] : []),
    ...(below ? ['below', below] : []),
  ].join(' ')
}

export interface UseOf {
  readonly login: string
  readonly use: Use
}

/**
 * Whose uses fit. A use that says more than another (a longer path, a folder, a user) counts before it; more than one
 * login is left where neither of two says more.
 * @param home what `~` stands for
 */
export function fitting(all: readonly UseOf[], wanted: Wanted, home: string): readonly UseOf[] {
  const fits = all.filter(({ use }) => isFor(use, wanted, home))
  return fits.filter(
    ({ use, login }) => !fits.some((other) => other.login !== login && saysMore(other.use, use, home)),
  )
}

function isFor(use: Use, wanted: Wanted, home: string): boolean {
  if (use.kind !== wanted.kind || use.place !== wanted.place) return false
  if (!startsWith(wanted.path, use.path)) return false
  if (KINDS[use.kind] === 'mailbox' ? use.user !== wanted.user : isOther(use.user, wanted.user)) return false
  const { remote } = use
  if (remote && !wanted.remotes?.some((one) => startsWith(one, remote))) return false
  if (use.below === undefined) return true
  return wanted.folder !== undefined && startsWith(stepsOf(wanted.folder, home), stepsOf(use.below, home))
}

/** Whoever asks for nobody in particular takes whom the use names. */
function isOther(user: string | undefined, wanted: string | undefined): boolean {
  return user !== undefined && wanted !== undefined && user !== wanted
}

function saysMore(a: Use, b: Use, home: string): boolean {
  return isWithin(a, b, home) && !isWithin(b, a, home)
}

function isWithin(inner: Use, outer: Use, home: string): boolean {
  const folders = outer.below === undefined ? [] : stepsOf(outer.below, home)
  return (
    startsWith(inner.path, outer.path) &&
    startsWith(inner.remote ?? [], outer.remote ?? []) &&
    startsWith(inner.below === undefined ? [] : stepsOf(inner.below, home), folders) &&
    (outer.user === undefined || outer.user === inner.user)
  )
}

function startsWith(whole: readonly string[], part: readonly string[]): boolean {
  return part.every((step, at) => whole[at] === step)
}

/** Windows spells one folder in many ways. */
function stepsOf(folder: string, home: string): readonly string[] {
  const whole = expandHome(folder, home)
  const isWindows = /^[a-z]:[\\/]/i.test(whole)
  const steps = whole.split(isWindows ? /[\\/]+/ : /\/+/).filter((step) => step !== '' && step !== '.')
  return isWindows ? steps.map((step) => step.toLowerCase()) : steps
}

function isWholePath(folder: string): boolean {
  return /^(~($|[\\/])|\/|[a-z]:[\\/])/i.test(folder)
}

function isKind(word: string): word is UseKind {
  return Object.hasOwn(KINDS, word)
}
