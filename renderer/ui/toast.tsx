/** A sentence about what was just done, at the foot of the window: it goes by itself, and may offer to undo it. */
import { useEffect } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { CloseButton } from './close-button.tsx'

export function ToastBox() {
  const actions = useActions()
  const toast = useAppState((state) => state.toast)
  const untilMs = toast?.untilMs
  const isOver = useTicked(
    (nowMs) => untilMs !== undefined && nowMs >= untilMs,
    untilMs === undefined ? [] : [untilMs],
  )
  useEffect(() => {
    if (isOver) actions.dismissToast()
  }, [isOver, actions])
  if (!toast) return null
  return (
    // Read out by the window's own announcement.
    <section className="toast" aria-label={t('Done')}>
      <p>{toast.text}</p>
      {toast.undo ? (
        <button type="button" className="link-button" onClick={() => void actions.undoToast()}>
          {t('Undo')}
        </button>
      ) : null}
      <CloseButton label={t('Dismiss')} small onClose={actions.dismissToast} />
    </section>
  )
}
