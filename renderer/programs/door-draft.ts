/** A door as it is being described: what is filled in, what is missing, and the request that comes of it. Pure. */
import type { DoorRequest } from '../../app/contract/doors.ts'
import { t } from '../../app/words/t.ts'
import { DAY, HOUR } from '../format/time.ts'

export interface DoorDraft {
  readonly name: string
  readonly logins: ReadonlySet<string>
  readonly lasts: DoorLasts
  readonly kind: 'socket' | 'port'
  readonly port: string
}

export type DoorLasts = (typeof DOOR_LASTS)[number]['id']
export type DoorErrors = Partial<Record<'name' | 'logins' | 'port', string>>

export const DOOR_LASTS = [
  { id: 'hour', label: t('An hour'), ms: HOUR },
  { id: 'workday', label: t('8 hours'), ms: 8 * HOUR },
  { id: 'day', label: t('A day'), ms: DAY },
  { id: 'week', label: t('A week'), ms: 7 * DAY },
  { id: 'open', label: t('Until I shut it out'), ms: undefined },
] as const

/** @param platform Windows has no sockets in folders */
export function emptyDoor(platform: string, logins: readonly string[]): DoorDraft {
  return {
    name: '',
    logins: new Set(logins),
    lasts: 'workday',
    kind: platform === 'win32' ? 'port' : 'socket',
    port: '9465',
  }
}

export function doorErrors({ name, logins, kind, port }: DoorDraft): DoorErrors {
  return {
    ...(/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(name.trim())
      ? {}
      : { name: t('Letters, digits, ".", "-" and "_": "builder".') }),
    ...(logins.size > 0 ? {} : { logins: t('Choose at least one login.') }),
    ...(kind === 'socket' || isPort(port) ? {} : { port: t('A number from 1 to 65535.') }),
  }
}

export function doorRequest({ name, logins, lasts, kind, port }: DoorDraft): DoorRequest {
  const forMs = DOOR_LASTS.find(({ id }) => id === lasts)?.ms
  return {
    name: name.trim(),
    logins: [...logins],
    ...(forMs === undefined ? {} : { forMs }),
    ...(kind === 'port' ? { port: Number(port) } : {}),
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 65_535
}
