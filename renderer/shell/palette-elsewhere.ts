/** What the palette offers of Programs, Machines and the fleet: what stands there behind a button. */
import { t } from '../../app/words/t.ts'
import { inReach } from '../model/node-text.ts'
import { selectable, transferOf } from '../model/transfer-model.ts'
import type { Actions } from '../state/actions.ts'
import type { AppState } from '../state/store.ts'
import type { PaletteItem } from './palette-item.ts'

export function programPaletteItems({ programs }: AppState, actions: Actions): readonly PaletteItem[] {
  const { consumers = [], connections = [] } = programs ?? {}
  const note = t('Programs')
  return [
    ...connections.map(({ id, name, use }) => ({
      id: `connection:${id}`,
      label: t('Details of {name}, {about}', { name, about: use }),
      note,
      words: t('disconnect try block withhold'),
      run: () => actions.openConnection(id),
    })),
    ...consumers.map(({ id, name, gains, foundAt }) => ({
      id: `connect:${id}`,
      label: t('Connect {name}', { name }),
      note,
      words: `${id} ${gains} ${t('program token helper')}`,
      isOnlyFound: foundAt === undefined,
      run: () => actions.openConnect(id),
    })),
    {
      id: 'door',
      label: t('Let a container in'),
      note,
      words: t('docker podman virtual machine guest door'),
      run: () => {
        actions.show('programs')
        actions.openDoorForm()
      },
    },
  ]
}

/** @param addMachine puts the focus into the field for another machine */
export function machinePaletteItems(
  { nodes = [], overview }: AppState,
  actions: Actions,
  addMachine: () => void,
): readonly PaletteItem[] {
  const note = t('Machines')
  const show = (act: () => void) => () => {
    actions.show('nodes')
    act()
  }
  const item = (id: string, label: string, act: () => void, words = '') => ({
    id,
    label,
    note,
    words,
    run: show(act),
  })
  return [
    item('node-add', t('Add a machine'), addMachine, t('ssh node host server remote')),
    ...nodes.flatMap((node) => {
      const { id, name } = node
      const canBring = inReach(node) && node.profiles.some(selectable)
      const canSend =
        inReach(node) && transferOf('send', node, overview?.profiles ?? []).logins.some(selectable)
      return [
        ...(canBring
          ? [
              item(`node-bring:${id}`, t('Bring logins over from {name}', { name }), () =>
                actions.openTransfer('bring', id),
              ),
            ]
          : []),
        ...(canSend
          ? [
              item(`node-send:${id}`, t('Send logins to {name}', { name }), () =>
                actions.openTransfer('send', id),
              ),
            ]
          : []),
        item(`node-look:${id}`, t('Look at {name} again', { name }), () => void actions.lookAtNode(id)),
        item(`node-remove:${id}`, t('Remove {name}', { name }), () => actions.askRemoveNode(id)),
      ]
    }),
  ]
}

export function fleetPaletteItems({ fleet: { page } }: AppState, actions: Actions): readonly PaletteItem[] {
  const note = t('Fleet')
  const item = (id: string, label: string, words: string, act: () => void) => ({
    id,
    label,
    note,
    words,
    run: () => {
      actions.show('nodes')
      act()
    },
  })
  if (!page) {
    return [
      item('fleet-found', t('Found a fleet'), t('new create share logins many machines etcd postgres'), () =>
        actions.beginFleet('found'),
      ),
      item('fleet-join', t('Join a fleet'), t('invitation invite code'), () => actions.beginFleet('join')),
    ]
  }
  const { fleet, nodes = [] } = page
  const leave = item('fleet-leave', t('Leave the fleet…'), t('quit'), () => actions.askLeaveFleet(true))
  if (!fleet.administrator || fleet.problem) return [leave]
  const invite = t('invitation join another machine')
  return [
    item('fleet-keeper', t('Invite a keeper'), invite, () => void actions.inviteToFleet('keeper')),
    item('fleet-reader', t('Invite a reader'), invite, () => void actions.inviteToFleet('reader')),
    ...nodes
      .filter(({ isThis }) => !isThis)
      .map(({ id, name }) =>
        item(`fleet-remove:${id}`, t('Remove {name} from the fleet', { name }), '', () =>
          actions.askRemoveFromFleet(id),
        ),
      ),
    leave,
  ]
}
