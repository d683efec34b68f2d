/** Something the person asked for and that could not be done: stays until it is dismissed. */
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from './failure-note.tsx'
import { CloseIcon, InfoIcon } from './icons.tsx'

export function NoticeBanner() {
  const actions = useActions()
  const notice = useAppState((state) => state.notice)
  if (!notice) return null
  return (
    <section className="banner" aria-label={t('Could not be done')}>
      <InfoIcon />
      <div className="banner-text">
        <FailureNote failure={notice} />
      </div>
      <button
        type="button"
        className="icon-button icon-button-small"
        aria-label={t('Dismiss')}
        onClick={actions.dismissNotice}
      >
        <CloseIcon />
      </button>
    </section>
  )
}
