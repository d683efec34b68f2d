import { AppError } from '../../base/errors.ts'
import { type Command, command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

export const provider: Command = command({
  name: 'provider',
  usage:
    'provider add [ID] {issuer} {client-id} [{scopes}] | provider list | provider rename ID NAME | provider remove ID [{json}]',
  summary: 'adds a provider to config.json, by issuer or by endpoints; lists, renames and removes them',
  examples: [
    'provider add acme --issuer https://login.acme.example --client-id lamplighter',
    'provider list',
  ],
  words: { min: 1, max: 3 },
  completes: ['add', 'list', 'rename', 'remove'],
  flags: PROVIDER_FLAGS,
  async run(core, words, flags, io) {
    const [verb, id, called] = words
    if (verb === 'list') {
      const all = core.providers()
      if (flags.json) printJson(io, { providers: all })
      else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
      return EXIT.ok
    }
    if (verb === 'remove' && id !== undefined && called === undefined) {
      await core.removeProvider(id)
      if (flags.json) printJson(io, { removed: id })
      else io.out(`config.json says nothing of "${id}" any more.`)
      return EXIT.ok
    }
    if (verb === 'rename' && id !== undefined && called !== undefined) {
      if (!core.providers().some((one) => one.id === id))
        throw new AppError('PROVIDER_UNKNOWN', `There is no provider "${id}".`, {
          hint: 'See: lamplighter provider list',
        })
      const renamed = await core.addProvider({ id, name: called })
      if (flags.json) printJson(io, { provider: renamed })
      else io.out(`"${id}" is called ${renamed.name}.`)
      return EXIT.ok
    }
    if (verb !== 'add' || called !== undefined)
      throw new AppError('ARGUMENT_INVALID', 'That is not how "provider" is used.', {
        hint: `lamplighter ${provider.usage}`,
      })
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
