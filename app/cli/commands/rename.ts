import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const rename = command({
  name: 'rename',
  usage: 'rename PROFILE [NAME] [{json}]',
  summary: 'calls a login NAME, here and in the window; without NAME by its account again',
  examples: ['rename openai-codex:ada@example.test work', 'rename work'],
  words: { min: 1, max: 2 },
  completes: 'logins',
  flags: {},
  async run(core, [wanted = '', name], flags, io) {
    const { id, account } = core.profile(wanted)
    const profile = await core.rename(id, name)
    if (flags.json) printJson(io, { profile: id, name: profile.name ?? null })
    else io.out(`${id} is called ${profile.name ?? account}.`)
    return EXIT.ok
  },
})
