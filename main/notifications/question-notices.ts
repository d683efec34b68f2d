/** A notification for each program that waits to be allowed a token: up while its question is open. */
import { messageOf } from '../../app/base/errors.ts'
import { shownLine } from '../../app/base/outside-text.ts'
import type { Log } from '../../app/base/ports.ts'
import { CONSENT_CHOICES, type ConsentQuestionView } from '../../app/contract/consent.ts'
import { known } from '../../app/words/known.ts'
import { inARow, t } from '../../app/words/t.ts'
import type { Notice } from './alert-text.ts'
import type { NotificationCenter } from './notification-center.ts'

const MOST_NAME = 60

export interface QuestionNoticesDeps {
  readonly board: Pick<NotificationCenter, 'show' | 'close'>
  /** Nothing is shown now; the question waits in the window. */
  readonly isQuiet: () => boolean
  readonly log: Log
}

/** @returns what is to be called with the questions that are open, whenever those change */
export function createQuestionNotices({ board, isQuiet, log }: QuestionNoticesDeps) {
  const up = new Set<string>()
  const settle = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.warn('a question could not be shown', { why: messageOf(error) }))
  }
  return (open: readonly ConsentQuestionView[]): void => {
    const ids = new Set(open.map(({ id }) => id))
    for (const id of [...up]) {
      if (ids.has(id)) continue
      up.delete(id)
      settle(board.close(slotOf(id)))
    }
    if (isQuiet()) return
    for (const question of open) {
      if (up.has(question.id)) continue
      up.add(question.id)
      settle(board.show(slotOf(question.id), noticeOf(question)))
    }
  }
}

export function noticeOf({ id, program, account, use }: ConsentQuestionView): Notice {
  const { name } = program
  const asks =
    use === undefined
      ? t('“{name}” asks for a token.', { name })
      : t('“{name}” asks for a token for {use}.', { name, use })
  return {
    title: t('May a program use {account}?', { account: shownLine(account, MOST_NAME) }),
    body: inARow([asks, program.isKnown ? '' : t('That is what it calls itself.')]),
    urgency: 'normal',
    passing: false,
    click: { kind: 'open' },
    choices: CONSENT_CHOICES.map(({ answer, label }) => ({
      key: answer,
      label: known(label),
      action: { kind: 'answer', questionId: id, answer },
    })),
  }
}

function slotOf(id: string): string {
  return `question:${id}`
}
