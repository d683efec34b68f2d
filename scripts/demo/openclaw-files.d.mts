export interface SeededTokens {
  readonly provider: string
  readonly account: string
  readonly tokens: { readonly access_token: string; readonly refresh_token?: string | undefined }
  /** Epoch milliseconds. */
  readonly expiresAtMs: number
}

/** @param agents agent id -> logins */
export function writeAgents(state: string, agents: Readonly<Record<string, readonly SeededTokens[]>>): void

/** What the files hold for an account now, one for each agent that has it. */
export function readLogins(
  state: string,
  account: string,
): readonly { readonly access: string; readonly refresh: string; readonly expires: number }[]
