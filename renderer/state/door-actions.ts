/** Doors for containers and virtual machines: which stand open, opening one, and closing it. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { DoorRequest, OpenedDoorView } from '../../app/contract/doors.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'

export interface DoorActions {
  loadDoors(): Promise<void>
  openDoorForm(): void
  openDoorDetail(name: string): void
  addDoor(request: DoorRequest): Promise<Reply<OpenedDoorView>>
  /** @returns why it was refused */
  removeDoor(name: string): Promise<Failure | undefined>
}

export function createDoorActions(bridge: Bridge, store: AppStore): DoorActions {
  const set = store.setState
  const actions: DoorActions = {
    async loadDoors() {
      const reply = await ask(bridge, 'doors:get')
      if (reply.ok) set({ doors: reply.value, doorsFailure: undefined })
      else set({ doorsFailure: reply.failure })
    },
    openDoorForm: () => set({ dialog: { kind: 'open-door' } }),
    openDoorDetail: (door) => set({ dialog: { kind: 'door', door } }),
    async addDoor(request) {
      const reply = await ask(bridge, 'door:add', request)
      set({ announcement: reply.ok ? t('It is let in.') : reply.failure.message })
      await actions.loadDoors()
      return reply
    },
    async removeDoor(name) {
      const reply = await ask(bridge, 'door:remove', name)
      set(
        reply.ok
          ? { doors: reply.value, doorsFailure: undefined, announcement: t('It is shut out.') }
          : { announcement: reply.failure.message },
      )
      return reply.ok ? undefined : reply.failure
    },
  }
  return actions
}
