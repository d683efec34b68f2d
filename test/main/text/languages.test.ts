import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadLanguage } from '../../../app/words/load.ts'
import { allClearFor, digestFor, noticeFor, outageFor } from '../../../main/notifications/alert-text.ts'
import { checkText } from '../../../main/text/check-text.ts'
import { moment } from '../../../main/text/clock-text.ts'
import { duration, fromNow } from '../../../main/text/duration-text.ts'
import { trayMenu } from '../../../main/tray/tray-menu.ts'
import { headline, tooltip } from '../../../main/tray/tray-text.ts'
import { NOW_MS, overviewView, profileView } from '../../support/views.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const needing = profileView({
  id: 'bob',
  account: 'bob@example.test',
  status: { kind: 'needs-login', failure: { code: 'NEEDS_LOGIN', message: 'xAI has ended this login.' } },
  advice: 'xAI has ended this login. Sign in to bring it back.',
})

describe('what the tray’s process says in German', () => {
  beforeEach(() =>
    loadLanguage('de', (message) => {
      throw new Error(`no words for: ${message}`)
    }),
  )
  afterEach(() => loadLanguage('en'))

  it('is the menu, its first line and the tooltip', () => {
    const overview = overviewView([needing, profileView({ id: 'ada' })])
    expect(headline(overview)).toBe('Eine Anmeldung braucht dich')
    expect(tooltip(overview, NOW_MS)).toContain('2 Anmeldungen, 1 braucht dich')
    const labels = trayMenu({ overview, welcomed: true, nowMs: NOW_MS }).map((item) =>
      'label' in item ? item.label : '',
    )
    expect(labels).toContain('Beenden')
    expect(labels.join(' ')).not.toMatch(/Quit|Sign in|needs|renews/)
  })

  it('is each notification, with what the core had to say', () => {
    const notice = noticeFor(needing, { kind: 'needs-login' } as never, NOW_MS)
    expect(notice.title).toBe('bob@example.test braucht dich')
    expect(notice.body).toContain('hat diese Anmeldung beendet')
    expect(digestFor([needing, needing], 'normal').title).toBe('2 Anmeldungen brauchen dich')
    expect(outageFor([needing, needing]).title).toMatch(/^2 Anmeldungen /)
    expect(allClearFor([needing]).title).toMatch(/^bob@example\.test /)
  })

  it('is times and durations', () => {
    expect([duration(3 * HOUR + 20 * MINUTE), fromNow(NOW_MS, NOW_MS)]).toEqual(['3 h 20 min', 'jetzt'])
    const thursday = new Date(2026, 0, 22, 6, 0).getTime()
    expect(moment(thursday, thursday - 5 * 24 * HOUR)).toMatch(/^Do/)
  })

  it('is the answer to a restart', () => {
    expect(checkText([], NOW_MS).message).not.toBe('Nothing to check')
  })
})
