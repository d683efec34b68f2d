/** The other machine is gone for good, or will not finish: what is left of a login here becomes ours, or has to be made anew. */

import { AppError, messageOf } from '../../../base/errors.ts'
import type { BringResultView } from '../../../contract/nodes.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import { lenderOf } from '../borrow/borrow.ts'
import { ask, type NodeConnection } from '../connection/ask-node.ts'
import type { NodeDeps } from '../connection/deps.ts'
import * as calls from '../connection/protocol.ts'
import { isUnreached } from '../inventory/probe.ts'
import type { MoveRecords, OutRecord } from './move-record.ts'
import type { MoveSource } from './move-source.ts'
import type { MoveTarget } from './move-target.ts'

export interface TakingOver {
  readonly parts: NodeDeps
  readonly files: MoveRecords
  readonly moveIn: MoveTarget
  readonly moveOut: MoveSource
  /** Reaches a machine by its id. @throws AppError NODE_UNREACHABLE */
  readonly reach: <T>(
    machine: string,
    destination: string | undefined,
    work: (link: NodeConnection) => Promise<T>,
  ) => Promise<T>
}

type Row = BringResultView['rows'][number]

/** @throws AppError PROFILE_UNKNOWN, ARGUMENT_INVALID when there is nothing to take over */
export async function takeOver(
  about: TakingOver,
  profileId: string,
  { emergency = false }: { readonly emergency?: boolean } = {},
): Promise<BringResultView> {
  const { parts, files } = about
  await parts.look()
  await files.load()
  const profile = parts.profiles.find(profileId)
  const given = files.outs.find(
    ({ profile: id, state }) => id === profile.id && (state === 'committing' || state === 'committed'),
  )
  if (given) return { rows: [await takeBack(about, profile, given, emergency)] }
  const lender = lenderOf(profile)
  if (!lender) {
    throw new AppError('ARGUMENT_INVALID', `${labelOf(profile)} is not borrowed from another machine.`, {
      hint: 'Only what is borrowed, or half moved, can be taken over.',
    })
  }
  if (lender.fleet !== undefined) {
    throw new AppError('ARGUMENT_INVALID', `The fleet ${lender.name} shares ${labelOf(profile)}.`, {
      hint: `To make it this machine's own: lamplighter fleet take-out ${profile.id}`,
    })
  }
  const half = files.ins.find(
    ({ machine, profile: id }) => machine === lender.machine && id === lender.profile,
  )
  const finished = half && (await about.moveIn.finishAlone(half.move))
  if (finished) return { rows: [{ ...finished, way: 'move' }] }
  const view = await parts.login({ profileId: profile.id })
  const message = `Only an access token is here, so the login has to be made anew: sign in, and this machine owns it. What ${lender.name} holds is another login then, and goes on if that machine ever comes back.`
  return {
    rows: [{ profileId: profile.id, account: labelOf(profile), way: 'sign-in', loginId: view.id, message }],
  }
}

/** A move that did not come to its end, seen from the machine that gave. */
async function takeBack(
  { parts, moveOut, reach }: TakingOver,
  profile: Profile,
  record: OutRecord,
  emergency: boolean,
): Promise<Row> {
  const { move, machine, name } = record
  const about = { profileId: profile.id, account: labelOf(profile), way: 'move' } as const
  // The key never left this machine while it was still being given up; that may have come to its end since.
  const isStillHere = record.state === 'committing' && (await moveOut.takeBack(move, machine, true))
  const isSafe = isStillHere || (await hasDiscarded())
  if ((isSafe || emergency) && (isStillHere || (await moveOut.takeBack(move, machine)))) {
    const message = isSafe
      ? `Taken back: ${name} has not used it and cannot use it any more.`
      : `Taken back without word from ${name}. If it has used the refresh token, the next renewal here ends the login on both machines: sign in again then.`
    return { ...about, message }
  }
  throw new AppError('ARGUMENT_INVALID', `${name} has this login in use: the move is made.`, {
    hint: `Borrow it from ${name}, or move it back.`,
  })

  async function hasDiscarded(): Promise<boolean> {
    try {
      return await reach(machine, record.destination, async (link) => {
        const { done } = await ask(parts.ports.clock, link, 'node.move.discard', { move }, calls.finished)
        return done
      })
    } catch (error) {
      if (!isUnreached(error) || emergency) return false
      throw new AppError(
        'NODE_UNREACHABLE',
        `Nobody knows whether ${name} has used it: ${messageOf(error)}`,
        {
          hint: `Wait until ${name} can be reached. If it never will be, take it back all the same: lamplighter take-over ${profile.id} --force.`,
          cause: error,
        },
      )
    }
  }
}
