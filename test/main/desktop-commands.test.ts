import { describe, expect, it } from 'vitest'
import type { Navigation } from '../../app/contract/channels.ts'
import { tomorrowMorning } from '../../app/contract/tomorrow.ts'
import type { HistoryEventView, LoginRequest, LoginView } from '../../app/contract/views.ts'
import { createDesktopCommands, type DesktopCommandsDeps } from '../../main/desktop-commands.ts'
import type { CheckText } from '../../main/text/check-text.ts'
import { HOUR_MS, MINUTE_MS, NOW_MS, overviewView, profileView } from '../support/views.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

function setUp() {
  const asked: unknown[] = []
  const shown: (Navigation | undefined)[] = []
  const warnings: unknown[] = []
  const answers: CheckText[] = []
  let profiles = [profileView({ id: 'soon', accessExpiresAtMs: NOW_MS + MINUTE_MS })]
  const core: DesktopCommandsDeps['core'] = {
    overview: () => overviewView(profiles),
    profile: (id) => profiles.find((one) => one.id === id) ?? profileView(),
    async look() {
      profiles = profiles.map((one) => ({ ...one, accessExpiresAtMs: NOW_MS + HOUR_MS }))
    },
    async refresh(id, options) {
      asked.push(['refresh', id, options])
      return {} as HistoryEventView
    },
    async pause(untilMs) {
      asked.push(['pause', untilMs])
    },
    async resume() {
      asked.push(['resume'])
    },
    consent: {
      async answer(...answered) {
        asked.push(['answer', ...answered])
      },
    },
    logins: {
      async start(request: LoginRequest) {
        asked.push(['login', request])
        if (request.profileId === 'broken') throw new Error('disk full')
        return {} as LoginView
      },
    },
  }
  const act = createDesktopCommands({
    core,
    show: (to) => void shown.push(to),
    quit: () => void asked.push(['quit']),
    async tell(answer) {
      answers.push(answer)
      return true
    },
    now: () => NOW_MS,
    log: { info: () => undefined, warn: (message, fields) => void warnings.push([message, fields]) },
  })
  return { act, asked, shown, answers, warnings }
}

describe('act', () => {
  it('quits', () => {
    const { act, asked } = setUp()
    act({ kind: 'quit' })
    expect(asked).toEqual([['quit']])
  })

  it('opens the window, and goes where it was asked to', () => {
    const { act, shown } = setUp()
    act({ kind: 'open' })
    act({ kind: 'open', profileId: 'ada' })
    act({ kind: 'open', problemId: 'place:OpenClaw:/ops' })
    expect(shown).toEqual([
      undefined,
      { screen: 'logins', profileId: 'ada' },
      { screen: 'logins', problemId: 'place:OpenClaw:/ops' },
    ])
  })

  it('starts a login in the window of that profile', () => {
    const { act, asked, shown } = setUp()
    act({ kind: 'login', profileId: 'ada' })
    expect(asked).toEqual([['login', { profileId: 'ada' }]])
    expect(shown).toEqual([{ screen: 'logins', profileId: 'ada' }])
  })

  it('counts a pause from the click', () => {
    const { act, asked } = setUp()
    for (const until of ['in-an-hour', 'tomorrow', 'resumed'] as const) act({ kind: 'pause', until })
    act({ kind: 'resume' })
    expect(asked).toEqual([
      ['pause', NOW_MS + HOUR_MS],
      ['pause', tomorrowMorning(NOW_MS)],
      ['pause', undefined],
      ['resume'],
    ])
  })

  it('checks every login before a restart, refreshes what lapses soon, and says how it stands', async () => {
    const { act, asked, answers, shown } = setUp()
    act({ kind: 'check' })
    await settled()
    await settled()
    expect(asked).toEqual([['refresh', 'soon', { askedBy: 'person' }]])
    expect(answers).toEqual([
      {
        isReady: true,
        message: 'Your programs can restart',
        detail: 'The one login works. The first access token expires in 1 h.',
      },
    ])
    expect(shown).toEqual([undefined])
  })

  it('survives what fails, and says so', async () => {
    const { act, warnings } = setUp()
    act({ kind: 'login', profileId: 'broken' })
    await settled()
    expect(warnings).toEqual([['asked from the tray, and failed', { reason: 'disk full' }]])
  })
})
