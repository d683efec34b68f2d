import type { Command } from '../io/command.ts'
import { concludeBrought } from './import-node.ts'

export const takeOver: Command = {
  name: 'take-over',
  usage: 'take-over PROFILE [--force] [--json]',
  summary:
    'the machine that owns a borrowed login is gone for good: make it ours; or take a move back that did not come to its end',
  words: { min: 1, max: 1 },
  async run(core, [name = ''], flags, io) {
    const result = await core.nodes.takeOver(core.idOf(name), { emergency: flags.force === true })
    return concludeBrought(core, result, flags, io)
  },
}
