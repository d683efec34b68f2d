/** The fleet under Machines: many machines that share logins over a register. */
import { useState } from 'react'
import type { FleetNodeView, FleetPageView } from '../../app/contract/fleet.ts'
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
      <h2 id="fleet-heading">{page ? `Fleet ${page.fleet.name}` : 'A fleet'}</h2>
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
        Many machines that share logins: any of them may fail, and one at a time renews. Found one on a
        machine that is always on, in a terminal: lamplighter fleet found NAME --here
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
          label="Invitation"
          value={text}
          placeholder="lamplighter-fleet:…"
          hint="From the machine where the fleet was founded. Lamplighter has to run there meanwhile."
          onChange={setText}
        />
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={isJoining || text.trim() === ''}>
            {isJoining ? 'Waiting for an answer…' : 'Join'}
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
  const role = fleet.role === 'keeper' ? 'renews them, too' : 'only uses them'
  return (
    <>
      <p className="settings-note">
        {counted(shared, 'login')} shared. This machine is {fleet.machine} and {role}.
      </p>
      {fleet.problem ? <FailureNote failure={fleet.problem} tone="alarm" /> : null}
      {removed ? (
        <p className="settings-note" role="status">
          {removed.name} is removed. {counted(removed.renewed, 'login')} that it could renew{' '}
          {removed.renewed === 1 ? 'was' : 'were'} renewed since
          {removed.kept > 0
            ? `; ${removed.kept} of a provider that does not rotate go on working there: sign in to them again`
            : ''}
          {removed.left > 0 ? `; ${removed.left} are left, and go on by themselves` : ''}.
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
    (nowMs) => (seenMs === undefined ? 'not heard of yet' : `there ${ago(nowMs - seenMs)}`),
    seenMs === undefined ? [] : [seenMs],
  )
  return (
    <li className="setting sealing">
      <Glyph shape={role === 'keeper' ? 'square' : 'square-open'} tone="other" />
      <div className="setting-words">
        <p className="setting-title break">{name}</p>
        <p className="setting-note">
          {role === 'keeper' ? 'keeper: renews' : 'reader: never holds a refresh token'},{' '}
          {isThis ? 'this machine' : seen}
        </p>
        {isAsked ? <FleetRemove node={props.node} /> : null}
      </div>
      {props.canRemove && !isAsked ? (
        <button type="button" className="button" onClick={() => actions.askRemoveFromFleet(id)}>
          Remove…
        </button>
      ) : null}
    </li>
  )
}
