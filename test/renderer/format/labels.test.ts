import { describe, expect, it } from 'vitest'
import type { HistoryKind, StatusKind } from '../../../app/contract/views.ts'
import { counted, eventMark, statusMark, statusWord, withoutStop } from '../../../renderer/format/labels.ts'

const STATES: readonly StatusKind[] = [
  'fresh',
  'due',
  'refreshing',
  'retrying',
  'expired',
  'needs-login',
  'held',
  'static',
  'unknown',
]
const EVENTS: readonly HistoryKind[] = [
  'refreshed',
  'adopted',
  'superseded',
  'retrying',
  'rejected',
  'failed',
  'signed-in',
  'repaired',
]

describe('statusMark', () => {
  it('gives each state its own shape and its own word', () => {
    expect(new Set(STATES.map((kind) => statusMark(kind).shape)).size).toBe(STATES.length)
    expect(new Set(STATES.map((kind) => statusMark(kind).word)).size).toBe(STATES.length)
  })

  it('keeps red for what needs a person', () => {
    expect(STATES.filter((kind) => statusMark(kind).tone === 'alarm')).toEqual(['needs-login'])
  })
})

describe('eventMark', () => {
  it('tells the events apart by shape alone', () => {
    expect(new Set(EVENTS.map((kind) => eventMark(kind).shape)).size).toBe(EVENTS.length)
  })
})

describe('statusWord', () => {
  it('says who renews what others keep', () => {
    expect(statusWord({ status: { kind: 'held', by: 'Claude Code', expired: false } })).toBe(
      'renewed by Claude Code',
    )
  })
})

describe('withoutStop', () => {
  it('leaves a sentence open, in any language', () => {
    expect(['It is gone.', '它不见了。', 'config.json'].map(withoutStop)).toEqual([
      'It is gone',
      '它不见了',
      'config.json',
    ])
  })
})

describe('counted', () => {
  it('minds the plural and the thousands', () => {
    expect([counted(1, 'login'), counted(0, 'login'), counted(2000, 'login')]).toEqual([
      '1 login',
      '0 logins',
      '2,000 logins',
    ])
  })
})
