/** How often it was asked in the last day, when last, and with what result. */
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { ago } from '../format/time.ts'
import type { Asked } from '../model/program-rows.ts'
import { useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'

/** A bar for each of the last 24 hours. */
export function AskedByHour(props: { byHour: readonly number[] }) {
  const { byHour } = props
  const total = byHour.reduce((sum, one) => sum + one, 0)
  const words = t('{tokens} in the last 24 hours', { tokens: counted(total, 'token') })
  return (
    <div className="program-asks" title={words}>
      <svg viewBox="0 0 96 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="program-no-asks" d="M0 15.5h96" />
        <path d={bars(byHour)} />
      </svg>
      <span className="only-read">{words}</span>
    </div>
  )
}

function bars(byHour: readonly number[]): string {
  const most = Math.max(1, ...byHour)
  return byHour
    .map((times, hour) => (times === 0 ? '' : `M${hour * 4 + 1.5} 16v${-Math.max(3, (times / most) * 16)}`))
    .join('')
}

/**
 * @param wrong what is to be said before all that
 * @param unasked what is said of one that never asked
 */
export function LastAsked(props: {
  asked: Asked
  wrong?: { readonly words: string; readonly why?: string }
  unasked?: string
}) {
  const { lastAtMs, refusal, isWithheld } = props.asked
  const age = useTicked(
    (nowMs) => (lastAtMs === undefined ? '' : ago(Math.max(0, nowMs - lastAtMs))),
    lastAtMs === undefined ? [] : [lastAtMs],
  )
  if (isWithheld) return <State shape="square-open" tone="other" words={t('blocked')} />
  if (props.wrong) {
    return <State shape="triangle" tone="next" words={props.wrong.words} title={props.wrong.why} />
  }
  if (refusal)
    return (
      <State shape="cross" tone="alarm" words={t('refused {age}', { age })} title={known(refusal.message)} />
    )
  if (age === '') return <State shape="dash" tone="quiet" words={props.unasked ?? t('not asked yet')} />
  return <State shape="disc" tone="good" words={age} />
}

function State(props: {
  shape: 'disc' | 'dash' | 'cross' | 'square-open' | 'triangle'
  tone: 'good' | 'quiet' | 'alarm' | 'other' | 'next'
  words: string
  title?: string | undefined
}) {
  return (
    <p className="program-last tabular" title={props.title}>
      <Glyph shape={props.shape} tone={props.tone} small />
      {props.words}
    </p>
  )
}
