import { describe, expect, it } from 'vitest'
import { statusBar } from '../../../../app/cli/io/status-bar.ts'
import type { StatusView } from '../../../../app/contract/views.ts'
import { NOW_MS, overviewView, profileView } from '../../../support/views.ts'

const HOST = { protocol: 1, version: '1', host: 'serve', hostname: 'h', pid: 1, sinceMs: NOW_MS } as never
const ENDED: StatusView = { kind: 'needs-login', failure: { code: 'GRANT_REJECTED', message: 'ended' } }
const LAPSED: StatusView = { kind: 'expired', sinceMs: NOW_MS }

function bar(statuses: readonly StatusView[], scheduler: object = { running: true }, host = HOST): string {
  const profiles = statuses.map((status, n) => profileView({ id: `login-${n}`, status }))
  return statusBar({ host, overview: overviewView(profiles, { scheduler } as never), nowMs: NOW_MS }, 'plain')
}

describe('the line for a status bar', () => {
  it.each([
    ['all are well', '● 2', [{ kind: 'fresh' }, { kind: 'static' }] as StatusView[], undefined],
    [
      'one needs somebody, whatever else',
      '○ 1/3',
      [ENDED, LAPSED, { kind: 'fresh' }] as StatusView[],
      { running: true, paused: {} },
    ],
    ['one lapsed', '◐ 1/2', [LAPSED, { kind: 'fresh' }] as StatusView[], undefined],
    ['it is paused', '‖ 1', [{ kind: 'fresh' }] as StatusView[], { running: true, paused: {} }],
    ['nobody keeps them alive', '· 1', [{ kind: 'fresh' }] as StatusView[], { running: false }],
  ])('when %s', (_, text, statuses, scheduler) => {
    expect(bar(statuses, scheduler ?? { running: true })).toBe(text)
  })

  it('is off where nothing runs', () => {
    expect(bar([{ kind: 'fresh' }], { running: false }, undefined as never)).toBe('· 1')
  })

  it('is JSON for Waybar, and refuses another form', () => {
    const input = { host: HOST, overview: overviewView([profileView({ status: ENDED })]), nowMs: NOW_MS }
    expect(JSON.parse(statusBar(input, 'waybar'))).toEqual({
      text: '○ 1/1',
      tooltip: '1 login: 1 needs you',
      class: 'needs-you',
    })
    expect(() => statusBar(input, 'json')).toThrow('"plain" or "waybar"')
  })
})
