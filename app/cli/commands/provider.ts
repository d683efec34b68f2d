import { AppError } from '../../base/errors.ts'
import { command, printJson, table } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

export const provider = command({
  name: 'provider',
  usage: 'provider add [ID] {issuer} {client-id} [{scopes}] | provider list [{json}]',
  summary: 'add a provider to config.json, by issuer or by endpoints; list the known ones',
  words: { min: 1, max: 2 },
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
    const input = providerInput(name, flags)
    if (Object.keys(input).length === 1) {
      throw new AppError('ARGUMENT_INVALID', `Nothing is said of "${name}".`, {
        hint: `lamplighter provider add ${name} --issuer URL --client-id ID`,
      })
    }
    const added = await core.addProvider(input)
    if (flags.json) printJson(io, { provider: added })
    else
      io.out(`Added ${added.name} as "${added.id}". Sign in with: lamplighter login --provider ${added.id}`)
    return EXIT.ok
  },
})
