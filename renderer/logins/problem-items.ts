/** What can be done about a problem: in the palette, at a right click on its row, and at the foot of its details. */
import type { ProblemView } from '../../app/contract/problems.ts'
import { t } from '../../app/words/t.ts'
import { type Mend, mendOf } from '../model/problems.ts'
import type { Actions } from '../state/actions.ts'
import type { LoginItem } from './login-items.ts'

/** What mends it comes first; where only a person can, what to do is read in the details. */
export function problemItems(problem: ProblemView, actions: Actions): readonly LoginItem[] {
  const { path, failure } = problem
  const mend = mendOf(problem)
  const items: (LoginItem | undefined)[] = [
    mend === 'details' ? undefined : mending(problem, mend, actions),
    { id: 'details', label: t('What to do'), run: () => actions.openDetail(problem.id) },
    failure.command !== undefined && mend !== 'command' ? mending(problem, 'command', actions) : undefined,
    mend === 'look' || mend === 'dismiss' ? undefined : mending(problem, 'look', actions),
    path !== undefined && mend !== 'reveal' ? mending(problem, 'reveal', actions) : undefined,
    path === undefined
      ? undefined
      : { id: 'copy-path', label: t('Copy the path'), run: () => void actions.copy(path) },
  ]
  return items.filter((item) => item !== undefined)
}

export function mending(problem: ProblemView, mend: Mend, actions: Actions): LoginItem {
  const { path = '', failure } = problem
  switch (mend) {
    case 'look':
      return { id: mend, label: t('Look again'), run: () => void actions.lookAgain(problem) }
    case 'reveal':
      return { id: mend, label: t('Show in its folder'), run: () => void actions.reveal(path) }
    case 'settings':
      return { id: mend, label: t('Open Settings'), run: () => actions.show('settings') }
    case 'command':
      return { id: mend, label: t('Copy the command'), run: () => void actions.copy(failure.command ?? '') }
    case 'dismiss':
      return { id: mend, label: t('Understood'), run: () => actions.dismissProblem(problem) }
    case 'details':
      return { id: mend, label: t('What to do'), run: () => actions.openDetail(problem.id) }
  }
}
