import { AppError } from '../../base/errors.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

export const provider = command({
  name: 'provider',
  usage: 'provider add [ID] {issuer} {client-id} [{scopes}] | provider list [{json}]',
  summary: 'add a provider to config.json, by issuer or by endpoints; list the known ones',
  examples: [
    'provider add acme --issuer https://login.acme.example --client-id lamplighter',
    'provider list',
  ],
  words: { min: 1, max: 2 },
  completes: ['add', 'list'],
  flags: PROVIDER_FLAGS,
  async run(core, words, flags, io) {
    const [verb, id] = words
    if (verb === 'list') {
      const all = core.providers()
      if (flags.json) printJson(io, { providers: all })
      else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
      return EXIT.ok
    }
    if (verb !== 'add')
      throw new AppError('ARGUMENT_INVALID', `"provider ${verb}" is not a command: add or list.`)
    const name = id ?? (flags.issuer === undefined ? undefined : idForIssuer(flags.issuer))
    if (name === undefined)
      throw new AppError('ARGUMENT_INVALID', 'Give the provider a name, or an --issuer.')
    const added = await core.addProvider(providerInput(name, flags))
    if (flags.json) printJson(io, { provider: added })
    else
      io.out(`Added ${added.name} as "${added.id}". Sign in with: lamplighter login --provider ${added.id}`)
    return EXIT.ok
  },
})
