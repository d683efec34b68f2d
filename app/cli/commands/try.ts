import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const tryLogin = command({
  name: 'try',
  usage: 'try PROFILE [{json}]',
  summary: 'asks the provider whether a login without an end still works (Google default credentials)',
  examples: ['try google-adc:default'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {},
  async run(core, [name = ''], flags, io) {
    const trial = await core.tryLogin(name)
    if (flags.json) printJson(io, { trial })
    else for (const line of [trial.message, trial.hint]) if (line !== undefined) io.out(line)
    return trial.works ? EXIT.ok : EXIT.needsLogin
  },
})
