/** The cross that puts away what it stands in. */
import { CloseIcon } from './icons.tsx'

export function CloseButton(props: { label: string; small?: boolean; onClose: () => void }) {
  return (
    <button
      type="button"
      className={`icon-button ${props.small ? 'icon-button-small' : ''}`}
      aria-label={props.label}
      onClick={props.onClose}
    >
      <CloseIcon />
    </button>
  )
}
