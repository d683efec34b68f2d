/** The window's shapes as signs, with its tones: a state looks the same wherever it is seen. Pure. */
import type { HistoryKind, StatusKind } from '../../contract/views.ts'
import type { Readiness } from '../../model/readiness.ts'
import type { Span, Tone } from './line.ts'

/** Each of them one column wide, and in the fonts of terminals. */
const STATES: Readonly<Record<StatusKind, readonly [sign: string, tone?: Tone]>> = {
  fresh: ['●', 'good'],
  due: ['◐', 'soon'],
  refreshing: ['◔'],
  retrying: ['◌', 'soon'],
  expired: ['○', 'soon'],
  'needs-login': ['▲', 'bad'],
  held: ['□'],
  static: ['–', 'quiet'],
  unknown: ['┄', 'quiet'],
}

const EVENTS: Readonly<Record<HistoryKind, readonly [sign: string, tone?: Tone]>> = {
  refreshed: ['●', 'good'],
  adopted: ['◆'],
  superseded: ['◇'],
  retrying: ['◐', 'soon'],
  rejected: ['■', 'bad'],
  failed: ['✕', 'soon'],
  'signed-in': ['◎', 'good'],
  'login-failed': ['✕', 'quiet'],
  'signed-out': ['□', 'quiet'],
  repaired: ['+', 'good'],
  imported: ['↓', 'good'],
  forgotten: ['–', 'quiet'],
  withheld: ['□', 'quiet'],
}

export function stateMark(kind: StatusKind, word: string): Span {
  return marked(STATES[kind], word)
}

export function eventMark(kind: HistoryKind, word: string): Span {
  return marked(EVENTS[kind], word)
}

/** As the state that such a login is in. */
export function readinessMark(level: Readiness['level']): Span {
  const kinds = {
    ready: 'fresh',
    lapses: 'due',
    waits: 'retrying',
    'needs-login': 'needs-login',
    unknown: 'unknown',
  } as const
  return stateMark(kinds[level], level)
}

function marked([sign, tone]: readonly [string, Tone?], word: string): Span {
  return { text: `${sign} ${word}`, ...(tone ? { tone } : {}) }
}
