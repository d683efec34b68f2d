/** Opens a door: for which logins, for how long and where; then its key, this once, and how a guest asks. */
import { type FormEvent, useId, useState } from 'react'
import type { OpenedDoorView } from '../../app/contract/doors.ts'
import type { Failure } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { useActions, useApp, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DoneFoot } from '../ui/done-foot.tsx'
import { CopyButton, FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { rich } from '../ui/rich.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFaults } from '../ui/use-faults.ts'
import {
  DOOR_LASTS,
  type DoorDraft,
  type DoorErrors,
  type DoorLasts,
  doorErrors,
  doorRequest,
  emptyDoor,
} from './door-draft.ts'
import { DoorLines } from './door-lines.tsx'

export function OpenDoorDialog() {
  const actions = useActions()
  const [opened, setOpened] = useState<OpenedDoorView>()
  return (
    <Dialog
      title={opened ? t('{name} is let in', { name: opened.door.name }) : t('Let a container in')}
      lead={opened ? t('It gets tokens while Lamplighter runs.') : t('Or a virtual machine')}
      onClose={() => void actions.closeDialog()}
    >
      {opened ? <Opened opened={opened} /> : <Ask onOpened={setOpened} />}
    </Dialog>
  )
}

function Ask(props: { onOpened: (opened: OpenedDoorView) => void }) {
  const { actions, platform } = useApp()
  const profiles = useAppState((state) => state.overview?.profiles) ?? []
  const [only, ...others] = profiles
  const { form, faults, tell, right } = useFaults<keyof DoorErrors>()
  const [draft, setDraft] = useState(() => emptyDoor(platform, only && others.length === 0 ? [only.id] : []))
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<DoorDraft>): void => {
    setDraft({ ...draft, ...part })
    right('name', 'logins', 'port')
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    if (tell(doorErrors(draft))) return
    setBusy(true)
    const reply = await actions.addDoor(doorRequest(draft))
    setBusy(false)
    if (reply.ok) props.onOpened(reply.value)
    else setFailure(reply.failure)
  }

  return (
    <form ref={form} className="dialog-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="dialog-body">
        <TextField
          name="name"
          label={t('What do you call it?')}
          value={draft.name}
          placeholder={t('builder')}
          error={faults.name}
          first
          onChange={(name) => change({ name })}
        />
        <Logins chosen={draft.logins} error={faults.logins} onChange={(logins) => change({ logins })} />
        <SelectField
          name="lasts"
          label={t('For how long?')}
          value={draft.lasts}
          options={DOOR_LASTS.map(({ id, label }) => [id, label] as const)}
          onChange={(lasts) => change({ lasts: lasts as DoorLasts })}
        />
        {platform === 'win32' ? null : (
          <Choice
            name="kind"
            label={t('How does it ask?')}
            choices={KINDS}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
        )}
        {draft.kind === 'socket' ? (
          <p className="quiet">
            {t('You mount one folder into the container. Whoever has it there may ask.')}
          </p>
        ) : (
          <TextField
            name="port"
            label={t('Which port of this machine?')}
            value={draft.port}
            hint={t('There is a key to it, and only who sends that may ask.')}
            error={faults.port}
            onChange={(port) => change({ port })}
          />
        )}
        {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      </div>
      <FormFoot label={t('Let it in')} isOff={busy} onCancel={() => void actions.closeDialog()} />
    </form>
  )
}

const KINDS = [
  { id: 'socket', label: t('By a socket') },
  { id: 'port', label: t('By a port') },
] as const

function Logins(props: {
  chosen: ReadonlySet<string>
  error: string | undefined
  onChange: (chosen: ReadonlySet<string>) => void
}) {
  const { chosen, error } = props
  const profiles = useAppState((state) => state.overview?.profiles) ?? []
  const id = useId()
  return (
    <fieldset className="field door-logins" aria-describedby={error ? `${id}-note` : undefined}>
      <legend>{t('Which logins’ tokens does it get?')}</legend>
      <ul className="input">
        {profiles.map((profile, at) => (
          <li key={profile.id}>
            <label>
              <input
                type="checkbox"
                className="check"
                name={at === 0 ? 'logins' : undefined}
                checked={chosen.has(profile.id)}
                onChange={({ target: { checked } }) =>
                  props.onChange(
                    checked
                      ? new Set([...chosen, profile.id])
                      : new Set([...chosen].filter((one) => one !== profile.id)),
                  )
                }
              />
              <span>
                {calledOf(profile)} <span className="quiet">{profile.providerName}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {error ? (
        <p id={`${id}-note`} className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}

function Opened(props: { opened: OpenedDoorView }) {
  const { door, key } = props.opened
  return (
    <>
      <div className="dialog-body">
        {key === undefined ? null : (
          <div className="note">
            <p>
              {rich('Its key, shown this once: {code}', { code: <code className="mono break">{key}</code> })}
            </p>
            <CopyButton text={key} label={t('Copy the key')} />
          </div>
        )}
        <DoorLines lines={door.lines} />
      </div>
      <DoneFoot />
    </>
  )
}
