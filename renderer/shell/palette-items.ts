/** Everything that can be done in the window, each with its key: what the command palette offers. */
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { loginItems } from '../logins/login-items.ts'
import { pauseChoices } from '../logins/pause-choices.ts'
import { problemItems } from '../logins/problem-items.ts'
import { problemTitle } from '../model/problems.ts'
import { matchesWords, wordsOf } from '../model/profile-rows.ts'
import { SORTS } from '../model/sort.ts'
import type { Actions } from '../state/actions.ts'
import { type AppState, selectedProblem, selectedProfile } from '../state/store.ts'
import { SCREENS } from './keyboard.ts'
import { fleetPaletteItems, machinePaletteItems, programPaletteItems } from './palette-elsewhere.ts'
import type { PaletteItem } from './palette-item.ts'

/** Puts the focus where something is typed. */
export interface PaletteFields {
  readonly search: () => void
  readonly addMachine: () => void
}

/** Logins are many: as many as fit beside the actions. */
const MOST_LOGINS = 8

export function paletteItems(
  state: AppState,
  actions: Actions,
  nowMs: number,
  fields: PaletteFields,
): readonly PaletteItem[] {
  const item = (
    id: string,
    label: string,
    note: string,
    run: () => void,
    more: Pick<PaletteItem, 'keys' | 'words'> = {},
  ) => ({ id, label, note, run, ...more })
  const profile = selectedProfile(state)
  const problem = selectedProblem(state)
  const paused = state.overview?.scheduler.paused !== undefined
  return [
    ...(profile
      ? loginItems(profile, state, actions).map((one) => ({
          ...one,
          note: `${calledOf(profile)}, ${profile.providerName}`,
        }))
      : []),
    ...(problem
      ? problemItems(problem, actions).map((one) => ({ ...one, note: problemTitle(problem) }))
      : []),
    item('add', t('Add a login'), t('Sign in'), actions.openAdd, { words: t('new account log in API key') }),
    item('due', t('Renew all that is due'), t('Renewing'), () => void actions.refreshDue(), {
      words: t('refresh now'),
    }),
    ...(paused
      ? [item('resume', t('Resume renewing'), t('Renewing'), () => void actions.resume())]
      : pauseChoices(nowMs).map(({ id, label, untilMs }) =>
          item(`pause:${id}`, label, t('Renewing'), () => void actions.pause(untilMs)),
        )),
    ...SCREENS.map(({ id, label }, at) =>
      item(`show:${id}`, label, t('Go to'), () => actions.show(id), { keys: [String(at + 1)] }),
    ),
    item('timeline', t('Timeline'), t('Go to'), () => {
      actions.showHistoryAs('timeline')
      actions.show('history')
    }),
    item('search', t('Search logins'), t('Go to'), fields.search, { keys: ['/'] }),
    ...SORTS.map(({ id, label }) =>
      item(`sort:${id}`, t('Sort: {label}', { label }), t('List'), () => actions.sort(id)),
    ),
    item(
      'fold-by',
      state.foldBy === 'program' ? t('Fold by provider') : t('Fold by program'),
      t('List'),
      () => actions.setFoldBy(state.foldBy === 'program' ? 'provider' : 'program'),
    ),
    item('compact', state.compact ? t('Roomy rows') : t('Compact rows'), t('List'), () =>
      actions.setCompact(!state.compact),
    ),
    ...programPaletteItems(state, actions),
    ...machinePaletteItems(state, actions, fields.addMachine),
    ...fleetPaletteItems(state, actions),
    item('import', t('Import logins from a file…'), t('Machines'), () => actions.show('import')),
    item('export', t('Export logins…'), t('Machines'), actions.openExport),
    item('support', t('Support bundle…'), t('Help'), actions.openSupport, { words: t('bug report logs') }),
    item('keys', t('Keyboard shortcuts'), t('Help'), actions.openShortcuts, { keys: ['?'] }),
  ]
}

/** Those that hold all the words; then the logins that do. */
export function foundItems(
  items: readonly PaletteItem[],
  profiles: readonly ProfileView[],
  query: string,
  open: (profileId: string) => void,
): readonly PaletteItem[] {
  const words = wordsOf(query)
  if (words.length === 0) return items.filter(({ isOnlyFound }) => !isOnlyFound)
  const hasAll = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  // What says it before what only means it, or has the word within another one: "connect" in "disconnect".
  const says = ({ label, note }: PaletteItem) => hasAll(`${label} ${note}`)
  const actions = items
    .filter(({ label, note, words: others = '' }) => hasAll(`${label} ${note} ${others}`))
    .toSorted((a, b) => Number(says(b)) - Number(says(a)))
  // By its name or its provider before by a path that happens to hold the word.
  const isNamed = ({ account, name = '', providerName }: ProfileView) =>
    hasAll(`${account} ${name} ${providerName}`)
  const logins = profiles
    .filter((profile) => matchesWords(profile, words))
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
    .slice(0, MOST_LOGINS)
    .map((profile) => ({
      id: `login:${profile.id}`,
      label: calledOf(profile),
      note: profile.providerName,
      run: () => open(profile.id),
    }))
  return [...actions, ...logins]
}
