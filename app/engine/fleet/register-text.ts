/** What a person is told when a fleet's register does not do what it should. Pure. */
import type { RegisterFailure } from '../../base/register.ts'
import type { Failure } from '../../contract/failure.ts'

export function fromRegister(fleet: string, { reason, message: detail }: RegisterFailure): Failure {
  switch (reason) {
    case 'denied':
      return {
        code: 'FLEET_REFUSED',
        message: `This machine is not taken by the fleet "${fleet}" any more.`,
        hint: 'It may have been removed. Ask whoever looks after the fleet for an invitation.',
        detail,
      }
    case 'full':
      return {
        code: 'FLEET_REFUSED',
        message: `The register of the fleet "${fleet}" has no room left, so nothing it shares is renewed.`,
        hint: 'Whoever runs it has to make room: an etcd is compacted, and its alarm disarmed; a PostgreSQL needs space on its disk.',
        detail,
      }
    case 'gone-back':
      return wentBack(fleet, detail)
    case 'unreachable':
    case 'unknown':
    case 'no-quorum':
      return {
        code: 'FLEET_UNREACHABLE',
        message: `The register of the fleet "${fleet}" cannot be reached, or has no majority.`,
        hint: 'What it shares works until it expires. Lamplighter goes on by itself when the register is back.',
        detail,
      }
  }
}

export function wentBack(fleet: string, detail?: string): Failure {
  return {
    code: 'FLEET_WENT_BACK',
    message: `The register of the fleet "${fleet}" knows less than it did, so nothing it shares is spent.`,
    hint: 'A backup may have been restored. Once every keeper is connected, say so on the machine that administers the fleet: lamplighter fleet confirm-restore',
    ...(detail === undefined ? {} : { detail }),
  }
}
