/** A login whose refresh token we spend ourselves (RFC 6749 §6). */

import { refreshOnce } from '../refresh-once.ts'
import { ownTarget, type RenewerDeps } from './own-target.ts'
import type { Renewer } from './renewer.ts'

export function refreshTokenRenewer(deps: RenewerDeps): Renewer {
  return (profile, { refused = false }) => {
    const target = ownTarget(deps, profile)
    return (onStored, onAsked) =>
      refreshOnce(deps.tools, { ...target, refused, onStored, ...(onAsked ? { onAsked } : {}) })
  }
}
