/** How long refreshing can be paused. */
import { tomorrowMorning } from '../../app/contract/tomorrow.ts'
import { t } from '../../app/words/t.ts'
import { clockTime } from '../format/dates.ts'
import { HOUR } from '../format/time.ts'

export interface PauseChoice {
  readonly id: 'hour' | 'tomorrow' | 'resumed'
  readonly label: string
  /** Undefined: until somebody resumes. */
  readonly untilMs?: number
}

export function pauseChoices(nowMs: number): readonly PauseChoice[] {
  const tomorrow = tomorrowMorning(nowMs)
  return [
    { id: 'hour', label: t('Pause for an hour'), untilMs: nowMs + HOUR },
    {
      id: 'tomorrow',
      label: t('Pause until tomorrow, {time}', { time: clockTime(tomorrow) }),
      untilMs: tomorrow,
    },
    { id: 'resumed', label: t('Pause until resumed') },
  ]
}
