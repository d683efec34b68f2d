/** One short line for a status bar: a mark, and a number where somebody is needed. Pure. */
import { AppError } from '../../base/errors.ts'
import { needingYou, withoutPlaces } from '../../contract/problems.ts'
import { keepingOf } from '../../model/profile-view.ts'
import { type StatusInput, shortStatus } from './status-text.ts'

type State = 'lit' | 'needs-you' | 'lapsed' | 'paused' | 'off'

const MARKS: Readonly<Record<State, string>> = {
  lit: '●',
  'needs-you': '○',
  lapsed: '◐',
  paused: '‖',
  off: '·',
}

/**
 * `plain` is for tmux, starship and their like ("● 12", "○ 1/12"); `waybar` is one line of JSON with text, tooltip and class.
 * @throws AppError ARGUMENT_INVALID for another form
 */
export function statusBar(input: StatusInput, form: string): string {
  const { state, needy } = stateOf(input)
  const { problems } = needingYou(input.overview)
  const all = withoutPlaces(input.overview).profiles.length + problems.length
  const text = `${MARKS[state]} ${needy > 0 ? `${needy}/${all}` : all}`
  if (form === 'plain') return text
  if (form === 'waybar') return JSON.stringify({ text, tooltip: shortStatus(input), class: state })
  throw new AppError('ARGUMENT_INVALID', `--line is "plain" or "waybar", not "${form}".`)
}

/** What needs somebody comes before what does not. */
function stateOf({ host, overview }: StatusInput): { readonly state: State; readonly needy: number } {
  const { profiles, scheduler } = withoutPlaces(overview)
  const count = (...kinds: readonly string[]): number =>
    profiles.filter(({ status }) => kinds.includes(status.kind)).length
  const { count: needing } = needingYou(overview)
  if (needing > 0) return { state: 'needs-you', needy: needing }
  if (scheduler.paused) return { state: 'paused', needy: 0 }
  const lapsed = count('expired', 'retrying', 'unknown')
  if (lapsed > 0) return { state: 'lapsed', needy: lapsed }
  const isKept = host !== undefined && keepingOf(scheduler) === 'runs'
  return { state: isKept ? 'lit' : 'off', needy: 0 }
}
