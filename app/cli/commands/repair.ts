import { command, printJson } from '../io/command.ts'
import { eventText } from '../io/event-text.ts'
import { exitCodeOfEvent } from '../io/exit-codes.ts'

export const repair = command({
  name: 'repair',
  usage: 'repair PROFILE [{json}]',
  summary: 'writes the newest tokens of a login to the files that differ; nothing is renewed',
  examples: ['repair ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {},
  async run(core, [name = ''], flags, io) {
    const event = await core.repair(core.idOf(name))
    if (flags.json) printJson(io, { event })
    else io.out(eventText(event))
    return exitCodeOfEvent(event)
  },
})
