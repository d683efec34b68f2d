/** A modal dialog: the platform's own element, which keeps the focus inside and gives it back. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../../app/words/t.ts'
import { CloseButton } from './close-button.tsx'
import { showModal } from './modal.ts'

export function Dialog(props: {
  title: string
  lead?: string
  className?: string
  onClose: () => void
  children: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    // The focus returns to what opened it; a button that is gone by then leaves it to its row.
    const before = document.activeElement
    const row = before?.closest('[data-row]')
    const close = dialog ? showModal(dialog) : undefined
    // The title is read out, and Tab goes on from there; unless there is one field to begin with.
    const first = dialog?.querySelector<HTMLElement>('[data-first]')
    ;(first ?? dialog)?.focus()
    return () => {
      close?.()
      const back = before?.isConnected ? before : row
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={`dialog ${props.className ?? ''}`}
      tabIndex={-1}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault() // React takes it away; were the browser to, the two would disagree
        props.onClose()
      }}
    >
      <header className="dialog-head">
        <div>
          <h2 id={id}>{props.title}</h2>
          {props.lead ? <p className="break">{props.lead}</p> : null}
        </div>
        <CloseButton label={t('Close')} onClose={props.onClose} />
      </header>
      {props.children}
    </dialog>
  )
}
