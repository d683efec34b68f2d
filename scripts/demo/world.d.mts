import type { AuthorizationServer } from '../../test/fakes/authorization-server.mjs'

export interface World {
  /** For the application: LAMPLIGHTER_HOME, OPENCLAW_STATE_DIR. */
  readonly env: Readonly<Record<string, string>>
  readonly issuer: string
  readonly server: AuthorizationServer
  readonly tokenSeconds: number
  readonly logins: readonly { readonly account: string; readonly where: string; readonly story: string }[]
  /** What OpenClaw's files hold for an account now, one for each agent. */
  stored(
    account: string,
  ): readonly { readonly access: string; readonly refresh: string; readonly expires: number }[]
  close(): Promise<void>
}

export function createWorld(options: {
  readonly folder: string
  readonly tokenSeconds?: number
  /** One login in each state, as `npm run demo` shows them: false when not given. */
  readonly isDemo?: boolean
  /** The person has been here before and pressed "Begin": true when not given. */
  readonly welcomed?: boolean
}): Promise<World>
