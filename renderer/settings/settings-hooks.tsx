/** The commands that run when something happened to a login. */
import { useState } from 'react'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { HookTrialView, SettingsView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { HOOKS } from './hook-text.ts'
import { SettingRow, SettingsPart } from './setting-row.tsx'

export function HookSettings(props: { settings: SettingsView }) {
  const { hooks = [] } = props.settings
  return (
    <SettingsPart
      title={t('Hooks')}
      note={t('A command of yours runs by itself, with one line of JSON about the login.')}
    >
      {Object.entries(HOOKS).map(([event, { title }]) => (
        <Hook
          key={event}
          event={event}
          title={title}
          program={hooks.find((one) => one.event === event)?.program}
        />
      ))}
    </SettingsPart>
  )
}

function Hook(props: { event: string; title: string; program: string | undefined }) {
  const { event, title, program } = props
  const actions = useActions()
  const [trial, setTrial] = useState<Reply<HookTrialView>>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function run(): Promise<void> {
    setBusy(true)
    setTrial(undefined)
    setTrial(await actions.tryHook(event))
    setBusy(false)
  }

  return (
    <>
      <SettingRow title={title} {...(program ? { note: program } : {})} also={t('command run script hook')}>
        {program === undefined ? (
          <button
            type="button"
            className="button"
            aria-label={t('Add a command: {title}', { title })}
            onClick={() => actions.openHook(event)}
          >
            {t('Add…')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="button"
              aria-label={t('Try: {title}', { title })}
              aria-disabled={busy}
              onClick={() => void (busy ? undefined : run())}
            >
              {busy ? t('Running…') : t('Try')}
            </button>
            <button
              type="button"
              className="button"
              aria-label={t('Change: {title}', { title })}
              onClick={() => actions.openHook(event)}
            >
              {t('Change…')}
            </button>
            <button
              type="button"
              className="button"
              aria-label={t('Remove: {title}', { title })}
              onClick={() => {
                setTrial(undefined)
                void actions.removeHook(event).then(setFailure)
              }}
            >
              {t('Remove')}
            </button>
          </>
        )}
      </SettingRow>
      {failure ? (
        <div className="setting hook-said">
          <FailureNote failure={failure} tone="alarm" />
        </div>
      ) : null}
      {trial ? (
        <div className="setting hook-said" role="status">
          {trial.ok ? <Trial trial={trial.value} /> : <FailureNote failure={trial.failure} tone="alarm" />}
        </div>
      ) : null}
    </>
  )
}

function Trial(props: { trial: HookTrialView }) {
  const { works, message, output } = props.trial
  return (
    <>
      <p className={works ? '' : 'field-error'}>
        <CoreWords words={message} />
      </p>
      {output ? <pre className="written-lines">{output}</pre> : null}
    </>
  )
}
