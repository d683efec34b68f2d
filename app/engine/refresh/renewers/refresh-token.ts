/** A login whose refresh token we spend ourselves (RFC 6749 §6). */

import { refreshOnce } from '../refresh-once.ts'
import { ownTarget, type RenewerDeps } from './own-target.ts'
import type { Renewer } from './renewer.ts'

export function refreshTokenRenewer(deps: RenewerDeps): Renewer {
  return (profile) => {
    const target = ownTarget(deps, profile)
    return (onStored) => refreshOnce(deps.tools, { ...target, onStored })
  }
}
