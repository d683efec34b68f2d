import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import { type Command, command, type Io, printJson } from '../io/command.ts'
import { YES_FLAG } from '../io/confirm.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

const TRUST_FLAGS = { ...PROVIDER_FLAGS, ...YES_FLAG } as const

export const provider: Command = command({
  name: 'provider',
  usage:
    'provider add [ID] {issuer} {client-id} [{scopes}] | provider list | provider rename ID NAME | provider trust ID [{yes}] | provider remove ID [{json}]',
  summary:
    'adds a provider to config.json, by issuer or by endpoints; lists, renames and removes them; accepts a new token endpoint',
  examples: [
    'provider add acme --issuer https://login.acme.example --client-id lamplighter',
    'provider list',
  ],
  words: { min: 1, max: 3 },
  completes: ['add', 'list', 'rename', 'trust', 'remove'],
  flags: TRUST_FLAGS,
  async run(core, words, flags, io) {
    const [verb, id, called] = words
    if (verb === 'list') {
      const all = core.providers()
      if (flags.json) printJson(io, { providers: all })
      else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
      return EXIT.ok
    }
    if (verb === 'trust' && id !== undefined && called === undefined) return trust(core, id, flags, io)
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

/** What changed is shown before it counts: their refresh tokens are sent there. */
async function trust(
  core: Core,
  id: string,
  flags: FlagsOf<typeof TRUST_FLAGS> & GeneralFlags,
  io: Io,
): Promise<ExitCode> {
  const changes = await core.issuerChanges(id)
  if (!flags.json) {
    for (const { account, was, now } of changes)
      io.out(`${account}: was made at ${was}, would be sent to ${now}`)
  }
  const accepted = changes.length > 0 && (flags.yes === true || (await agreed(io)))
  if (accepted) await core.issuerChanges(id, true)
  if (flags.json) printJson(io, { changes, accepted })
  else if (changes.length === 0) io.out('Nothing to accept: its logins were made where it is now.')
  else io.out(accepted ? 'Accepted. Refresh them with: lamplighter refresh' : 'Nothing was changed.')
  return EXIT.ok
}

/** @throws AppError ARGUMENT_INVALID when nobody is there to ask */
async function agreed(io: Io): Promise<boolean> {
  if (!io.terminal) {
    throw new AppError('ARGUMENT_INVALID', 'Nobody is here to say whether this is right.', {
      hint: 'Look at the addresses, then say --yes.',
    })
  }
  return /^y(es)?$/i.test((await io.terminal.ask('Send their refresh tokens there? [y/N] ')).trim())
}
