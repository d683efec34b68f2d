/** `lamplighter mute` and `unmute`: no notifications about a login. It is refreshed as before. */
import type { Core } from '../../core.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const mute = command({
  name: 'mute',
  usage: 'mute PROFILE [{json}]',
  summary: 'no notifications about this login; it is renewed as before',
  examples: ['mute ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {},
  async run(core, [name = ''], flags, io) {
    const { id, muted } = await change(core, name, true)
    if (flags.json) printJson(io, { muted })
    else io.out(`${id} is muted. To hear of it again: lamplighter unmute ${id}`)
    return EXIT.ok
  },
})

export const unmute = command({
  name: 'unmute',
  usage: 'unmute PROFILE [{json}]',
  summary: 'notifications about this login again',
  examples: ['unmute ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {},
  async run(core, [name = ''], flags, io) {
    const { id, muted } = await change(core, name, false)
    if (flags.json) printJson(io, { muted })
    else io.out(`${id} is not muted.`)
    return EXIT.ok
  },
})

async function change(
  core: Core,
  name: string,
  isMuted: boolean,
): Promise<{ readonly id: string; readonly muted: readonly string[] }> {
  const id = core.idOf(name)
  const others = core.settings().notifications.mutedProfiles.filter((one) => one !== id)
  const mutedProfiles = isMuted ? [...others, id] : others
  const { notifications } = await core.changeSettings({ notifications: { mutedProfiles } })
  return { id, muted: notifications.mutedProfiles }
}
