import { command } from '../io/command.ts'
import { SEND_FLAGS } from './import-flags.ts'
import { sendLogins } from './import-node.ts'

export const send = command({
  name: 'send',
  usage: 'send DEST PROFILE… {way} [{dry-run}] [{yes}] [{json}]',
  summary: 'logins of this machine to another one, over ssh; what each way costs is said first',
  examples: ['send T440 ada@example.test --way borrow'],
  words: { min: 1, max: 10_000 },
  completes: 'logins',
  flags: SEND_FLAGS,
  run: (core, [destination = '', ...names], flags, io) => sendLogins(core, destination, names, flags, io),
})
