/** What config.json may say. Pure: text in, settings out. Unknown keys are carried along, and named to the person. */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import { isAbsolute } from '../base/path.ts'
import type { SettingsChange } from '../contract/views.ts'
import { CLIENT_GRANTS } from '../model/credential.ts'
import type { KeyRules } from '../model/key-rules.ts'
import { CLIENT_AUTHENTICATIONS, ERROR_MEANINGS, isInTls, RESPONSE_MEMBERS } from '../model/provider.ts'
import { isSafeEndpoint } from '../oauth/endpoint-url.ts'
import type { ConsumerRules } from './consumer-rules.ts'
import { HOOK_NAMES, type HookCommands, type HookName } from './hooks.ts'
import { IN_WORDS } from './issue-words.ts'
import { type KeptFile, keptFileShape } from './kept-file.ts'
import { type ProgramSettings, programs } from './program-settings.ts'
import { type PersonalSettings, settingsShape, withChange } from './settings.ts'
import { ANY, inWords, type KnownFields, type UnknownField, unknownFields } from './unknown-fields.ts'
import { parseUse, textOfUse, type Use } from './use.ts'
import { NAME, words } from './words.ts'

const endpoint = z.string().refine(isSafeEndpoint, {
  error: 'must be an https address (plain http is allowed on 127.0.0.1, ::1 and localhost only)',
})
const DAY_SECONDS = 24 * 60 * 60
const MOST_DAYS = 36_500
const params = z.record(words, z.string())

function wholePath(error: string) {
  return z.string().refine((path) => isAbsolute(path) || path.startsWith('~/'), { error })
}

const port = z.int().min(0).max(65_535)

/** RFC 6749 §3.1.2. An address elsewhere may be a name for one, as eBay has it. */
const redirect = z.union(
  [
    z.strictObject({
      host: z.enum(['127.0.0.1', 'localhost', '[::1]']),
      port: z.union([port, z.array(port).min(1)]),
      path: z.string().regex(/^\/[^?#\s]*$/),
    }),
    z.strictObject({ address: z.string().regex(/^(?!http:)[\x21-\x7E]+$/i) }),
  ],
  {
    error:
      'must have a host (127.0.0.1, localhost or [::1]), a port (0 for any) or a list of ports, and a path ("/callback"), or an https address alone',
  },
)

const provider = z
  .looseObject({
    name: words.optional(),
    issuer: endpoint.optional(),
    authorizationEndpoint: endpoint.optional(),
    tokenEndpoint: endpoint.optional(),
    deviceAuthorizationEndpoint: endpoint.optional(),
    clientId: words.optional(),
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/, { error: 'must be one scope, without spaces' }))
      .optional(),
    leadSeconds: z.number().min(0).max(DAY_SECONDS).optional(),
    refreshEncoding: z.enum(['form', 'json'], { error: 'must be "form" or "json"' }).optional(),
    /** The machine it came from, with logins: it serves those alone. */
    from: words.optional(),
    refreshScope: z.enum(['stored', 'always'], { error: 'must be "stored" or "always"' }).optional(),
    responseMembers: z.partialRecord(z.enum(RESPONSE_MEMBERS), words).optional(),
    errorWords: z.record(words, z.enum(ERROR_MEANINGS)).optional(),
    revocationEndpoint: endpoint.optional(),
    clientSecretEnv: z
      .string()
      .regex(/^[A-Za-z_]\w*$/, {
        error: 'must be the name of an environment variable, not the secret itself',
      })
      .optional(),
    clientAuthentication: z
      .enum(CLIENT_AUTHENTICATIONS, { error: `must be one of ${CLIENT_AUTHENTICATIONS.join(', ')}` })
      .optional(),
    grant: z.enum(CLIENT_GRANTS, { error: `must be one of ${CLIENT_GRANTS.join(', ')}` }).optional(),
    assertionClaims: params.optional(),
    assertionIn: z.enum(['body', 'header'], { error: 'must be "body" or "header"' }).optional(),
    clientSecretFile: wholePath('must be a whole path, not the secret itself').optional(),
    clientCertificateFile: wholePath('must be a whole path, not the certificate itself').optional(),
    clientSecretCommand: z.array(words).min(1).optional(),
    clientKeyId: words.optional(),
    clientAssertionAudience: words.optional(),
    dpop: z.boolean().optional(),
    requestObject: z.boolean().optional(),
    tokenExchange: z.boolean().optional(),
    pushedAuthorization: z.boolean().optional(),
    pushedAuthorizationEndpoint: endpoint.optional(),
    redirect: redirect.optional(),
    authorizationParams: params.optional(),
    tokenParams: params.optional(),
    refreshParams: params.optional(),
    rotation: z
      .enum(['always', 'never', 'unknown'], { error: 'must be "always", "never" or "unknown"' })
      .optional(),
    grantLifeDays: z.number().positive().max(MOST_DAYS).optional(),
    idleLimitDays: z.number().positive().max(MOST_DAYS).optional(),
  })
  .refine(
    ({ clientCertificateFile, clientAuthentication: method }) =>
      clientCertificateFile === undefined || method === undefined || isInTls(method),
    {
      path: ['clientCertificateFile'],
      error:
        'is shown with tls_client_auth or self_signed_tls_client_auth, and clientAuthentication is another',
    },
  )

