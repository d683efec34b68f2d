/** The end of a dialog that has done what it is for. */
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { useNextButton } from './next-button.ts'

export function DoneFoot() {
  const actions = useActions()
  return (
    <footer className="dialog-foot">
      <button
        ref={useNextButton()}
        type="button"
        className="button button-large button-primary"
        onClick={() => void actions.closeDialog()}
      >
        {t('Done')}
      </button>
    </footer>
  )
}
