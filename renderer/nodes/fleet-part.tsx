/** The fleet under Machines: many machines that share logins over a register. */
import { useState } from 'react'
import type { FleetNodeView, FleetPageView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { ago } from '../format/time.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FleetInvite } from './fleet-invite.tsx'
import { FleetRemove } from './fleet-remove.tsx'

export function FleetPart() {
  const { page, failure } = useAppState((state) => state.fleet)
  if (page === undefined && !failure) return null
  return (
    <section className="settings-part" aria-labelledby="fleet-heading">
      <h2 id="fleet-heading">{page ? t('Fleet {name}', { name: page.fleet.name }) : t('A fleet')}</h2>
      {failure ? <FailureNote failure={failure} tone="alarm" /> : null}
      {page ? <Members page={page} /> : <JoinFleet />}
    </section>
  )
}

/** For whoever is of none yet. */
function JoinFleet() {
  const actions = useActions()
  const isJoining = useAppState((state) => state.fleet.busy === 'join')
  const [text, setText] = useState('')
  return (
    <>
      <p className="settings-note">
        {t(
          'Many machines that share logins: any of them may fail, and one at a time renews. Found one on a machine that is always on, in a terminal: lamplighter fleet found NAME --here',
        )}
      </p>
      <form
        className="card add-node"
        onSubmit={(event) => {
          event.preventDefault()
          void actions.joinFleet(text)
        }}
      >
        <TextField
          name="invitation"
          label={t('Invitation')}
          value={text}
          placeholder="lamplighter-fleet:…"
          hint={t('From the machine where the fleet was founded. Lamplighter has to run there meanwhile.')}
          onChange={setText}
        />
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isJoining || text.trim() === ''}>
            {isJoining ? t('Waiting for an answer…') : t('Join')}
          </button>
        </div>
      </form>
    </>
  )
}

function Members(props: { page: FleetPageView }) {
  const { fleet, nodes = [] } = props.page
  const removed = useAppState((state) => state.fleet.removed)
  const shared = fleet.shared.filter(({ state }) => state !== 'left').length
  const role = fleet.role === 'keeper' ? t('renews them, too') : t('only uses them')
  return (
    <>
      <p className="settings-note">
        {t('{logins} shared. This machine is {machine} and {role}.', {
          logins: counted(shared, 'login'),
          machine: fleet.machine,
          role,
        })}
      </p>
      {fleet.problem ? <FailureNote failure={fleet.problem} tone="alarm" /> : null}
      {removed ? (
        <p className="settings-note" role="status">
          {t(
            '{name} is removed. {renewed, plural, one {# login that it could renew was} other {# logins that it could renew were}} renewed since{kept}{left}.',
            {
              name: removed.name,
              renewed: removed.renewed,
              kept:
                removed.kept > 0
                  ? t(
                      '; {kept} of a provider that does not rotate go on working there: sign in to them again',
                      { kept: removed.kept },
                    )
                  : '',
              left:
                removed.left > 0
                  ? t('; {left} are left, and go on by themselves', { left: removed.left })
                  : '',
            },
          )}
        </p>
      ) : null}
      <ul className="card settings-card">
        {nodes.map((node) => (
          <Member key={node.id} node={node} canRemove={fleet.administrator && !node.isThis} />
        ))}
      </ul>
      {fleet.administrator ? <FleetInvite /> : null}
    </>
  )
}

function Member(props: { node: FleetNodeView; canRemove: boolean }) {
  const { id, name, role, isThis, seenMs } = props.node
  const actions = useActions()
  const isAsked = useAppState((state) => state.fleet.removing === id)
  const seen = useTicked(
    (nowMs) =>
      seenMs === undefined ? t('not heard of yet') : t('there {ago}', { ago: ago(nowMs - seenMs) }),
    seenMs === undefined ? [] : [seenMs],
  )
  return (
    <li className="setting sealing">
      <Glyph shape={role === 'keeper' ? 'square' : 'square-open'} tone="other" />
      <div className="setting-words">
        <p className="setting-title break">{name}</p>
        <p className="setting-note">
          {role === 'keeper' ? t('keeper: renews') : t('reader: never holds a refresh token')},{' '}
          {isThis ? t('this machine') : seen}
        </p>
        {isAsked ? <FleetRemove node={props.node} /> : null}
      </div>
      {props.canRemove && !isAsked ? (
        <button type="button" className="button" onClick={() => actions.askRemoveFromFleet(id)}>
          {t('Remove…')}
        </button>
      ) : null}
    </li>
  )
}
