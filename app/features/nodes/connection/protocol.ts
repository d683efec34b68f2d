/** What two Lamplighters ask each other, and the shapes of it. A new member is optional; unknown ones are dropped. */
import { z } from 'zod'
import { isHarmless, shownLine } from '../../../base/outside-text.ts'
import { type Account, isTokenText } from '../../../model/credential.ts'

const account = z.object({
  id: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
}) as unknown as z.ZodType<Account> // JSON has no undefined: absent is absent
/** What is only shown. */
const said = z.string().transform((text) => shownLine(text))
/** What a login is called: of one that is not what it looks like, nothing is known. */
const name = z.string().refine((text) => isHarmless(text))
const kind = z.enum(['oauth', 'token', 'api-key'])

/** Who we are. The key is for comparing: fingerprints under it are what our own journal knows tokens by. */
export const greeting = z.object({
  machine: z.string().min(8),
  hostname: z.string(),
  fingerprintKey: z.string(),
})

/** What is public of a provider: enough to add it to another machine's config.json. */
export const definition = z.object({
  id: z.string(),
  name: z.string().optional(),
  issuer: z.string().optional(),
  authorizationEndpoint: z.string().optional(),
  tokenEndpoint: z.string().optional(),
  deviceAuthorizationEndpoint: z.string().optional(),
  clientId: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  refreshEncoding: z.enum(['form', 'json']).optional(),
  custom: z.boolean(),
  /** What config.json says of it besides, by its names (inventory/definition.ts); its own rules look at the values. */
  settings: z.record(z.string(), z.unknown()).optional(),
})
export type Definition = z.infer<typeof definition>

/** One login of another machine. Nothing in it is secret. */
export const nodeLogin = z.object({
  id: name,
  provider: name,
  providerName: said,
  account,
  label: said,
  kind,
  status: z.looseObject({ kind: z.string() }),
  accessExpiresAtMs: z.number().optional(),
  accessIssuedAtMs: z.number().optional(),
  whereLine: said,
  /** What its entries are called in their files. */
  names: z.array(z.string()),
  hasToken: z.boolean(),
  /** Some program on that machine could send its refresh token. */
  canSpend: z.boolean(),
  /** Lamplighter there may take the refresh token out of the files. */
  canMove: z.boolean(),
  rotation: z.enum(['always', 'never', 'unknown']),
  /** Why it cannot be given away, in a sentence. */
  why: said.optional(),
  /** Its access tokens are lent all the same. */
  lends: z.boolean().optional(),
  /** Under the asker's key: of the token that stands for the grant, and of the access token. */
  mark: z.string().optional(),
  accessMark: z.string().optional(),
  /** Under that machine's own key. */
  own: z.string().optional(),
  /** It is borrowed itself: whose it is. */
  lender: z.object({ machine: z.string(), name: said, profile: z.string() }).optional(),
  definition: definition.optional(),
})
export type NodeLogin = z.infer<typeof nodeLogin>

/** `ours`: the asker's refresh tokens under the answerer's key. `lineage`: what came of those of them it knows as used up. */
export const profilesParams = z.object({ ours: z.array(z.string()) })
export const profilesResult = z.object({
  logins: z.array(z.unknown()),
  lineage: z.record(z.string(), z.string()),
})

export const tokenParams = z.object({ profile: z.string(), validForMs: z.number().min(0) })
/** An access token, lent: never a refresh token. */
export const lent = z.object({
  profile: z.string(),
  provider: z.string(),
  kind,
  accessToken: z.string().refine(isTokenText),
  expiresAtMs: z.number().optional(),
  issuedAtMs: z.number().optional(),
  /** What time it is there: the others are by that clock. */
  nowMs: z.number().optional(),
  scope: z.array(z.string()).optional(),
  account,
  definition: definition.optional(),
})
export type Lent = z.infer<typeof lent>

export const copyParams = z.object({ profile: z.string() })
/** `packed`: encodeCredential(), in clear: it goes through ssh. */
export const copied = z.object({
  profile: z.string(),
  provider: z.string(),
  name: z.string(),
  packed: z.string(),
  definition: definition.optional(),
})
export type Copied = z.infer<typeof copied>

export const moveId = z.string().regex(/^[\w-]{8,40}$/)
export const prepareParams = z.object({ move: moveId, profile: z.string() })
/** `sealed` opens with the key that commit releases, and with nothing else. */
export const prepared = z.object({
  profile: z.string(),
  provider: z.string(),
  name: z.string(),
  account,
  /** Of the refresh token, under the asker's key. */
  mark: z.string(),
  sealed: z.string(),
  definition: definition.optional(),
})
export type Prepared = z.infer<typeof prepared>
export const moveParams = z.object({ move: moveId })
export const committed = z.union([
  z.object({ key: z.string() }),
  z.object({ refused: z.enum(['unknown', 'returned', 'changed']), message: z.string() }),
])
export type CommitReply = z.infer<typeof committed>
export const finishParams = z.object({ move: moveId, profile: z.string() })
export const finished = z.object({ done: z.boolean() })

export const takeParams = z.object({
  choices: z.array(
    z.object({
      profileId: z.string(),
      way: z.enum(['move', 'borrow', 'sign-in', 'copy']),
      endpoint: z.string().exactOptional(),
    }),
  ),
})
export const bringResult = z.object({
  undoId: z.string().optional(),
  rows: z.array(
    z.object({
      profileId: z.string(),
      account: z.string(),
      way: z.enum(['move', 'borrow', 'sign-in', 'copy']),
      message: z.string().optional(),
      loginId: z.string().optional(),
      failure: z.looseObject({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
})
/** The event: the owner has a new access token for these. */
export const renewed = z.object({ profiles: z.array(z.string()) })
