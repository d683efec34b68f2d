/** Under founding and joining: the one button, and the way back, which stops while something is waited for. */
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'

export function FleetFormFoot(props: {
  isBusy: boolean
  canSubmit: boolean
  label: string
  busyLabel: string
  onBack: () => void
}) {
  const { isBusy, canSubmit } = props
  const actions = useActions()
  return (
    <div className="buttons">
      <button
        type="submit"
        className="button button-large button-primary"
        aria-disabled={isBusy || !canSubmit}
      >
        {isBusy ? props.busyLabel : props.label}
      </button>
      <button
        type="button"
        className="button button-large"
        onClick={() => (isBusy ? void actions.stopFleet() : props.onBack())}
      >
        {isBusy ? t('Stop') : t('Back')}
      </button>
    </div>
  )
}
