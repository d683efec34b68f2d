/** OpenClaw begins to use a login of Lamplighter's, or ends: what is changed is read first. */
import { type FormEvent, useEffect, useState } from 'react'
import type { Failure } from '../../app/contract/failure.ts'
import type { SinkPlanView } from '../../app/contract/openclaw.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormFoot } from '../ui/form-foot.tsx'
import { TextField } from '../ui/text-field.tsx'

/** OpenClaw's own first agent. */
const USUAL = 'main'
/** As the names of folders, which is what agents are. */
const NAME = /^\w[\w.-]{0,99}$/

export function OpenClawDialog(props: { profile: ProfileView }) {
  const { id, providerName } = props.profile
  const called = calledOf(props.profile)
  const actions = useActions()
  const isUsed = useAppState(({ openclaw }) => openclaw.some((one) => one.login === id && one.isUsed))
  const [agent, setAgent] = useState(USUAL)
  const [plan, setPlan] = useState<SinkPlanView>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const isName = NAME.test(agent)
  useEffect(() => {
    if (!NAME.test(agent)) return
    let isCurrent = true
    void actions.planOpenClaw(id, agent).then((reply) => {
      if (!isCurrent) return
      setFailure(reply.ok ? undefined : reply.failure)
      if (reply.ok) setPlan(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [actions, id, agent])
  const isEnd = plan?.isEnd ?? isUsed
  const isWhole = plan?.agent === agent && isName
  const close = () => void actions.closeDialog()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!plan || !isWhole || busy) return
    setBusy(true)
    setFailure(await actions.changeOpenClaw(plan, called))
    setBusy(false)
  }

  const title = isEnd
    ? t('Take {called} out of OpenClaw?', { called })
    : t('Let OpenClaw use {called}?', { called })
  return (
    <Dialog title={title} lead={providerName} onClose={close}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <div className="dialog-body">
          <p>
            {isEnd
              ? t('OpenClaw asks Lamplighter for no more tokens. The login itself stays as it is.')
              : t(
                  'OpenClaw asks Lamplighter for the access token each time. The refresh token stays here, so nothing OpenClaw does can end the login.',
                )}
          </p>
          <TextField
            name="agent"
            label={t('OpenClaw’s agent')}
            value={agent}
            error={isName ? undefined : t('The name of an agent: letters, digits, dots and dashes.')}
            onChange={setAgent}
          />
          {plan ? (
            <section className="dark" aria-labelledby="sink-heading">
              <h3 id="sink-heading">{t('What changes')}</h3>
              <ul>
                {plan.changes.map(({ where, what }) => (
                  <li key={where}>
                    <span className="dark-who break">{known(where)}</span>
                    <span className="dark-what">{known(what)}</span>
                  </li>
                ))}
              </ul>
            </section>
          ) : failure ? null : (
            <p className="quiet">{t('Looking at what would change…')}</p>
          )}
          <p className="quiet" aria-live="polite">
            {busy ? t('OpenClaw’s own command changes its configuration. That can take a minute.') : ''}
          </p>
          {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
        </div>
        <FormFoot
          label={busy ? t('Asking OpenClaw…') : isEnd ? t('Take it out') : t('Let OpenClaw use it')}
          isOff={!isWhole || busy}
          onCancel={close}
        />
      </form>
    </Dialog>
  )
}
