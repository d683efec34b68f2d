/** Something the person asked for and that could not be done: stays until it is dismissed. */
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { CloseButton } from './close-button.tsx'
import { FailureNote } from './failure-note.tsx'
import { InfoIcon } from './icons.tsx'

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
      <CloseButton label={t('Dismiss')} small onClose={actions.dismissNotice} />
    </section>
  )
}
