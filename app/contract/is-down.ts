/** Whoever uses this login fails now, and the last try to renew it failed as well. Pure. */
import type { ProfileView } from './views.ts'

export function isDown({ status, accessExpiresAtMs }: ProfileView, nowMs: number): boolean {
  return status.kind === 'retrying' && accessExpiresAtMs !== undefined && accessExpiresAtMs <= nowMs
}
