/** What each request may carry. Arguments arrive as `unknown`; only what parses goes on. */
import { z } from 'zod'
import { HOOK_NAMES } from '../../app/config/hooks.ts'
import type { RequestName, Requests } from '../../app/contract/channels.ts'
import { CLIENT_GRANTS } from '../../app/model/credential.ts'
import { CLIENT_AUTHENTICATIONS } from '../../app/model/provider.ts'
import { fleetFounding, machineName } from './fleet-arguments.ts'

const id = z.string().min(1).max(512)
const address = z.string().min(1).max(8192) // authorization codes are long, pages are longer
const path = z.string().min(1).max(4096)
/** As a person reads it: what a terminal obeys has no place in a clipboard. The longest is a support bundle. */
const copied = z
  .string()
  .min(1)
  .max(200_000)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*(?:[\n\t][^\p{Cc}\u202a-\u202e\u2066-\u2069]*)*$/u)
const passphrase = z.string().max(1000)
const secret = z.string().min(1).max(20_000) // a private key of 16,384 bits has 12,700 characters
const moment = z.number().min(0).max(8.64e15)
const recipient = z.string().max(8192) // an RSA key of 16,384 bits has 2,800 characters

const port = z.int().min(0).max(65_535)
const params = z.record(z.string().max(1000), z.string().max(4096)) // of a provider; the configuration says which

const historyQuery = z.strictObject({
  profileId: id.exactOptional(),
  sinceMs: z.number().min(0).exactOptional(),
  limit: z.int().min(1).max(10_000).exactOptional(),
})

const hasSome = (value: object): boolean => Object.keys(value).length > 0

const providerInput = z
  .strictObject({
    id,
    name: z.string().max(200).exactOptional(),
    issuer: address.exactOptional(),
    authorizationEndpoint: address.exactOptional(),
    tokenEndpoint: address.exactOptional(),
    deviceAuthorizationEndpoint: address.exactOptional(),
    clientId: z.string().max(1000).exactOptional(),
    scopes: z.array(z.string().min(1).max(1000)).max(200).exactOptional(),
    leadSeconds: z.number().min(0).exactOptional(),
    refreshEncoding: z.enum(['form', 'json']).exactOptional(),
    refreshScope: z.enum(['stored', 'always']).exactOptional(),
    revocationEndpoint: address.exactOptional(),
    clientSecretEnv: z.string().max(200).exactOptional(),
    clientAuthentication: z.enum(CLIENT_AUTHENTICATIONS).exactOptional(),
    grant: z.enum(CLIENT_GRANTS).exactOptional(),
    assertionClaims: params.exactOptional(),
    assertionIn: z.enum(['body', 'header']).exactOptional(),
    clientKeyId: z.string().max(1000).exactOptional(),
    clientAssertionAudience: z.string().max(1000).exactOptional(),
    dpop: z.boolean().exactOptional(),
    requestObject: z.boolean().exactOptional(),
    tokenExchange: z.boolean().exactOptional(),
    pushedAuthorization: z.boolean().exactOptional(),
    pushedAuthorizationEndpoint: address.exactOptional(),
    redirect: z
      .union([
        z.strictObject({
          host: z.enum(['127.0.0.1', 'localhost', '[::1]']),
          port: z.union([port, z.array(port).min(1).max(100)]),
          path: z.string().max(1000),
        }),
        z.strictObject({ address }),
      ])
      .exactOptional(),
    authorizationParams: params.exactOptional(),
    tokenParams: params.exactOptional(),
    refreshParams: params.exactOptional(),
    responseMembers: params.exactOptional(),
    errorWords: params.exactOptional(),
    rotation: z.enum(['always', 'never', 'unknown']).exactOptional(),
    grantLifeDays: z.number().positive().exactOptional(),
    idleLimitDays: z.number().positive().exactOptional(),
  })
  .refine(({ issuer, tokenEndpoint }) => issuer !== undefined || tokenEndpoint !== undefined)

const providerEdit = z.strictObject({
  id,
  name: z.string().min(1).max(200).exactOptional(),
  issuer: address.exactOptional(),
  authorizationEndpoint: address.exactOptional(),
  tokenEndpoint: address.exactOptional(),
  deviceAuthorizationEndpoint: address.exactOptional(),
  clientId: z.string().min(1).max(1000).exactOptional(),
  scopes: z.array(z.string().min(1).max(1000)).max(200).exactOptional(),
})

const catalogueAnswers = z.strictObject({
  id: id.exactOptional(),
  clientId: z.string().max(1000).exactOptional(),
  clientSecretEnv: z.string().max(200).exactOptional(),
  secretInVault: z.boolean().exactOptional(),
  scopes: z.array(z.string().min(1).max(1000)).max(200).exactOptional(),
  redirectAddress: address.exactOptional(),
  blanks: z.record(z.string().max(100), z.string().max(1000)).exactOptional(),
})

