/** The foot of a dialog that is a form: the button that sends it, and the way out, or back to the step before. */
import { t } from '../../app/words/t.ts'

type WayOut = { readonly onCancel: () => void } | { readonly onBack: () => void }

export function FormFoot(props: { label: string; isOff?: boolean } & WayOut) {
  const isBack = 'onBack' in props
  return (
    <footer className="dialog-foot">
      <button type="submit" className="button button-large button-primary" aria-disabled={props.isOff}>
        {props.label}
      </button>
      <button
        type="button"
        className={`button button-large ${isBack ? 'dialog-back' : ''}`}
        onClick={isBack ? props.onBack : props.onCancel}
      >
        {isBack ? t('Back') : t('Cancel')}
      </button>
    </footer>
  )
}
