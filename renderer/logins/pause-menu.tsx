/** Pausing, resuming and hurrying: what a person can say to the renewing itself. */
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { aheadLabel } from '../format/dates.ts'
import { MINUTE } from '../format/time.ts'
import { dueNow } from '../model/profile-rows.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { PauseIcon } from '../ui/icons.tsx'
import { MenuButton, type MenuItem } from '../ui/menu-button.tsx'
import { pauseChoices } from './pause-choices.ts'

export function PauseMenu() {
  const actions = useActions()
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const due = useDue()
  const items: readonly MenuItem[] = [
    ...pauseChoices(nowMs).map(({ id, label, untilMs }) => ({
      id,
      label,
      run: () => void actions.pause(untilMs),
    })),
    // Last: whoever opens "Pause" came for something else.
    ...(due > 0
      ? [{ id: 'due', label: t('Renew all {due} due now', { due }), run: () => void actions.refreshDue() }]
      : []),
  ]
  return (
    <MenuButton className="button pause-button" name={t('Pause renewing')} items={items}>
      <PauseIcon />
      {t('Pause')}
    </MenuButton>
  )
}

export function Paused(props: { paused: NonNullable<OverviewView['scheduler']['paused']> }) {
  const actions = useActions()
  const { untilMs } = props.paused
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  return (
    <>
      <div className="watch paused">
        <p className="watch-line">
          <Glyph shape="dash" tone="quiet" small />
          {untilMs === undefined
            ? t('Renewing is paused.')
            : t('Renewing is paused until {when}.', { when: aheadLabel(untilMs, nowMs) })}
        </p>
        <RenewDue />
      </div>
      <button type="button" className="button pause-button" onClick={() => void actions.resume()}>
        {t('Resume')}
      </button>
    </>
  )
}

/** Nothing where one of them or none is due: the row has a button for it. */
export function RenewDue(props: { label?: string }) {
  const actions = useActions()
  const due = useDue()
  const busy = useAppState((state) => state.refreshingDue)
  if (due < 2 && !busy) return null
  return (
    <button
      type="button"
      className="link-button"
      aria-disabled={busy}
      onClick={() => void (busy ? undefined : actions.refreshDue())}
    >
      {busy ? t('Renewing…') : (props.label ?? t('Renew the {due} that are due', { due }))}
    </button>
  )
}

function useDue(): number {
  return useAppState((state) => dueNow(state.overview?.profiles ?? []).length)
}
