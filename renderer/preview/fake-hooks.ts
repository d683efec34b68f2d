/** Hooks without a core: the system's dialog is answered with yes, and every command runs well. */
import type { Requests } from '../../app/contract/channels.ts'
import type { SettingsView } from '../../app/contract/views.ts'

export interface FakeHookDeps {
  readonly settings: () => SettingsView
  readonly set: (settings: SettingsView) => SettingsView
}

type HookRequests = Pick<Requests, 'hook:set' | 'hook:remove' | 'hook:undo' | 'hook:try'>

export function createFakeHooks({ settings, set }: FakeHookDeps): HookRequests {
  let before = settings().hooks ?? []
  const change = (event: string, program: string | undefined) => {
    before = settings().hooks ?? []
    const others = before.filter((hook) => hook.event !== event)
    return set({ ...settings(), hooks: program === undefined ? others : [...others, { event, program }] })
  }
  return {
    'hook:set': (event, [program]) => change(event, program),
    'hook:remove': (event) => change(event, undefined),
    'hook:undo': () => set({ ...settings(), hooks: before }),
    'hook:try': () => ({ works: true, message: 'It ran, and ended well.', output: 'told #ops' }),
  }
}