/** Without the commands that rotate a key: what runs is said in config.json, and never by a page. */
const keyInput = z.strictObject({
  id,
  kind: z.enum(['api-key', 'token']).exactOptional(),
  expiresAtMs: moment.exactOptional(),
  rules: z
    .strictObject({
      rotateEveryDays: z.number().min(1).max(36_500).exactOptional(),
      rotateOn: z.string().max(10).exactOptional(),
    })
    .exactOptional(),
})

const loginRequest = z
  .strictObject({
    profileId: id.exactOptional(),
    providerId: id.exactOptional(),
    method: z.enum(['browser', 'device']).exactOptional(),
  })
  .refine(({ profileId, providerId }) => profileId !== undefined || providerId !== undefined)

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const settingsChange = z
  .strictObject({
    leadSeconds: z.number().min(0).max(86_400).nullable().exactOptional(),
    maxConcurrent: z.int().min(1).max(64).exactOptional(),
    notifications: z
      .strictObject({
        grantEndsHours: z.array(z.number().positive()).max(20).exactOptional(),
        quietHours: z.strictObject({ from: clockTime, to: clockTime }).nullable().exactOptional(),
        mutedProfiles: z.array(id).max(10_000).exactOptional(),
      })
      .refine(hasSome)
      .exactOptional(),
    theme: z.enum(['system', 'light', 'dark']).exactOptional(),
    language: z.enum(['system', 'en', 'de', 'zh']).exactOptional(),
    tray: z.enum(['popover', 'menu']).exactOptional(),
    startAtLogin: z.boolean().exactOptional(),
    checkForUpdates: z.boolean().exactOptional(),
    consent: z
      .strictObject({ all: z.boolean().exactOptional(), logins: z.array(id).max(10_000).exactOptional() })
      .refine(hasSome)
      .exactOptional(),
    withholdWhileLocked: z.boolean().exactOptional(),
    metricsPort: z.number().int().min(1).max(65_535).nullable().exactOptional(),
    welcomed: z.boolean().exactOptional(),
    programs: z
      .record(z.string().regex(/^[\w.-]{1,100}$/), z.boolean())
      .refine(hasSome)
      .exactOptional(),
  })
  .refine(hasSome)

const navigation = z.strictObject({
  screen: z.enum(['logins', 'programs', 'history', 'import', 'nodes', 'settings']),
  profileId: id.exactOptional(),
  problemId: z.string().min(1).max(8192).exactOptional(), // a sentence with a path in it
})

const exportRequest = z.strictObject({
  profileIds: z.array(id).min(1).max(10_000),
  protection: z.union([
    z.strictObject({ passphrase }),
    z.strictObject({ recipients: z.array(recipient).max(1000) }),
  ]),
  withForks: z.boolean(),
})

const hookName = z.enum(HOOK_NAMES)
/** One word of a command, as a person reads it before they agree to it. */
const word = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u)
const findingId = z.string().min(1).max(4200) // a path, and what is wrong with it

/** The agent becomes an argument of OpenClaw's command, so it cannot be a flag. */
const sinkRequest = z.strictObject({ login: id, agent: z.string().regex(/^\w[\w.-]{0,99}$/) })

const connectRequest = z.strictObject({
  consumer: id,
  login: id,
  answers: z.array(z.string().max(2000)).max(8),
})

const doorRequest = z.strictObject({
  name: z.string().min(1).max(64),
  logins: z.array(id).min(1).max(1000),
  forMs: z.number().positive().max(3_153_600_000_000).exactOptional(), // a hundred years
  port: z.int().min(1).max(65_535).exactOptional(),
})

const choices = z
  .array(
    z.strictObject({
      profileId: id,
      way: z.enum(['move', 'borrow', 'sign-in', 'copy']),
      endpoint: address.exactOptional(),
    }),
  )
  .min(1)
  .max(1000)

