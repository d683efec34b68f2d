/** From a login's detail to a node: at once where there is one, from a short menu where there are several. */
import type { NodeView } from '../../app/contract/nodes.ts'
import { t } from '../../app/words/t.ts'
import { inReach } from '../model/node-text.ts'
import { selectable } from '../model/transfer-model.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { MenuButton } from '../ui/menu-button.tsx'

/** The nodes that this login could be sent to. */
export function useSendable(profileId: string): readonly NodeView[] {
  return useAppState(
    (state) =>
      state.nodes?.filter(
        (node) =>
          inReach(node) && node.sendable.some((one) => one.profileId === profileId && selectable(one)),
      ) ?? NONE,
  )
}

const NONE: readonly NodeView[] = []

export function SendToNode(props: { profileId: string }) {
  const { profileId } = props
  const actions = useActions()
  const nodes = useSendable(profileId)
  const [only] = nodes
  if (!only) return null
  if (nodes.length === 1) {
    return (
      <button
        type="button"
        className="button button-large"
        title={only.name}
        onClick={() => actions.openTransfer('send', only.id, [profileId])}
      >
        {only.name.length > LONG ? t('Send to machine…') : t('Send to {machine}…', { machine: only.name })}
      </button>
    )
  }
  return (
    <MenuButton
      className="button button-large"
      items={nodes.map((node) => ({
        id: node.id,
        label: node.name,
        run: () => actions.openTransfer('send', node.id, [profileId]),
      }))}
    >
      {t('Send to machine…')}
    </MenuButton>
  )
}

/** Longer names do not fit on a button. */
const LONG = 16
