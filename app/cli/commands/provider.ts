import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson, table } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

const TRUST_FLAGS = {
  ...PROVIDER_FLAGS,
  yes: { type: 'boolean', short: 'y', help: 'trust: without asking' },
} as const satisfies FlagTable

export const provider = command({
  name: 'provider',
  usage:
    'provider add [ID] {issuer} {client-id} [{scopes}] | provider list | provider trust ID [{yes}] [{json}]',
  summary:
    'add a provider to config.json, by issuer or by endpoints; list the known ones; accept a new token endpoint',
  words: { min: 1, max: 2 },
  flags: TRUST_FLAGS,
  async run(core, words, flags, io) {
    const [verb, id] = words
    if (verb === 'list') {
      const all = core.providers()
      if (flags.json) printJson(io, { providers: all })
      else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
      return EXIT.ok
    }
    if (verb === 'trust' && id !== undefined) return trust(core, id, flags, io)
    if (verb !== 'add')
      throw new AppError('ARGUMENT_INVALID', `"provider ${verb}" is not a command: add, list or trust ID.`)
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
