/** One field: what a person types after ssh. */
import { type FormEvent, useId, useRef, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { failureWords } from '../format/labels.ts'
import { useActions } from '../state/app-context.ts'
import { TechnicalDetail } from '../ui/failure-note.tsx'
import { Swap } from '../ui/swap.tsx'

const EMPTY: Failure = {
  code: 'ARGUMENT_INVALID',
  message: t('Type where it is first, as you would after ssh.'),
}

export function AddNode(props: { first: boolean }) {
  const actions = useActions()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setFailure(undefined)
    setBusy(true)
    const refused = text.trim() === '' ? EMPTY : await actions.addNode(text)
    setBusy(false)
    setFailure(refused)
    if (!refused) setText('')
    field.current?.focus() // what was wrong is typed over; or the next one follows
  }

  return (
    <form
      className={`card add-node ${props.first ? '' : 'add-more'}`}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <div className="field">
        <label htmlFor={id}>{props.first ? t('Where is it?') : t('Add a machine')}</label>
        <div className="paste-line">
          <input
            ref={field}
            id={id}
            className="input"
            value={text}
            placeholder={props.first ? 'user@host' : t('user@host, as you would type after ssh')}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            readOnly={busy}
            aria-invalid={failure !== undefined}
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              setText(event.target.value)
              setFailure(undefined)
            }}
          />
          <button
            type="submit"
            className={`button button-large ${props.first ? 'button-primary' : ''}`}
            aria-disabled={busy}
          >
            <Swap words={t('Add')} other={t('Adding…')} isOther={busy} />
          </button>
        </div>
        <p
          id={`${id}-note`}
          className={failure ? 'field-error break' : props.first ? 'quiet' : 'only-read'}
          aria-live="polite"
        >
          {failure
            ? failureWords(failure)
            : t('As you would type after ssh. Your own keys, agent, jump hosts and known hosts apply.')}
        </p>
        {failure?.detail ? <TechnicalDetail failure={failure} /> : null}
      </div>
    </form>
  )
}
