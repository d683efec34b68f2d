/** What a click in the tray's menu or on a notification asks for, done. */
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'
import type { Navigation } from '../app/contract/channels.ts'
import { tomorrowMorning } from '../app/contract/tomorrow.ts'
import type { Core } from '../app/core.ts'
import type { NoticeAction } from './notifications/alert-text.ts'
import { type CheckedCore, checkBeforeRestart } from './restart-check.ts'
import type { CheckText } from './text/check-text.ts'
import type { TrayAction } from './tray/menu-item.ts'

const HOUR_MS = 60 * 60 * 1000

export interface DesktopCommandsDeps {
  readonly core: CheckedCore &
    Pick<Core, 'pause' | 'resume'> & {
      readonly logins: Pick<Core['logins'], 'start'>
      readonly consent: Pick<Core['consent'], 'answer'>
    }
  /** Brings the window to the front, on that screen where one is named. */
  readonly show: (to?: Navigation) => void
  readonly quit: () => void
  /** Shows an answer that somebody waits for. @returns whether they want to see more */
  readonly tell: (answer: CheckText) => Promise<boolean>
  readonly now: () => number
  readonly log: Log
}

export function createDesktopCommands({
  core,
  show,
  quit,
  tell,
  now,
  log,
}: DesktopCommandsDeps): (action: TrayAction | NoticeAction) => void {
  /** The window and the menu show how it ended; only a surprise is worth a line. */
  function settle(work: Promise<unknown>): void {
    work.catch((error: unknown) => log.warn('asked from the tray, and failed', { reason: messageOf(error) }))
  }

  async function check(): Promise<void> {
    if (await tell(await checkBeforeRestart(core, now))) show()
  }

  return (action) => {
    switch (action.kind) {
      case 'open':
        if ('problemId' in action && action.problemId)
          return show({ screen: 'logins', problemId: action.problemId })
        return show(action.profileId ? atLogin(action.profileId) : undefined)
      case 'login':
        if (!action.profileId) return show()
        show(atLogin(action.profileId))
        return settle(core.logins.start({ profileId: action.profileId }))
      case 'answer':
        return settle(core.consent.answer(action.questionId, action.answer))
      case 'check':
        return settle(check())
      case 'pause':
        return settle(core.pause(endOfPause(action.until, now())))
      case 'resume':
        return settle(core.resume())
      case 'quit':
        return quit()
    }
  }
}

function atLogin(profileId: string): Navigation {
  return { screen: 'logins', profileId }
}

function endOfPause(until: 'in-an-hour' | 'tomorrow' | 'resumed', nowMs: number): number | undefined {
  if (until === 'in-an-hour') return nowMs + HOUR_MS
  return until === 'tomorrow' ? tomorrowMorning(nowMs) : undefined
}
