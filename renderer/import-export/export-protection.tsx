/** How the file is closed: under a passphrase, or to keys of those who shall open it. */
import { useId } from 'react'
import { t } from '../../app/words/t.ts'
import type { ExportDraft, ExportErrors } from './export-draft.ts'

const WAYS = [
  { id: 'passphrase', label: t('With a passphrase') },
  { id: 'keys', label: t('To keys') },
] as const

export function ExportProtection(props: {
  draft: ExportDraft
  errors: ExportErrors
  locked: boolean
  onChange: (part: Partial<ExportDraft>) => void
}) {
  const { draft, errors, locked, onChange } = props
  return (
    <>
      <fieldset className="switch">
        <legend className="only-read">{t('How it is encrypted')}</legend>
        {WAYS.map(({ id, label }) => (
          <label key={id} className="switch-part">
            <input
              type="radio"
              name="by"
              value={id}
              checked={draft.by === id}
              disabled={locked}
              onChange={() => onChange({ by: id })}
            />
            <span data-label={label}>{label}</span>
          </label>
        ))}
      </fieldset>
      {draft.by === 'passphrase' ? (
        <div className="export-pair">
          <Hidden
            name="passphrase"
            label={t('Passphrase')}
            value={draft.passphrase}
            error={errors.passphrase}
            hint={t('Four or five unrelated words are easy to type and hard to guess.')}
            locked={locked}
            onChange={(passphrase) => onChange({ passphrase })}
          />
          <Hidden
            name="again"
            label={t('Once more')}
            value={draft.again}
            error={errors.again}
            hint={t('Nobody can look it up later.')}
            locked={locked}
            onChange={(again) => onChange({ again })}
          />
        </div>
      ) : (
        <Keys
          value={draft.keys}
          error={errors.keys}
          locked={locked}
          onChange={(keys) => onChange({ keys })}
        />
      )}
    </>
  )
}

function Hidden(props: {
  name: string
  label: string
  value: string
  hint: string
  error: string | undefined
  locked: boolean
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        className="input"
        type="password"
        value={props.value}
        spellCheck={false}
        autoComplete="new-password"
        readOnly={props.locked}
        aria-invalid={props.error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={props.error ? 'field-error' : 'quiet'} aria-live="polite">
        {props.error ?? props.hint}
      </p>
    </div>
  )
}

function Keys(props: {
  value: string
  error: string | undefined
  locked: boolean
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('Public keys of those who shall open it')}</label>
      <textarea
        id={id}
        name="keys"
        className="input mono export-keys"
        rows={4}
        value={props.value}
        placeholder={'age1…\nssh-ed25519 AAAA…'}
        spellCheck={false}
        autoComplete="off"
        readOnly={props.locked}
        aria-invalid={props.error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={props.error ? 'field-error' : 'quiet'} aria-live="polite">
        {props.error ??
          t(
            'One for each line: age keys, or the contents of an SSH .pub file. Any one of them opens the file.',
          )}
      </p>
    </div>
  )
}