export const requestArguments: { readonly [N in RequestName]: z.ZodType<Parameters<Requests[N]>> } = {
  'overview:get': z.tuple([]),
  'overview:look': z.tuple([]),
  'popover:get': z.tuple([]),
  'popover:fit': z.tuple([z.int().min(40).max(4000)]),
  'popover:hide': z.tuple([]),
  'window:open': z.tuple([navigation.optional()]),
  'demo:show': z.tuple([]),
  'restart:check': z.tuple([]),
  'token:copy': z.tuple([id]),
  'profile:refresh': z.tuple([id]),
  'profile:repair': z.tuple([id]),
  'profile:rename': z.tuple([id, z.string().min(1).max(200).optional()]),
  'profile:forget': z.tuple([id]),
  'profile:sign-out-plan': z.tuple([id]),
  'profile:sign-out': z.tuple([id]),
  'profile:take-back': z.tuple([id]),
  'profile:locks': z.tuple([id]),
  'profile:remove-lock': z.tuple([id, path, id]),
  'refresh:due': z.tuple([]),
  'schedule:pause': z.tuple([moment.optional()]),
  'schedule:resume': z.tuple([]),
  'owners:get': z.tuple([]),
  'settings:get': z.tuple([]),
  'settings:set': z.tuple([settingsChange]),
  'hook:set': z.tuple([hookName, z.array(word).min(1).max(100)]),
  'hook:remove': z.tuple([hookName]),
  'hook:undo': z.tuple([hookName]),
  'hook:try': z.tuple([hookName]),
  'security:get': z.tuple([]),
  'security:mend': z.tuple([findingId]),
  'security:undo': z.tuple([findingId]),
  'openclaw:get': z.tuple([]),
  'openclaw:plan': z.tuple([sinkRequest]),
  'openclaw:use': z.tuple([sinkRequest]),
  'openclaw:end': z.tuple([sinkRequest]),
  'history:get': z.tuple([historyQuery]),
  'history:races': z.tuple([historyQuery]),
  'providers:list': z.tuple([]),
  'provider:add': z.tuple([providerInput, secret.optional()]),
  'provider:edit': z.tuple([id]),
  'provider:change': z.tuple([providerEdit]),
  'provider:add-mcp': z.tuple([address, z.string().min(1).max(1000).optional()]),
  'catalogue:search': z.tuple([z.string().max(200).optional()]),
  'catalogue:entry': z.tuple([id, catalogueAnswers.optional()]),
  'catalogue:open-page': z.tuple([id, catalogueAnswers.optional()]),
  'key:add': z.tuple([keyInput, secret]),
  'key:replace': z.tuple([id, secret, moment.optional()]),
  'login:start': z.tuple([loginRequest]),
  'login:paste': z.tuple([id, address]),
  'login:cancel': z.tuple([id]),
  'login:open-browser': z.tuple([id]),
  'import:choose': z.tuple([]),
  'import:plan': z.tuple([path, passphrase.optional(), path.optional()]),
  'import:choose-identity': z.tuple([]),
  'import:apply': z.tuple([id, z.array(id).max(10_000)]),
  'import:undo': z.tuple([id]),
  'imports:get': z.tuple([]),
  'export:choices': z.tuple([]),
  'export:save': z.tuple([exportRequest]),
  'history:export': z.tuple([z.enum(['csv', 'json']), historyQuery]),
  'support:preview': z.tuple([]),
  'support:save': z.tuple([]),
  'about:get': z.tuple([]),
  'command:install': z.tuple([]),
  'logins:get': z.tuple([]),
  'path:reveal': z.tuple([path]),
  'clipboard:write': z.tuple([copied]),
  'programs:get': z.tuple([]),
  'program:plan': z.tuple([connectRequest]),
  'program:connect': z.tuple([connectRequest, id]),
  'program:prove': z.tuple([id]),
  'program:disconnect': z.tuple([id]),
  'program:withhold': z.tuple([id, id, z.boolean()]),
  'doors:get': z.tuple([]),
  'door:add': z.tuple([doorRequest]),
  'door:remove': z.tuple([z.string().min(1).max(64)]),
  'nodes:get': z.tuple([]),
  'node:add': z.tuple([id, z.string().max(200).optional()]),
  'node:remove': z.tuple([id]),
  'node:look': z.tuple([id]),
  'node:trust': z.tuple([id]),
  'node:bring': z.tuple([id, choices]),
  'node:send': z.tuple([id, choices]),
  'questions:get': z.tuple([]),
  'question:answer': z.tuple([id, z.enum(['once', 'hour', 'always', 'never'])]),
  'consent:take-back': z.tuple([z.strictObject({ name: id, isKnown: z.boolean() }), id]),
  'node:take-over': z.tuple([id]),
  'fleet:get': z.tuple([]),
  'fleet:found': z.tuple([fleetFounding]),
  'fleet:invite': z.tuple([z.enum(['keeper', 'reader'])]),
  'fleet:join': z.tuple([z.string().max(16_384), machineName.optional()]),
  'fleet:stop': z.tuple([]),
  'fleet:share': z.tuple([id]),
  'fleet:take-out': z.tuple([id]),
  'fleet:remove': z.tuple([id]),
  'fleet:confirm-restore': z.tuple([]),
  'fleet:leave': z.tuple([z.boolean()]),
}
