/** From what is so and what was told: what to show, what to replace, what to take down. Pure. */
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import type { AlertState, Remembered } from './alert-state.ts'
import { allClearFor, digestFor, type Notice, noticeFor } from './alert-text.ts'
import { type Alert, type AlertSettings, alertOf, isWell, learnGrant } from './alerts.ts'
import { outageOf } from './outage.ts'
import { isQuiet } from './quiet-hours.ts'

const FORGET_MS = 24 * 60 * 60 * 1000 // a profile whose file is away for a moment is not new when it comes back

/** Where a notification stands. One for each profile, one for the digest, one for an outage; a new one replaces the old. */
export type Slot = 'digest' | 'all-clear' | 'outage' | `profile ${string}`

export type NoticeStep =
  | { readonly kind: 'show'; readonly slot: Slot; readonly notice: Notice }
  /** Only where the slot is still up: what was put away by the person stays away. */
  | { readonly kind: 'update'; readonly slot: Slot; readonly notice: Notice }
  | { readonly kind: 'close'; readonly slot: Slot }

export interface NoticeInput {
  /** The overview decided on before; undefined at the start, when nothing of ours is up. */
  readonly previous: OverviewView | undefined
  readonly next: OverviewView
  readonly memory: AlertState
  readonly settings: AlertSettings
  readonly nowMs: number
}

export interface Decision {
  readonly steps: readonly NoticeStep[]
  /** What to remember once the steps are done. */
  readonly memory: AlertState
}

interface Arisen {
  readonly profile: ProfileView
  readonly concern: Alert
}

export function decide(input: NoticeInput): Decision {
  const { next, settings, nowMs } = input
  const memory = new Map<string, Remembered>()
  const arisen: Arisen[] = []
  const recovered: ProfileView[] = []
  const settled: Slot[] = [] // no longer true, and nothing comes in its place
  const quiet = isQuiet(settings.quietHours, nowMs)

  for (const profile of next.profiles) {
    const { told, grant: seen } = input.memory.get(profile.id) ?? {}
    const grant = learnGrant(seen, profile)
    const remember = (next: Remembered['told']) =>
      memory.set(profile.id, { ...(next ? { told: next } : {}), ...(grant ? { grant } : {}) })
    const close = () => told && !told.digest && settled.push(slotOf(profile))
    if (settings.mutedProfiles.includes(profile.id)) {
      close()
      remember(undefined)
      continue
    }
    const concern = alertOf(profile, settings, grant, nowMs)
    if (!concern) {
      const well = told !== undefined && isWell(profile, told.current)
      if (well) {
        recovered.push(profile)
        close()
      }
      remember(well ? undefined : told)
    } else if (concern.key === told?.current) {
      remember(told)
    } else if (told?.keys.includes(concern.key)) {
      close() // the worse one is over, and this one was told before
      remember({ ...told, current: concern.key, digest: false })
    } else {
      if (!quiet) arisen.push({ profile, concern })
      remember(told)
    }
  }
  for (const { profile, concern } of arisen) {
    const before = memory.get(profile.id)
    const keys = [...(before?.told?.keys ?? []), concern.key]
    if (arisen.length > 1 && before?.told && !before.told.digest) settled.push(slotOf(profile))
    memory.set(profile.id, { ...before, told: { keys, current: concern.key, digest: arisen.length > 1 } })
  }
  for (const [id, before] of input.memory) {
    if (memory.has(id)) continue
    const goneSinceMs = before.goneSinceMs ?? nowMs
    if (nowMs - goneSinceMs < FORGET_MS) memory.set(id, { ...before, goneSinceMs })
    if (before.goneSinceMs === undefined && before.told && !before.told.digest) settled.push(`profile ${id}`)
  }
  const outage = outageOf({
    next,
    before: (id) => input.memory.get(id)?.lapse,
    isMuted: (id) => settings.mutedProfiles.includes(id),
    isQuiet: quiet,
    isFirst: input.previous === undefined,
    nowMs,
  })
  for (const [id, lapse] of outage.lapses) memory.set(id, { ...memory.get(id), lapse })
  const steps = stepsFor({ input, memory, arisen, recovered, settled, quiet })
  return { steps: outage.step ? [...steps, { slot: 'outage', ...outage.step }] : steps, memory }
}

interface Changes {
  readonly input: NoticeInput
  readonly memory: AlertState
  readonly arisen: readonly Arisen[]
  readonly recovered: readonly ProfileView[]
  readonly settled: readonly Slot[]
  readonly quiet: boolean
}

function stepsFor({ input, memory, arisen, recovered, settled, quiet }: Changes): readonly NoticeStep[] {
  const { previous, next, nowMs } = input
  const [only] = arisen
  const members = next.profiles.filter(({ id }) => memory.get(id)?.told?.digest)
  const before = [...input.memory].filter(
    ([, { told, goneSinceMs }]) => told?.digest && goneSinceMs === undefined,
  )
  const shrunk = previous !== undefined && before.some(([id]) => !members.some((member) => member.id === id))
  const steps: NoticeStep[] = []
  const closing = new Set(settled)

  if (shrunk && members.length === 0) closing.add('digest')
  if (shrunk && members.length > 0 && arisen.length < 2 && !quiet) {
    steps.push({ kind: 'update', slot: 'digest', notice: digestFor(members, 'low') })
  }
  if (previous !== undefined && !quiet && recovered.length > 0) {
    const [first] = recovered
    const own: Slot = recovered.length === 1 && first ? slotOf(first) : 'all-clear'
    const slot: Slot = closing.has('digest') ? 'digest' : own
    closing.delete(slot)
    steps.push({ kind: 'show', slot, notice: allClearFor(recovered) })
  }
  if (arisen.length > 1) steps.push({ kind: 'show', slot: 'digest', notice: digestFor(members, 'normal') })
  else if (only) {
    steps.push({
      kind: 'show',
      slot: slotOf(only.profile),
      notice: noticeFor(only.profile, only.concern, nowMs),
    })
  }
  return [...[...closing].map((slot) => ({ kind: 'close', slot }) as const), ...steps]
}

function slotOf({ id }: ProfileView): Slot {
  return `profile ${id}`
}
