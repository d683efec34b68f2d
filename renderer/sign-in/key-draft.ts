/** What a person typed about an API key: checked in words, then turned into what the vault and config.json take. Pure. */
import type { KeyInput } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

export interface KeyFields {
  readonly kind: 'api-key' | 'token'
  /** Whose it is: "openai". */
  readonly provider: string
  /** What it is for: "ci". */
  readonly name: string
  readonly key: string
  /** A day, or empty: it does not end. */
  readonly expires: string
  readonly rotation: 'never' | 'every' | 'on'
  readonly everyDays: string
  readonly onDay: string
}
export type KeyErrors = Partial<Record<keyof KeyFields, string>>

export const EMPTY_KEY: KeyFields = {
  kind: 'api-key',
  provider: '',
  name: '',
  key: '',
  expires: '',
  rotation: 'never',
  everyDays: '90',
  onDay: '',
}

/** As config.json has it: a hundred years. */
const MOST_DAYS = 36_500
const PART = /^[^:\s]+$/

/** Empty when everything is in order. */
export function keyErrors(fields: KeyFields, nowMs: number): KeyErrors {
  const { provider, name, key, expires, rotation, everyDays, onDay } = fields
  const part = t('One word, without a colon.')
  return {
    ...(PART.test(provider.trim()) ? {} : { provider: part }),
    ...(PART.test(name.trim()) ? {} : { name: part }),
    ...(key === '' ? { key: 'Paste the key.' } : {}),
    ...(expires === '' || isAhead(expires, nowMs) ? {} : { expires: NOT_AHEAD }),
    ...(rotation === 'every' && !isDays(everyDays) ? { everyDays: t('A number of days, 1 or more.') } : {}),
    ...(rotation === 'on' && !isAhead(onDay, nowMs) ? { onDay: NOT_AHEAD } : {}),
  }
}

export function keyInput(fields: KeyFields): KeyInput {
  const { kind, provider, name, expires, rotation, everyDays, onDay } = fields
  const rules =
    rotation === 'every'
      ? { rotateEveryDays: Number(everyDays) }
      : rotation === 'on'
        ? { rotateOn: onDay }
        : undefined
  return {
    id: `${provider.trim()}:${name.trim()}`,
    kind,
    ...(expires === '' ? {} : { expiresAtMs: Date.parse(expires) }),
    ...(rules ? { rules } : {}),
  }
}

export const NOT_AHEAD = t('A day that is still to come.')

/** "2027-03-01", as the field for days has it. */
export function isAhead(day: string, nowMs: number): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && Date.parse(day) > nowMs
}

function isDays(text: string): boolean {
  const days = Number(text)
  return text.trim() !== '' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
}
