/** What can be done about a file that cannot be used, or what else is wrong besides a login. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { ProblemView } from '../../app/contract/problems.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { withoutStop } from '../format/labels.ts'
import { problemTitle } from '../model/problems.ts'
import { ask } from './bridge.ts'
import { storeDismissed } from './preferences.ts'
import { followed, listedProblems } from './selection.ts'
import type { AppStore } from './store.ts'
import type { ToastActions } from './toast-actions.ts'

export interface ProblemActions {
  /** Looks at all places again, now. */
  lookAgain(problem: ProblemView): Promise<void>
  /** It was read, and is not told again. */
  dismissProblem(problem: ProblemView): void
}

export function createProblemActions(
  bridge: Bridge,
  store: AppStore,
  receive: (overview: OverviewView) => void,
  toasts: ToastActions,
): ProblemActions {
  const set = store.setState
  const get = store.getState
  return {
    async lookAgain(problem) {
      if (get().lookingAgain) return
      set({ lookingAgain: true })
      const reply = await ask(bridge, 'overview:look')
      set({ lookingAgain: false })
      if (!reply.ok) return set({ notice: reply.failure, announcement: reply.failure.message })
      receive(reply.value)
      const isLeft = listedProblems(get()).some(({ id }) => id === problem.id)
      if (isLeft) toasts.toast(t('Looked again: {what}.', { what: withoutStop(problemTitle(problem)) }))
    },
    dismissProblem({ failure: { code } }) {
      const dismissed = new Set([...get().dismissed, code])
      storeDismissed(dismissed)
      set({ dismissed, ...followed({ ...get(), dismissed }) })
    },
  }
}
