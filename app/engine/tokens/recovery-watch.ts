/** Which logins came back after they were of no use: then many may ask for them at once. One overview after the other. */
import type { OverviewView, ProfileView } from '../../contract/views.ts'

export class RecoveryWatch {
  readonly #onReturn: (profile: ProfileView) => void
  readonly #down = new Set<string>()

  constructor(onReturn: (profile: ProfileView) => void) {
    this.#onReturn = onReturn
  }

  look({ profiles, atMs }: OverviewView): void {
    for (const profile of profiles) {
      if (isDown(profile, atMs)) this.#down.add(profile.id)
      else if (isUp(profile, atMs) && this.#down.delete(profile.id)) this.#onReturn(profile)
    }
  }
}

/** Nobody got a token, whether only a person can help or a provider does not answer. */
function isDown({ status, accessExpiresAtMs = 0 }: ProfileView, nowMs: number): boolean {
  return (status.kind === 'needs-login' || status.kind === 'retrying') && accessExpiresAtMs <= nowMs
}

function isUp({ status, accessExpiresAtMs }: ProfileView, nowMs: number): boolean {
  if (!['fresh', 'due', 'held', 'retrying'].includes(status.kind)) return false
  return accessExpiresAtMs === undefined || accessExpiresAtMs > nowMs
}