const NOT_AN_ID = 'is not a provider id: use letters, digits, ".", "-", "_"'
const providerId = z.string().regex(NAME, { error: NOT_AN_ID })

/** Another machine of the person's. */
const node = z.looseObject({
  /** What is typed after `ssh`. */
  destination: words,
  name: words.optional(),
  /** The installation there that a person has trusted, by its id: it is told who asks. */
  machine: words.optional(),
  /** How Lamplighter is started there, where it is not found by itself: "/opt/node/bin/node /opt/lamplighter/lamplighter.cjs". */
  command: words.optional(),
})

const keptFile = z.looseObject(keptFileShape)

const use = z.string().transform((text, context): Use => {
  const parsed = parseUse(text)
  if (typeof parsed !== 'string') return parsed
  context.addIssue({ code: 'custom', message: parsed })
  return z.NEVER
})

/** How an API key in the vault is rotated. */
const key = z.looseObject({
  rotateEveryDays: z.number().min(1).max(MOST_DAYS).optional(),
  rotateOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day like "2027-03-01"' })
    .optional(),
  rotateCommand: z.array(words).min(1).optional(),
  probeCommand: z.array(words).min(1).optional(),
})

const file = z.looseObject({
  programs: programs.optional(),
  providers: z.record(providerId, provider).optional(),
  nodes: z.array(node).optional(),
  consumers: z
    .looseObject({
      approve: z.array(words).optional(),
      approved: z.record(z.string(), z.array(words)).optional(),
      withheld: z.record(z.string(), z.array(words)).optional(),
    })
    .optional(),
  hooks: z
    .strictObject(Object.fromEntries(HOOK_NAMES.map((name) => [name, z.array(words).min(1).optional()])))
    .optional(),
  services: z.record(z.string(), z.array(words).min(1)).optional(),
  uses: z.record(words, z.array(use)).optional(),
  keptFiles: z.array(keptFile).optional(),
  names: z.record(z.string(), words).optional(),
  keys: z.record(z.string(), key).optional(),
  ...settingsShape,
})

/** The names of all that is read of it. */
const KNOWN: KnownFields = {
  ...namesOf(file.shape),
  $schema: true,
  programs: true, // strict by itself
  providers: { [ANY]: namesOf(provider.shape) },
  nodes: namesOf(node.shape),
  keys: { [ANY]: namesOf(key.shape) },
  consumers: { approve: true, approved: true, withheld: true },
  keptFiles: namesOf(keptFile.shape),
  consent: namesOf(settingsShape.consent.unwrap().shape),
  notifications: {
    ...namesOf(settingsShape.notifications.unwrap().shape),
    quietHours: { from: true, to: true },
  },
}

function namesOf(shape: object): KnownFields {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, true]))
}

/** What the text says that nobody reads. @throws AppError CONFIG_INVALID */
export function unknownIn(text: string, path: string): readonly UnknownField[] {
  return unknownFields(parseDocument(text, path), KNOWN)
}

/** Every field of a provider, by its name. */
export const PROVIDER_FIELDS = Object.keys(provider.shape)

export type ProviderSettings = Readonly<z.infer<typeof provider>>

export type NodeSettings = Readonly<z.infer<typeof node>>

export interface Settings extends PersonalSettings {
  /** Other machines, in the order they were added. */
  readonly nodes?: readonly NodeSettings[] | undefined
  /** Fields that mean nothing to us: "providers.acme.clientID is not understood; …". */
  readonly notUnderstood?: readonly string[]
  /** By id as written; what is absent is not overridden. */
  readonly providers: Readonly<Record<string, ProviderSettings>>
  /** Commands to run when something happened to a login. */
  readonly hooks?: HookCommands | undefined
  /** By name: what a known program may do, where an unknown one keeps its tokens. */
  readonly programs?: Readonly<Record<string, ProgramSettings>> | undefined
  /** By the name of a service: the logins it uses, for `lamplighter check --service`. */
  readonly services?: Readonly<Record<string, readonly string[]>> | undefined
  /** By any name of a login: what it is for. */
  readonly uses?: Readonly<Record<string, readonly Use[]>> | undefined
  readonly keptFiles?: readonly KeptFile[] | undefined
  /** What a person calls their logins, by id. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** How API keys are rotated, by the profile's id. */
  readonly keys?: Readonly<Record<string, KeyRules>> | undefined
  /** Which programs may have which tokens over the socket. */
  readonly consumers?: ConsumerRules | undefined
}

