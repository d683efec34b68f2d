/** Why something cannot be done with the fleet, where the register alone does not say. */
import { AppError } from '../../base/errors.ts'

export function notItsRoot(): AppError {
  return new AppError(
    'FLEET_REFUSED',
    'The register does not take this user and password, or this user may not make others there.',
    {
      hint: 'In etcd it has to have the role "root", and users have to be switched on: etcdctl auth enable. In PostgreSQL it has to have CREATEROLE, and may create in the database.',
    },
  )
}

export function notInvited(): AppError {
  return new AppError('FLEET_REFUSED', 'This invitation is not good any more.', {
    hint: 'Ask for a new one.',
  })
}

export function onlyReads(): AppError {
  return new AppError('NOT_REFRESHABLE', 'This machine only reads what the fleet shares.', {
    hint: 'Do it on a keeper: lamplighter fleet nodes',
  })
}

export function alone(name: string): AppError {
  return new AppError(
    'ARGUMENT_INVALID',
    `This machine administers the fleet "${name}": without it nobody is admitted or removed any more.`,
    {
      hint: 'The logins that it shares go on elsewhere. To leave all the same: lamplighter fleet leave --force',
    },
  )
}
