/** Other machines: which there are, how they are, and what happens when one of them is gone for good. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { NodeView } from '../../app/contract/nodes.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { reachMark } from '../model/node-text.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'

export interface NodeActions {
  receiveNodes(nodes: readonly NodeView[]): void
  loadNodes(): Promise<void>
  /** Contacts the nodes that nobody has looked at since Lamplighter started. */
  lookAtNewNodes(): void
  /** @param destination what a person would type after `ssh`. @returns why it was refused */
  addNode(destination: string): Promise<Failure | undefined>
  lookAtNode(nodeId: string): Promise<void>
  /** The person knows that machine: it is looked at again, and told who asks. */
  trustNode(nodeId: string): Promise<void>
  askRemoveNode(nodeId: string): void
  /** The one that was asked about. */
  removeNode(): Promise<void>
  askTakeOver(profileId: string): void
  /** The one that was asked about; what became of it stays in the dialog. */
  takeOver(): Promise<void>
}

export function createNodeActions(bridge: Bridge, store: AppStore): NodeActions {
  const set = store.setState
  const get = store.getState

  function nameOf(nodeId: string): string {
    return get().nodes?.find(({ id }) => id === nodeId)?.name ?? nodeId
  }

  function forget(nodeId: string): void {
    const { [nodeId]: _, ...nodeRefused } = get().nodeRefused
    set({ nodeRefused })
  }

  async function contact(request: 'node:look' | 'node:trust', nodeId: string): Promise<void> {
    if (get().looking.has(nodeId)) return
    set({ looking: new Set([...get().looking, nodeId]) })
    forget(nodeId)
    const reply = await ask(bridge, request, nodeId)
    set({ looking: new Set([...get().looking].filter((id) => id !== nodeId)) })
    const { nodes } = get()
    // Removed while it was asked: nobody waits for the answer.
    if (!nodes?.some(({ id }) => id === nodeId)) return
    if (!reply.ok) {
      set({
        nodeRefused: { ...get().nodeRefused, [nodeId]: reply.failure },
        announcement: reply.failure.message,
      })
      return
    }
    const looked = reply.value
    set({
      nodes: nodes.map((node) => (node.id === nodeId ? looked : node)),
      announcement: `${looked.name}: ${reachMark(looked.reach).word}.`,
    })
  }

  const actions: NodeActions = {
    receiveNodes: (nodes) => set({ nodes, nodesFailure: undefined }),
    async loadNodes() {
      const reply = await ask(bridge, 'nodes:get')
      if (reply.ok) actions.receiveNodes(reply.value)
      else set({ nodesFailure: reply.failure })
    },
    lookAtNewNodes() {
      for (const { id, reach } of get().nodes ?? []) {
        if (reach.kind === 'unknown') void actions.lookAtNode(id)
      }
    },
    async addNode(destination) {
      const known = new Set(get().nodes?.map(({ id }) => id))
      const reply = await ask(bridge, 'node:add', destination.trim())
      if (!reply.ok) {
        set({ announcement: reply.failure.message })
        return reply.failure
      }
      actions.receiveNodes(reply.value)
      const added = reply.value.filter(({ id }) => !known.has(id))
      set({
        announcement: t('{added} is listed.', {
          added: added.map(({ name }) => name).join(', ') || destination.trim(),
        }),
      })
      for (const { id } of added) void actions.lookAtNode(id)
      return undefined
    },
    lookAtNode: (nodeId) => contact('node:look', nodeId),
    trustNode: (nodeId) => contact('node:trust', nodeId),
    askRemoveNode: (nodeId) => set({ dialog: { kind: 'remove-node', nodeId, busy: false } }),
    async removeNode() {
      const { dialog } = get()
      if (dialog?.kind !== 'remove-node' || dialog.busy) return
      const { nodeId } = dialog
      const name = nameOf(nodeId)
      const busy = { kind: 'remove-node', nodeId, busy: true } as const
      set({ dialog: busy })
      const reply = await ask(bridge, 'node:remove', nodeId)
      const still = get().dialog === busy
      if (reply.ok) {
        actions.receiveNodes(reply.value)
        forget(nodeId)
        set({
          announcement: t('{name} is no longer listed.', { name }),
          ...(still ? { dialog: undefined } : {}),
        })
      } else if (still) set({ dialog: { ...busy, busy: false, failure: reply.failure } })
      else set({ nodeRefused: { ...get().nodeRefused, [nodeId]: reply.failure } })
    },
    askTakeOver: (profileId) => set({ dialog: { kind: 'take-over', profileId, busy: false } }),
    async takeOver() {
      const { dialog } = get()
      if (dialog?.kind !== 'take-over' || dialog.busy) return
      const { profileId } = dialog
      const busy = { kind: 'take-over', profileId, busy: true } as const
      set({ dialog: busy })
      const reply = await ask(bridge, 'node:take-over', profileId)
      const row = reply.ok ? reply.value.rows.find((one) => one.profileId === profileId) : undefined
      const failure = reply.ok ? row?.failure : reply.failure
      set({
        announcement: known(failure?.message ?? row?.message) ?? t('This machine has taken the login over.'),
      })
      if (get().dialog === busy) {
        set({ dialog: { ...busy, busy: false, ...(reply.ok ? { result: reply.value } : { failure }) } })
      } else if (failure) set({ refused: { ...get().refused, [profileId]: failure } })
    },
  }
  return actions
}
