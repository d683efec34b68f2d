/** A run of looks, as the notifier makes them: what is remembered of one goes into the next. */
import type { ProfileView } from '../../app/contract/views.ts'
import { decide, type NoticeStep } from '../../main/notifications/alert-policy.ts'
import type { AlertState } from '../../main/notifications/alert-state.ts'
import type { AlertSettings } from '../../main/notifications/alerts.ts'
import { HOUR_MS, NOW_MS, overviewView, profileView } from './views.ts'

export const SETTINGS: AlertSettings = { grantEndsHours: [24, 1], mutedProfiles: [] }

export const ENDED = { code: 'NEEDS_LOGIN', message: 'OpenAI Codex has ended this login.' }

export function needy(id = 'ada', changes: Partial<ProfileView> = {}): ProfileView {
  return profileView({
    id,
    status: { kind: 'needs-login', sinceMs: NOW_MS, failure: ENDED },
    advice: 'OpenAI Codex has ended this login. Sign in to bring it back.',
    fingerprint: 'aaaa11112222',
    can: { refresh: false, login: true },
    ...changes,
  })
}

/** A grant whose end no refresh has been seen to move, and none is planned. */
export function ending(leftMs: number, changes: Partial<ProfileView> = {}): ProfileView {
  return profileView({ grantExpiresAtMs: NOW_MS + leftMs, ...changes })
}

export function warned(code: string, changes: Partial<ProfileView> = {}): ProfileView {
  return profileView({ warnings: [{ code, message: 'Something is loud.' }], ...changes })
}

export class Looks {
  settings: AlertSettings
  memory: AlertState = new Map()
  #previous: ReturnType<typeof overviewView> | undefined

  constructor(settings: AlertSettings = SETTINGS) {
    this.settings = settings
  }

  look(profiles: readonly ProfileView[], nowMs = NOW_MS): readonly NoticeStep[] {
    const next = overviewView(profiles)
    const { previous, memory, settings } = {
      previous: this.#previous,
      memory: this.memory,
      settings: this.settings,
    }
    const decision = decide({ previous, next, memory, settings, nowMs })
    this.memory = decision.memory
    this.#previous = next
    return decision.steps
  }

  /** In brief: "show profile ada: ada@example.test needs you", "close digest". */
  brief(profiles: readonly ProfileView[], nowMs = NOW_MS): readonly string[] {
    return this.look(profiles, nowMs).map((step) =>
      step.kind === 'close' ? `close ${step.slot}` : `${step.kind} ${step.slot}: ${step.notice.title}`,
    )
  }

  /** Lamplighter was closed and started again: the memory stays, what was up is gone. */
  restart(): void {
    this.#previous = undefined
  }
}

export { HOUR_MS, NOW_MS, profileView }
