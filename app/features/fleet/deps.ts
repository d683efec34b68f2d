/** What the fleet needs of the core: what other machines do with the logins here, and whom it tells. */
import type { CoreEvents } from '../../base/core-events.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { ProfileNotices } from '../../engine/profiles/profile-notices.ts'
import type { Renewers } from '../../engine/refresh/renewers/renewer.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'

export interface FleetDeps extends NodeDeps {
  readonly notices: ProfileNotices
  /** Gets the way to renew what the fleet shares. */
  readonly renewers: Renewers
  readonly bus: EventBus<CoreEvents>
}
