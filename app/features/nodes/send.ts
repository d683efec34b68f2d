/** The reverse direction: the other machine is asked to bring logins from here, over the same conversation. */

import { AppError, toFailure } from '../../base/errors.ts'
import type { BringRequest, BringResultView } from '../../contract/nodes.ts'
import type { Loans } from './borrow/loans.ts'
import { ask, type NodeConnection } from './connection/ask-node.ts'
import type { NodeDeps } from './connection/deps.ts'
import type { NodePermissions } from './connection/permissions.ts'
import * as calls from './connection/protocol.ts'

/** Each login may take a refresh, and there may be fifteen. */
const WITHIN_MS = 10 * 60_000

export async function sendAll(
  {
    parts,
    access,
    loans,
  }: { readonly parts: NodeDeps; readonly access: NodePermissions; readonly loans: Loans },
  link: NodeConnection,
  choices: readonly BringRequest[],
): Promise<BringResultView> {
  await parts.look()
  const refused: BringResultView['rows'][number][] = []
  const wanted: BringRequest[] = []
  for (const choice of choices) {
    try {
      const { id, provider } = parts.profiles.find(choice.profileId)
      await promise({ access, loans }, link, choice, id)
      // Whoever sends it from here has this address in their own config.json.
      const { tokenEndpoint, issuer } = parts.findProvider(provider) ?? {}
      const endpoint = tokenEndpoint ?? issuer
      wanted.push({ ...choice, profileId: id, ...(endpoint === undefined ? {} : { endpoint }) })
    } catch (error) {
      const { profileId, way } = choice
      refused.push({ profileId, account: profileId, way, failure: toFailure(error) })
    }
  }
  if (wanted.length === 0) return { rows: refused }
  const got = await ask(
    parts.ports.clock,
    link,
    'node.take',
    { choices: wanted },
    calls.bringResult,
    WITHIN_MS,
  )
  await parts.look()
  // Its undo is over there, and so is a sign-in that it began.
  const rows = got.rows.map(({ loginId: _, message, ...row }) => ({
    ...row,
    ...(message === undefined ? {} : { message: `On ${link.name}: ${message}` }),
  }))
  return { rows: [...(rows as BringResultView['rows']), ...refused] }
}

/** What the person chose is what that machine may ask for now. */
async function promise(
  { access, loans }: { readonly access: NodePermissions; readonly loans: Loans },
  link: NodeConnection,
  { way }: BringRequest,
  profileId: string,
): Promise<void> {
  switch (way) {
    case 'move':
      return access.grant(link, 'move', profileId)
    case 'copy':
      return access.grant(link, 'copy', profileId)
    case 'borrow':
      access.grant(link, 'token', profileId)
      if (link.destination !== undefined) {
        await loans.add({ machine: link.machine, destination: link.destination, profile: profileId })
      }
      return
    case 'sign-in':
      throw new AppError('LOGIN_UNAVAILABLE', `Nobody can sign in on ${link.name} from here.`, {
        hint: `Run there: lamplighter login ${profileId}`,
      })
  }
}
