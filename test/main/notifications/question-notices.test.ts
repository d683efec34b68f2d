/** Notifications about programs that wait to be allowed a token. */
import { describe, expect, it } from 'vitest'
import type { ConsentQuestionView } from '../../../app/contract/consent.ts'
import type { Notice } from '../../../main/notifications/alert-text.ts'
import { createQuestionNotices } from '../../../main/notifications/question-notices.ts'
import { FakeLog } from '../../fakes/log.ts'

const QUESTION: ConsentQuestionView = {
  id: 'q1',
  program: { name: 'nightly-report', isKnown: false },
  login: 'acme:ada',
  account: 'ada@example.test',
  use: 'git https://git.example.test',
  sinceMs: 0,
}

function setUp() {
  const up = new Map<string, Notice>()
  let isQuiet = false
  const tell = createQuestionNotices({
    board: {
      show: async (slot, notice) => up.set(slot, notice).size > 0,
      close: async (slot) => void up.delete(slot),
    },
    isQuiet: () => isQuiet,
    log: new FakeLog(),
  })
  return { up, tell, quiet: () => (isQuiet = true) }
}

describe('the notification of a question', () => {
  it('is up while the question is open, with each answer as a button', () => {
    const { up, tell } = setUp()
    tell([QUESTION])
    const [notice] = up.values()
    expect(notice?.title).toBe('May a program use ada@example.test?')
    expect(notice?.body).toBe(
      '“nightly-report” asks for a token for git https://git.example.test. That is what it calls itself.',
    )
    expect(notice?.choices?.map(({ label }) => label)).toEqual(['Once', 'For an hour', 'Always', 'Never'])
    expect(notice?.choices?.[2]?.action).toEqual({ kind: 'answer', questionId: 'q1', answer: 'always' })
    tell([QUESTION, { ...QUESTION, id: 'q2', program: { name: '/usr/bin/mail', isKnown: true } }])
    expect(up.size).toBe(2)
    expect([...up.values()][1]?.body).not.toContain('calls itself')
    tell([])
    expect(up.size).toBe(0)
  })

  it('does not come in quiet hours', () => {
    const { up, tell, quiet } = setUp()
    quiet()
    tell([QUESTION])
    expect(up.size).toBe(0)
  })
})
