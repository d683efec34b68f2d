import { useId } from 'react'
import type { ExportChoiceView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { Glyph } from '../ui/glyph.tsx'
import type { ExportDraft } from './export-draft.ts'

/** Every login of this machine: those that may go are chosen, and of the others it is said why not. */
export function ExportList(props: {
  choices: readonly ExportChoiceView[]
  draft: ExportDraft
  locked: boolean
  onChange: (part: Partial<ExportDraft>) => void
}) {
  const { chosen } = props.draft

  function choose(profileId: string, on: boolean): void {
    const others = [...chosen].filter((id) => id !== profileId)
    props.onChange({ chosen: new Set(on ? [...others, profileId] : others), sure: false })
  }

  return (
    <ul className="card export-list" aria-label={t('Logins')}>
      {props.choices.map((choice) => (
        <ExportRow
          key={choice.profileId}
          choice={choice}
          chosen={chosen.has(choice.profileId)}
          locked={props.locked}
          onChoose={choose}
        />
      ))}
    </ul>
  )
}

function ExportRow(props: {
  choice: ExportChoiceView
  chosen: boolean
  locked: boolean
  onChoose: (profileId: string, on: boolean) => void
}) {
  const { choice } = props
  const id = useId()
  const bound = choice.kind === 'bound'
  return (
    <li className={`export-row ${bound ? 'import-off' : ''}`}>
      <input
        id={id}
        type="checkbox"
        name="chosen"
        className="check"
        checked={props.chosen}
        disabled={bound || props.locked}
        aria-describedby={choice.kind === 'free' ? undefined : `${id}-why`}
        onChange={(event) => props.onChoose(choice.profileId, event.target.checked)}
      />
      <label htmlFor={id} className="export-who">
        <span className="import-account">{choice.account}</span>
        <span className="import-provider">{choice.providerName}</span>
      </label>
      {choice.kind === 'free' ? null : (
        <p className="export-why" id={`${id}-why`}>
          <Glyph shape={bound ? 'square-open' : 'triangle'} tone={bound ? 'quiet' : 'next'} small />
          <span>
            {bound ? t('Stays here.') : t('Would have two owners.')} {known(choice.why)}
          </span>
        </p>
      )}
    </li>
  )
}
