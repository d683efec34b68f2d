import { describe, expect, it } from 'vitest'
import type { HistoryEventView } from '../../../app/contract/views.ts'
import { exportHistory, toCsv, toJson } from '../../../app/history/export.ts'

function event(part: Partial<HistoryEventView> = {}): HistoryEventView {
  return {
    id: 'e1',
    atMs: Date.UTC(2030, 0, 2, 3, 4, 5),
    kind: 'refreshed',
    profileId: 'openai-codex:ada',
    providerId: 'openai-codex',
    account: 'ada@example.test',
    message: 'Refreshed.',
    askedBy: 'schedule',
    process: 'Lamplighter',
    pid: 42,
    ...part,
  }
}

function row(part: Partial<HistoryEventView>): string {
  return toCsv([event(part)])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
}

describe('the history as CSV', () => {
  it('has a header, one line for each event, and CRLF after each', () => {
    const text = toCsv([event({ durationMs: 12, holders: 3 }), event({ id: 'e2' })])
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(
      'time,kind,profile,provider,account,message,cause,detail,duration_ms,grant,successor,holders,asked_by,process,pid,id',
    )
    expect(lines[1]).toBe(
      '2030-01-02T03:04:05.000Z,refreshed,openai-codex:ada,openai-codex,ada@example.test,Refreshed.,,,12,,,3,schedule,Lamplighter,42,e1',
    )
    expect(lines[3]).toBe('')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(row({ message: 'a, "b"\nc' })).toContain(',"a, ""b""\nc",')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      expect(row({ message: text })).toMatch(/,"?'/)
    },
  )

  it('leaves ordinary words alone', () => {
    expect(row({ message: 'a=b - c' })).toContain(',a=b - c,')
  })
})

describe('the history as JSON', () => {
  it('is versioned and holds every member as it was', () => {
    const first = event({ detail: 'x', grant: 'aaaa' })
    expect(JSON.parse(toJson([first]))).toEqual({
      version: 1,
      events: [{ at: '2030-01-02T03:04:05.000Z', ...first }],
    })
    expect(exportHistory('json', [first])).toBe(toJson([first]))
  })
})
