import { command } from '../io/command.ts'
import { concludeBrought } from './import-node.ts'

export const takeOver = command({
  name: 'take-over',
  usage: 'take-over PROFILE [{force}] [{json}]',
  summary:
    'the machine that owns a borrowed login is gone for good: make it ours; or take a move back that did not come to its end',
  examples: ['take-over ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    force: { type: 'boolean', help: 'without asking the machine that owns it' },
  },
  async run(core, [name = ''], flags, io) {
    const result = await core.nodes.takeOver(core.idOf(name), { emergency: flags.force })
    return concludeBrought(core, result, flags, io)
  },
})
