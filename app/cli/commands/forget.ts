import { command, printJson } from '../io/command.ts'
import { confirmed, YES_FLAG } from '../io/confirm.ts'
import { EXIT } from '../io/exit-codes.ts'
import { offerTakeBack } from '../io/take-back.ts'

export const forget = command({
  name: 'forget',
  usage: 'forget PROFILE [{yes}] [{json}]',
  summary:
    'deletes Lamplighter’s own copy of a login; the provider is not told, and other programs’ files stay',
  examples: ['forget acme:ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: YES_FLAG,
  async run(core, [wanted = ''], flags, io) {
    const { id, account, providerName } = core.profile(wanted)
    const question = `Delete the tokens of ${account} (${providerName})? To have it back somebody has to sign in.`
    if (!(await confirmed(question, flags.yes, io, 'If it is: --yes.'))) {
      io.out('Nothing was deleted.')
      return EXIT.ok
    }
    const stays = await core.forget(id)
    if (flags.json) printJson(io, { forgotten: id, stays })
    else {
      io.out(`${id} is forgotten. At ${providerName} the permission stays until it is taken back there.`)
      for (const path of stays) io.out(`Another program keeps it too: ${path}`)
      await offerTakeBack(core, id, !flags.yes, io)
    }
    return EXIT.ok
  },
})
