/** OpenClaw uses a login that Lamplighter keeps: which ones it does or could, and beginning and ending that. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import type { SinkPlanView } from '../../app/contract/openclaw.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface OpenClawActions {
  loadOpenClaw(): Promise<void>
  openOpenClaw(profileId: string): void
  /** What would change; nothing does. */
  planOpenClaw(profileId: string, agent: string): Promise<Reply<SinkPlanView>>
  /** Does what the plan says. @returns why not */
  changeOpenClaw(plan: SinkPlanView, called: string): Promise<Failure | undefined>
}

export function createOpenClawActions(
  bridge: Bridge,
  store: AppStore,
  toasts: ToastActions,
): OpenClawActions {
  const set = store.setState

  async function change({ login, agent, isEnd }: SinkPlanView): Promise<Failure | undefined> {
    const reply = await ask(bridge, isEnd ? 'openclaw:end' : 'openclaw:use', { login, agent })
    await actions.loadOpenClaw()
    return reply.ok ? undefined : reply.failure
  }

  const actions: OpenClawActions = {
    async loadOpenClaw() {
      const reply = await ask(bridge, 'openclaw:get')
      if (reply.ok) set({ openclaw: reply.value })
      else set({ notice: reply.failure, announcement: reply.failure.message })
    },
    openOpenClaw: (profileId) => set({ dialog: { kind: 'openclaw', profileId } }),
    planOpenClaw: (login, agent) => ask(bridge, 'openclaw:plan', { login, agent }),
    async changeOpenClaw(plan, called) {
      const failure = await change(plan)
      const { dialog } = store.getState()
      const isOpen = dialog?.kind === 'openclaw' && dialog.profileId === plan.login
      // Nobody waits a minute before a dialog: where it was closed, the screen says what went wrong.
      if (failure && !isOpen) set({ notice: failure, announcement: failure.message })
      if (failure) return failure
      if (isOpen) set({ dialog: undefined })
      const text = plan.isEnd ? `OpenClaw no longer uses ${called}.` : `OpenClaw uses ${called}.`
      toasts.toast(text, async () => {
        const refused = await change({ ...plan, isEnd: !plan.isEnd })
        set(
          refused ? { notice: refused, announcement: refused.message } : { announcement: 'It is as it was.' },
        )
      })
      return undefined
    },
  }
  return actions
}
