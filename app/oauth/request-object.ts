/** RFC 9101: the authorization request as a text that the client has signed, so that nobody changes it on its way through a browser. */
import { issueRequestObject, modifyAssertion } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { clientKeyOf, isKeyText } from './client-key.ts'
import { clientOf, serverOf } from './through-port.ts'

/** As long as a sign-in may take: a person may open its address by hand. */
const LIFE_SECONDS = 600
/** OpenID Connect Core §6.1 wants them beside it as well. */
const BESIDE = ['client_id', 'response_type', 'scope']

/** The same request with its parameters signed. @throws AppError CONFIG_INVALID where there is no key to sign with */
export async function withRequestObject(provider: ResolvedProvider, url: string): Promise<string> {
  const { id, name, clientSecret, clientKeyId } = provider
  if (clientSecret === undefined || !isKeyText(clientSecret)) {
    throw new AppError('CONFIG_INVALID', `${name} wants signed requests, and no key to sign them is here.`, {
      hint: `Keep the client’s private key in the vault: lamplighter provider secret ${id} --from-file key.pem`,
    })
  }
  const { key, kid = clientKeyId } = await clientKeyOf(clientSecret)
  const { searchParams } = new URL(url)
  const request = await issueRequestObject(
    serverOf(provider),
    clientOf(provider),
    searchParams,
    kid === undefined ? key : { key, kid },
    {
      [modifyAssertion]: (_header, claims) => {
        claims['exp'] = Number(claims['iat']) + LIFE_SECONDS
      },
    },
  )
  const signed = new URL(provider.authorizationEndpoint ?? url)
  for (const param of BESIDE) {
    const value = searchParams.get(param)
    if (value !== null) signed.searchParams.set(param, value)
  }
  signed.searchParams.set('request', request)
  return signed.href
}
