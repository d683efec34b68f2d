/** One machine of the fleet: what it may, and when it was there last. */
import type { FleetNodeView, FleetView } from '../../app/contract/fleet.ts'
import { t } from '../../app/words/t.ts'
import { roleWords, seenWords } from '../model/fleet-text.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { FleetRemove } from './fleet-remove.tsx'
import { FleetRow } from './fleet-row.tsx'

export function FleetMember(props: { node: FleetNodeView; fleet: FleetView; canRemove: boolean }) {
  const { node } = props
  const { id, name, role, seenMs } = node
  const actions = useActions()
  const isAsked = useAppState((state) => state.fleet.removing === id)
  const seen = useTicked((nowMs) => seenWords(node, nowMs), seenMs === undefined ? [] : [seenMs])
  return (
    <FleetRow
      shape={role === 'keeper' ? 'square' : 'square-open'}
      tone="other"
      title={name}
      note={`${seen} · ${roleWords(node, props.fleet)}`}
    >
      {props.canRemove && !isAsked ? (
        <button
          type="button"
          className="button"
          aria-label={t('Remove {name} from the fleet', { name })}
          onClick={() => actions.askRemoveFromFleet(id)}
        >
          {t('Remove…')}
        </button>
      ) : null}
      {isAsked ? <FleetRemove node={node} /> : null}
    </FleetRow>
  )
}
