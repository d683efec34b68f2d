/** The third step: what would be written where, on both machines. Then the same list while it is being done. */
import type { Way } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { targetsText } from '../model/import-verdicts.ts'
import {
  bothSides,
  byWay,
  heardOf,
  type Transfer,
  type TransferLogin,
  wayName,
  wayOf,
} from '../model/transfer-model.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { chosenLogins } from '../state/transfer-actions.ts'
import type { TransferStep } from '../state/transfer-step.ts'
import { Glyph } from '../ui/glyph.tsx'
import { ShareBar } from '../ui/share-bar.tsx'
import { StepButtons, TransferFrame } from './transfer-frame.tsx'

type Step = Extract<TransferStep, { kind: 'choose' | 'ways' | 'check' | 'applying' }>

export function TransferCheck(props: { step: Step }) {
  const { step } = props
  const { transfer, ways } = step
  const actions = useActions()
  const logins = chosenLogins(step)
  const applying = step.kind === 'applying'
  const heard = useAppState((state) =>
    step.kind === 'applying' ? heardOf(logins, state.events, step.sinceMs).join('\n') : '',
  )
  const done = new Set(heard === '' ? [] : heard.split('\n'))
  const bring = transfer.direction === 'bring'
  const moves = logins.some(({ id }) => ways[id] === 'move')
  return (
    <TransferFrame
      // The button that was pressed goes away: the heading takes the focus anew.
      key={step.kind}
      kind="check"
      title={
        applying
          ? bring
            ? t('Bringing {logins} over…', { logins: counted(logins.length, 'login') })
            : t('Sending {logins}…', { logins: counted(logins.length, 'login') })
          : t('Before anything is written')
      }
      failure={'failure' in step ? step.failure : undefined}
      note={
        applying
          ? t('It goes on when you look elsewhere, and when you close this window.')
          : moves
            ? t('Whatever fails on the way of a move, {machine} still has the login.', {
                machine: bring ? transfer.nodeName : t('this machine'),
              })
            : t('Every file is kept as it was before it is written.')
      }
      buttons={
        applying ? (
          <button type="button" className="button button-large" onClick={() => actions.show('logins')}>
            {t('To the logins')}
          </button>
        ) : (
          <StepButtons
            kind="check"
            label={
              bring
                ? t('Bring {logins} over', { logins: counted(logins.length, 'login') })
                : t('Send {logins}', { logins: counted(logins.length, 'login') })
            }
            onNext={() => void actions.applyTransfer()}
          />
        )
      }
    >
      {applying && done.size > 0 ? (
        <div className="transfer-progress">
          <p className="tabular">{t('{size} of {logins}', { size: done.size, logins: logins.length })}</p>
          <ShareBar share={Math.round((done.size / logins.length) * 1000)} tone="busy" />
        </div>
      ) : null}
      <ul className="transfer-groups" aria-label={t('What will happen')} aria-busy={applying}>
        {byWay(logins, ways).map((group) => (
          <Group
            key={group.way}
            way={group.way}
            logins={group.logins}
            transfer={transfer}
            done={applying ? done : undefined}
          />
        ))}
      </ul>
    </TransferFrame>
  )
}

/** What goes the same way, with what that comes to said once. */
function Group(props: {
  way: Way
  logins: readonly TransferLogin[]
  transfer: Transfer
  /** Undefined before it is applied. */
  done: ReadonlySet<string> | undefined
}) {
  const { way, logins, done } = props
  const { direction, nodeName } = props.transfer
  const { here, there } = bothSides(way, direction)
  const risky = logins.some((login) => wayOf(login, way)?.risky)
  return (
    <li className="card">
      <div className="transfer-group">
        <h2>
          {risky ? <Glyph shape="triangle" tone="next" small /> : null}
          <span>{wayName(way, direction)}</span>
          <span className="group-count">{counted(logins.length, 'login')}</span>
        </h2>
        <dl className="transfer-sides">
          <div>
            <dt>{t('This machine')}</dt>
            <dd>{here}</dd>
          </div>
          <div>
            <dt className="clip" title={nodeName}>
              {nodeName}
            </dt>
            <dd>{there}</dd>
          </div>
        </dl>
      </div>
      <ul>
        {logins.map((login) => (
          <Row
            key={login.id}
            login={login}
            endpoint={wayOf(login, way)?.endpoint}
            state={!done ? undefined : done.has(login.id) ? 'done' : 'busy'}
          />
        ))}
      </ul>
    </li>
  )
}

function Row(props: {
  login: TransferLogin
  /** Where its tokens would go, where only the other machine knows that. */
  endpoint: string | undefined
  state: 'busy' | 'done' | undefined
}) {
  const { login, endpoint, state } = props
  return (
    <li className="transfer-line">
      <div className="transfer-name">
        {state === 'busy' ? <Glyph shape="ring-open" tone="busy" turning small /> : null}
        {state === 'done' ? <Glyph shape="disc" tone="good" small /> : null}
        <p className="break">
          {login.account} <span className="import-provider">{login.providerName}</span>
          {state === 'done' ? <span className="only-read">{t(', done')}</span> : null}
        </p>
      </div>
      {endpoint === undefined ? null : (
        <p className="import-targets break">{t('Its tokens go to {endpoint}', { endpoint })}</p>
      )}
      {login.targets.length > 0 ? (
        <p className="import-targets break" title={login.targets.join('\n')}>
          {t('Written to {targets}', { targets: targetsText(login.targets) })}
        </p>
      ) : null}
    </li>
  )
}
