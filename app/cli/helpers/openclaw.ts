/** OpenClaw: a secrets provider of source "exec". {protocolVersion, ids} in; a value or an error for every id. */
import { AppError, toFailure } from '../../base/errors.ts'
import { isRecord, parseJson } from '../../base/json.ts'
import { EXIT } from '../io/exit-codes.ts'
import { found, type Helper } from './helper.ts'

export const openclaw: Helper = {
  name: 'openclaw',
  usage: 'openclaw',
  async answer({ input, folder, ask, out }) {
    const said = parseJson(await input())
    const ids =
      isRecord(said) && said['protocolVersion'] === 1 && Array.isArray(said['ids']) ? said['ids'] : undefined
    if (!ids) {
      throw new AppError('ARGUMENT_INVALID', 'This is not what OpenClaw asks in version 1 of its protocol.')
    }
    const values: [string, string][] = []
    const errors: [string, { readonly message: string }][] = []
    for (const id of ids.map(String)) {
      const purpose = { use: ['audience', id], folder }
      try {
        values.push([id, found(await ask('tokenFor', purpose), purpose).token])
      } catch (error) {
        const { message, hint } = toFailure(error)
        errors.push([id, { message: [message, hint].filter(Boolean).join(' ') }])
      }
    }
    const failed = errors.length > 0 ? { errors: Object.fromEntries(errors) } : {}
    out(JSON.stringify({ protocolVersion: 1, values: Object.fromEntries(values), ...failed }))
    return EXIT.ok
  },
}
