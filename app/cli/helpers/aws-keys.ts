/** What AWS gives for a token: STS AssumeRoleWithWebIdentity, and GetRoleCredentials of IAM Identity Center. */

import { AppError } from '../../base/errors.ts'
import { isRecord, parseJson } from '../../base/json.ts'
import { type Http, HttpFailure, type HttpReply, type HttpRequest } from '../../base/ports.ts'

const TIMEOUT_MS = 20_000

export interface AwsKeys {
  readonly AccessKeyId: string
  readonly SecretAccessKey: string
  readonly SessionToken: string
  /** ISO 8601 */
  readonly Expiration: string
}

type Env = (name: string) => string | undefined

/** @throws AppError PROVIDER_UNREACHABLE, PROVIDER_REFUSED */
export async function roleKeys(
  http: Http,
  env: Env,
  { token, role }: { readonly token: string; readonly role: string },
): Promise<AwsKeys> {
  const region = env('AWS_REGION') ?? env('AWS_DEFAULT_REGION')
  const url = env('AWS_ENDPOINT_URL_STS') ?? `https://sts.${region ? `${region}.` : ''}amazonaws.com/`
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: 'lamplighter',
    WebIdentityToken: token,
  }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await send(http, { method: 'POST', url, headers, body })
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(reply.body)?.[1]
  const keys = {
    AccessKeyId: element('AccessKeyId'),
    SecretAccessKey: element('SecretAccessKey'),
    SessionToken: element('SessionToken'),
    Expiration: element('Expiration'),
  }
  return whole(keys, reply, element('Message'))
}

/** @throws AppError PROVIDER_UNREACHABLE, PROVIDER_REFUSED */
export async function ssoKeys(
  http: Http,
  env: Env,
  wish: { readonly token: string; readonly region: string; readonly account: string; readonly role: string },
): Promise<AwsKeys> {
  const base = env('AWS_ENDPOINT_URL_SSO') ?? `https://portal.sso.${wish.region}.amazonaws.com`
  const query = new URLSearchParams({ role_name: wish.role, account_id: wish.account }).toString()
  const url = `${base.replace(/\/$/, '')}/federation/credentials?${query}`
  const reply = await send(http, { method: 'GET', url, headers: { 'x-amz-sso_bearer_token': wish.token } })
  const body = parseJson(reply.body)
  const its = isRecord(body) && isRecord(body['roleCredentials']) ? body['roleCredentials'] : {}
  const end = its['expiration']
  const keys = {
    AccessKeyId: its['accessKeyId'],
    SecretAccessKey: its['secretAccessKey'],
    SessionToken: its['sessionToken'],
    Expiration: typeof end === 'number' ? new Date(end).toISOString() : undefined,
  }
  return whole(keys, reply, isRecord(body) ? body['message'] : undefined)
}

async function send(http: Http, request: Omit<HttpRequest, 'timeoutMs'>): Promise<HttpReply> {
  try {
    return await http.send({ ...request, timeoutMs: TIMEOUT_MS })
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    throw new AppError('PROVIDER_UNREACHABLE', `AWS does not answer at ${new URL(request.url).origin}.`, {
      cause,
    })
  }
}

/** @param why in AWS's words */
function whole(keys: Readonly<Record<keyof AwsKeys, unknown>>, { status }: HttpReply, why: unknown): AwsKeys {
  const isWhole = Object.values(keys).every((one) => typeof one === 'string' && one !== '')
  if (status === 200 && isWhole) return keys as AwsKeys
  const words = typeof why === 'string' ? why : 'and says nothing that is understood'
  throw new AppError('PROVIDER_REFUSED', `AWS gives no keys for this login (HTTP ${status}): ${words}`, {
    hint: 'Does the role trust the issuer of this login, and has it this account?',
  })
}
