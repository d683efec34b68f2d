/** How things stand, at dusk: one sentence, why, the one button that mends it, and the street. */
import { useMemo } from 'react'
import type { OverviewView } from '../../app/contract/views.ts'
import { numberText, t } from '../../app/words/t.ts'
import { MINUTE } from '../format/time.ts'
import { type BandAct, bandOf, litInWords, streetOf } from '../model/band.ts'
import { queueWho, queueWords } from '../model/overview-changes.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { loginFor } from '../state/store.ts'
import { Street } from './street.tsx'

export function DuskBand(props: { overview: OverviewView }) {
  const { overview } = props
  const { profiles, queue } = overview
  // Whole minutes, but never before the look it is about.
  const minute = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const nowMs = Math.max(minute, overview.atMs)
  const band = useMemo(() => bandOf(overview, nowMs), [overview, nowMs])
  const lamps = useMemo(() => streetOf(profiles, overview.atMs), [profiles, overview.atMs])
  const atOnce = useAppState((state) => state.settings?.maxConcurrent)
  return (
    <section
      className={`band band-${band.mood} ${lamps.length > 0 ? '' : 'band-plain'}`}
      aria-label={t('How things stand')}
    >
      <div className="band-words">
        <h1>{band.headline}</h1>
        <p className="band-why">{band.why}</p>
        {queue && queue.length > 0 ? (
          <p className="band-queue" title={queueWho(queue)}>
            {numberText(queue.length)} {queueWords(atOnce)}
          </p>
        ) : null}
        {band.act ? <Act act={band.act} /> : null}
      </div>
      {lamps.length > 0 ? (
        <div className="band-street">
          <p className="band-lit">{litInWords(profiles, overview.atMs)}</p>
          <Street lamps={lamps} />
        </div>
      ) : null}
    </section>
  )
}

function Act(props: { act: BandAct }) {
  const { act } = props
  const actions = useActions()
  const id = 'profileId' in act ? act.profileId : undefined
  const busy = useAppState(
    (state) =>
      id !== undefined &&
      ((act.kind === 'sign-in' && loginFor(state, id) !== undefined) ||
        (act.kind === 'renew' && state.asking.has(id))),
  )
  function run(): void {
    switch (act.kind) {
      case 'sign-in':
        void actions.signIn({ profileId: act.profileId })
        break
      case 'renew':
        void actions.refresh(act.profileId)
        break
      case 'repair':
        void actions.repair(act.profileId)
        break
      case 'show':
        actions.openDetail(act.profileId)
        break
      case 'show-problem':
        actions.openDetail(act.problemId)
        break
      case 'resume':
        void actions.resume()
    }
  }
  return (
    <button
      type="button"
      className={`button button-large ${act.kind === 'show' || act.kind === 'show-problem' ? 'button-dusk' : 'button-lamp'}`}
      aria-disabled={busy}
      onClick={() => (busy ? undefined : run())}
    >
      {busy ? (act.kind === 'renew' ? t('Renewing…') : t('Signing in…')) : act.label}
    </button>
  )
}
