/** What lending OpenClaw a login changes, and what ending that changes: for a person to read before. Pure. */
import type { SinkPlanView } from '../../contract/openclaw.ts'
import { OUR_SECRETS } from '../../stores/openclaw/format.ts'
import type { SinkName } from './sink-plan.ts'

export interface SinkPlaces {
  readonly config: string
  readonly wrapper: string
}

type Changes = SinkPlanView['changes']

export function changesToUse({ provider, profileId }: SinkName, agent: string, places: SinkPlaces): Changes {
  return [
    {
      where: places.wrapper,
      what: 'A small program of yours, which OpenClaw starts when it needs the access token. It holds no token.',
    },
    {
      where: 'OpenClaw’s configuration',
      what: `“${OUR_SECRETS}” becomes a source of secrets, which runs that program.`,
    },
    {
      where: `OpenClaw’s agent ${agent}`,
      what: `The profile ${profileId}, tried before its other logins of ${provider}.`,
    },
    { where: places.config, what: 'A line under “uses”: the login is for OpenClaw.' },
  ]
}

/** @param isLast no other login is lent to OpenClaw */
export function changesToEnd(
  { provider, profileId }: SinkName,
  agent: string,
  places: SinkPlaces,
  isLast: boolean,
): Changes {
  return [
    {
      where: `OpenClaw’s agent ${agent}`,
      what: `The profile ${profileId} goes. It uses its other logins of ${provider}, or none.`,
    },
    { where: places.config, what: 'The line under “uses” goes.' },
    ...(isLast
      ? [
          { where: 'OpenClaw’s configuration', what: `The source of secrets “${OUR_SECRETS}” goes.` },
          { where: places.wrapper, what: 'The small program goes.' },
        ]
      : []),
  ]
}
