/** A credential as text, for sealing. The only place where secrets are put together as plain JSON. */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import { CLIENT_GRANTS, type Credential } from './credential.ts'
import { Secret } from './secret.ts'

const packedSchema = z.object({
  kind: z.enum(['oauth', 'token', 'api-key']),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  idToken: z.string().optional(),
  nextKey: z.string().optional(),
  grantType: z.enum(CLIENT_GRANTS).optional(),
  expiresAtMs: z.number().optional(),
  issuedAtMs: z.number().optional(),
  grantExpiresAtMs: z.number().optional(),
  grantSlides: z.boolean().optional(),
  scope: z.array(z.string()).optional(),
  account: z.object({ id: z.string().optional(), email: z.string().optional(), name: z.string().optional() }),
  generation: z.number(),
})

/** For Random.seal only: the result holds the tokens in clear. */
export function encodeCredential(credential: Credential): string {
  return JSON.stringify({
    ...credential,
    accessToken: credential.accessToken?.expose(),
    refreshToken: credential.refreshToken?.expose(),
    idToken: credential.idToken?.expose(),
    nextKey: credential.nextKey?.expose(),
  })
}

/** @throws AppError STORE_CORRUPT */
export function decodeCredential(text: string): Credential {
  const parsed = packedSchema.safeParse(JSON.parse(text))
  if (!parsed.success) {
    // The parse error would quote what it read, so it is not kept as the cause.
    throw new AppError(
      'STORE_CORRUPT',
      'A sealed credential was opened, but its contents are not understood.',
    )
  }
  const { accessToken, refreshToken, idToken, nextKey, ...rest } = parsed.data
  return dropUndefined({
    ...rest,
    accessToken: accessToken === undefined ? undefined : new Secret(accessToken),
    refreshToken: refreshToken === undefined ? undefined : new Secret(refreshToken),
    idToken: idToken === undefined ? undefined : new Secret(idToken),
    nextKey: nextKey === undefined ? undefined : new Secret(nextKey),
  })
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function dropUndefined(value: { [K in keyof Credential]: Credential[K] | undefined } | object): Credential {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Defined<Credential>
}