export const DEFAULT_SETTINGS: Settings = { providers: {} }

/** Read once, at a start: the code that zod would write for the next time takes longer than it saves. */
const ONCE = { ...IN_WORDS, jitless: true }

/** @throws AppError CONFIG_INVALID, naming the file, the place in it and what is expected there */
export function parseSettings(text: string, path: string): Settings {
  const checked = file.safeParse(parseDocument(text, path), ONCE)
  if (!checked.success) throw invalid(path, checked.error)
  const notUnderstood = unknownIn(text, path).map(inWords)
  return {
    ...checked.data,
    providers: checked.data.providers ?? {},
    ...(notUnderstood.length === 0 ? {} : { notUnderstood }),
  }
}

/** The text with a person's settings changed; everything else stays. @throws AppError CONFIG_INVALID */
export function withSettings(text: string, path: string, change: SettingsChange): string {
  return printChecked(withChange(parseDocument(text, path), change), path)
}

/** The text with one provider added or changed, what is undefined taken out; everything else stays. @throws AppError CONFIG_INVALID */
export function withProvider(text: string, path: string, id: string, settings: ProviderSettings): string {
  // "__proto__" would pass through a record unseen, so the id is checked by itself.
  if (!NAME.test(id)) throw new AppError('CONFIG_INVALID', `"${id}" ${NOT_AN_ID}.`)
  const [unknown] = unknownFields(settings, namesOf(provider.shape), `providers.${id}.`)
  if (unknown)
    throw new AppError('CONFIG_INVALID', `${inWords(unknown)}.`, {
      hint: `Known are: ${Object.keys(provider.shape).join(', ')}.`,
    })
  const document = parseDocument(text, path)
  const providers = isObject(document.providers) ? document.providers : {}
  const before = Object.hasOwn(providers, id) && isObject(providers[id]) ? providers[id] : {}
  return printChecked({ ...document, providers: { ...providers, [id]: { ...before, ...settings } } }, path)
}

/** Whether config.json would take it, with an error that names the field. @throws AppError CONFIG_INVALID */
export function checkProvider(id: string, settings: ProviderSettings): void {
  if (!NAME.test(id)) throw new AppError('CONFIG_INVALID', `"${id}" ${NOT_AN_ID}.`, { field: 'id' })
  const checked = provider.safeParse(settings)
  if (checked.success) return
  const [issue] = checked.error.issues
  const [field = 'id', ...within] = issue?.path.map(String) ?? []
  const where = [field, ...within].join('.')
  throw new AppError('CONFIG_INVALID', `The ${where} of "${id}" ${issue?.message ?? 'is not understood'}.`, {
    field,
  })
}

/** The text without one provider; everything else stays. */
export function withoutProvider(text: string, path: string, id: string): string {
  const document = parseDocument(text, path)
  return printChecked({ ...document, providers: without(document['providers'], id) }, path)
}

/** The text with a login called something else, or (undefined) by its account again. @throws AppError CONFIG_INVALID */
export function withName(text: string, path: string, profileId: string, name: string | undefined): string {
  const document = parseDocument(text, path)
  const others = without(document['names'], profileId)
  return printChecked(
    { ...document, names: name === undefined ? others : { ...others, [profileId]: name } },
    path,
  )
}

/** The text with an API key's rules, or (undefined) without. @throws AppError CONFIG_INVALID */
export function withKey(text: string, path: string, profileId: string, rules: KeyRules | undefined): string {
  const document = parseDocument(text, path)
  const others = without(document['keys'], profileId)
  return printChecked(
    { ...document, keys: rules === undefined ? others : { ...others, [profileId]: rules } },
    path,
  )
}

/** The text with the command of a hook, or (undefined) without. @throws AppError CONFIG_INVALID */
export function withHook(
  text: string,
  path: string,
  hook: HookName,
  command: readonly string[] | undefined,
): string {
  const document = parseDocument(text, path)
  const others = without(document['hooks'], hook)
  return printChecked(
    { ...document, hooks: command === undefined ? others : { ...others, [hook]: command } },
    path,
  )
}

function without(record: unknown, name: string): Record<string, unknown> {
  const entries = isObject(record) ? Object.entries(record) : []
  return Object.fromEntries(entries.filter(([one]) => one !== name))
}

