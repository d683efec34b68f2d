/** The chain behind the present refresh token: what brought each of them, when, and in which process. */
import { useState } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { exactTime, whenLabel } from '../format/dates.ts'
import { eventMark } from '../format/labels.ts'
import { MINUTE } from '../format/time.ts'
import { useAppState, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { doneBy } from './timeline/mark-text.ts'
import { type LineageStep, lineage, shortPrint } from './token-chain.ts'

const SHOWN = 5

export function Lineage(props: { profile: ProfileView }) {
  const { id, fingerprint } = props.profile
  const events = useAppState((state) => state.events)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const [all, setAll] = useState(false)
  if (fingerprint === undefined) return null
  const steps = lineage(events, id, fingerprint)
  // Folding away a single one would save nothing.
  const shown = all || steps.length <= SHOWN + 1 ? steps : steps.slice(0, SHOWN)
  return (
    <section className="detail-part">
      <h3>{t('Lineage of the refresh token')}</h3>
      <ol className="chain">
        {shown.map((step, at) => (
          <Step key={step.fingerprint} step={step} present={at === 0} nowMs={nowMs} />
        ))}
      </ol>
      {shown.length < steps.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('{count} earlier', { count: steps.length - shown.length })}
        </button>
      ) : null}
    </section>
  )
}

function Step(props: { step: LineageStep; present: boolean; nowMs: number }) {
  const { fingerprint, event } = props.step
  const look = event ? eventMark(event.kind) : ({ shape: 'dash', tone: 'quiet', word: '' } as const)
  return (
    <li className="chain-step" data-present={props.present}>
      <Glyph shape={look.shape} tone={look.tone} small />
      <span className="mono" title={t('Fingerprint of the refresh token: {fingerprint}', { fingerprint })}>
        {shortPrint(fingerprint)}
      </span>
      <span
        className="chain-how clip"
        {...(event ? { title: `${exactTime(event.atMs)}. ${doneBy(event)}` } : {})}
      >
        {event ? (
          <>
            {look.word}{' '}
            <span className="quiet">
              · {event.process} {event.pid}
            </span>
          </>
        ) : props.present ? (
          <span className="quiet">{t('from before Lamplighter')}</span>
        ) : (
          <span className="quiet">{t('the oldest on record')}</span>
        )}
      </span>
      {event ? (
        <time className="quiet tabular" dateTime={new Date(event.atMs).toISOString()}>
          {whenLabel(event.atMs, props.nowMs)}
        </time>
      ) : null}
    </li>
  )
}
