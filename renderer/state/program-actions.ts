/** Programs: which there are, connecting one with a login, and taking that out again. */
import type { Bridge } from '../../app/contract/channels.ts'
import type {
  ConnectionView,
  ConnectPlanView,
  ConnectRequest,
  ConnectResultView,
  ProgramsView,
  ProofView,
} from '../../app/contract/consumers.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface ProgramActions {
  loadPrograms(): Promise<void>
  openConnect(consumer: string): void
  openConnection(connectionId: string): void
  /** What would be written; nothing is. */
  planProgram(request: ConnectRequest): Promise<Reply<ConnectPlanView>>
  connectProgram(request: ConnectRequest, planId: string): Promise<Reply<ConnectResultView>>
  proveProgram(connectionId: string): Promise<Reply<ProofView>>
  /** @returns why it was refused */
  disconnectProgram(connectionId: string): Promise<Failure | undefined>
  /** @returns why it was refused */
  withholdFrom(profileId: string, program: string, isWithheld: boolean): Promise<Failure | undefined>
}

export function createProgramActions(bridge: Bridge, store: AppStore, toasts: ToastActions): ProgramActions {
  const set = store.setState

  function received(reply: Reply<ProgramsView>, announcement: string): Failure | undefined {
    if (!reply.ok) {
      set({ announcement: reply.failure.message })
      return reply.failure
    }
    set({ programs: reply.value, programsFailure: undefined, announcement })
    return undefined
  }

  /** The same lines again; a file that is another by now says so. */
  async function reconnect({ consumer, login, answers, name }: ConnectionView): Promise<void> {
    const request = { consumer, login, answers }
    const plan = await ask(bridge, 'program:plan', request)
    const reply = plan.ok ? await ask(bridge, 'program:connect', request, plan.value.id) : plan
    if (reply.ok) set({ announcement: t('{name} is connected again.', { name }) })
    else set({ notice: reply.failure, announcement: reply.failure.message })
    await actions.loadPrograms()
  }

  const actions: ProgramActions = {
    async loadPrograms() {
      const reply = await ask(bridge, 'programs:get')
      if (reply.ok) set({ programs: reply.value, programsFailure: undefined })
      else set({ programsFailure: reply.failure })
    },
    openConnect: (consumer) => set({ dialog: { kind: 'connect', consumer } }),
    openConnection: (connectionId) => set({ dialog: { kind: 'connection', connectionId } }),
    planProgram: (request) => ask(bridge, 'program:plan', request),
    async connectProgram(request, planId) {
      const reply = await ask(bridge, 'program:connect', request, planId)
      set({ announcement: reply.ok ? known(reply.value.proof.message) : reply.failure.message })
      await actions.loadPrograms()
      return reply
    },
    proveProgram: (connectionId) => ask(bridge, 'program:prove', connectionId),
    async disconnectProgram(connectionId) {
      const before = store.getState().programs?.connections.find(({ id }) => id === connectionId)
      const reply = await ask(bridge, 'program:disconnect', connectionId)
      const refused = received(reply, t('It is disconnected.'))
      if (!refused && before)
        toasts.toast(
          t('{name} is disconnected: what was written for it is taken out.', { name: before.name }),
          () => reconnect(before),
        )
      return refused
    },
    async withholdFrom(profileId, program, isWithheld) {
      const reply = await ask(bridge, 'program:withhold', profileId, program, isWithheld)
      return received(
        reply,
        isWithheld
          ? t('{program} is given nothing.', { program })
          : t('{program} is given tokens again.', { program }),
      )
    },
  }
  return actions
}