/** The text with one node added or renamed, or (undefined) removed; everything else stays. @throws AppError CONFIG_INVALID */
export function withNode(
  text: string,
  path: string,
  destination: string,
  settings: Omit<NodeSettings, 'destination'> | undefined,
): string {
  const document = parseDocument(text, path)
  const before: readonly unknown[] = Array.isArray(document.nodes) ? document.nodes : []
  const isIt = (one: unknown): boolean => isObject(one) && one.destination === destination
  const known = before.find(isIt)
  const next = settings && { ...(isObject(known) ? known : {}), ...settings, destination }
  const nodes = known
    ? before.flatMap((one) => (isIt(one) ? (next ? [next] : []) : [one]))
    : [...before, ...(next ? [next] : [])]
  return printChecked({ ...document, nodes }, path)
}

/** The text with one use of a login added or (`isWanted` false) removed; everything else stays. @throws AppError CONFIG_INVALID */
export function withUse(text: string, path: string, login: string, use: Use, isWanted: boolean): string {
  const document = parseDocument(text, path)
  const uses = isObject(document.uses) ? document.uses : {}
  const before: readonly unknown[] =
    Object.hasOwn(uses, login) && Array.isArray(uses[login]) ? uses[login] : []
  const written = textOfUse(use)
  const others = before.filter((one) => typeof one !== 'string' || canonical(one) !== written)
  const { [login]: _, ...rest } = uses
  const next = isWanted ? [...others, written] : others
  return printChecked({ ...document, uses: next.length > 0 ? { ...rest, [login]: next } : rest }, path)
}

/** The text with one program given nothing of a login, or (`isWithheld` false) as before. @throws AppError CONFIG_INVALID */
export function withWithheld(
  text: string,
  path: string,
  login: string,
  program: string,
  isWithheld: boolean,
): string {
  const document = parseDocument(text, path)
  const consumers = isObject(document['consumers']) ? document['consumers'] : {}
  const withheld = isObject(consumers['withheld']) ? consumers['withheld'] : {}
  const its: readonly unknown[] =
    Object.hasOwn(withheld, login) && Array.isArray(withheld[login]) ? withheld[login] : []
  const others = its.filter((one) => one !== program)
  const next = isWithheld ? [...others, program] : others
  const rest = without(withheld, login)
  const all = next.length > 0 ? { ...rest, [login]: next } : rest
  return printChecked({ ...document, consumers: { ...consumers, withheld: all } }, path)
}

/** The text with one kept file (or part of one) added, or (`isWanted` false) without it. @throws AppError CONFIG_INVALID */
export function withKeptFile(text: string, path: string, kept: KeptFile, isWanted: boolean): string {
  const { keptFiles, ...document } = parseDocument(text, path)
  const before: readonly unknown[] = Array.isArray(keptFiles) ? keptFiles : []
  const others = before.filter((one) => !isObject(one) || !isSameKept(one, kept))
  const next = isWanted ? [...others, kept] : others
  return printChecked(next.length > 0 ? { ...document, keptFiles: next } : document, path)
}

/** What stands in it for whom; a person may have changed how it is kept. */
function isSameKept(one: Readonly<Record<string, unknown>>, kept: KeptFile): boolean {
  return one['path'] === kept.path && one['login'] === kept.login && one['template'] === kept.template
}

function canonical(text: string): string {
  const parsed = parseUse(text)
  return typeof parsed === 'string' ? text : textOfUse(parsed)
}

function printChecked(document: Readonly<Record<string, unknown>>, path: string): string {
  const checked = file.safeParse(document, IN_WORDS)
  if (!checked.success) throw invalid(path, checked.error, 'Nothing was changed.')
  return `${JSON.stringify(document, null, 2)}\n`
}

function parseDocument(text: string, path: string): Record<string, unknown> {
  const bare = text.replace(/^\uFEFF/, '') // Windows editors put a byte order mark first
  if (bare.trim() === '') return {}
  let document: unknown
  try {
    document = JSON.parse(bare)
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `${path} is not valid JSON.`, { cause, hint: HINT })
  }
  if (!isObject(document))
    throw new AppError('CONFIG_INVALID', `${path} must hold a JSON object.`, { hint: HINT })
  return document
}

const HINT = 'Correct the file; Lamplighter reads it again as soon as it is saved.'

function invalid(path: string, error: z.ZodError, hint = HINT): AppError {
  const issue = error.issues[0]
  const where = issue?.path.map(String).join('.') || 'the top level'
  const nested = issue?.code === 'invalid_key' ? issue.issues[0]?.message : undefined
  return new AppError(
    'CONFIG_INVALID',
    `${path}: ${where}: ${nested ?? issue?.message ?? 'is not understood'}`,
    { hint },
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
