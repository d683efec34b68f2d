import { AppError } from '../../base/errors.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { ProviderInput } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { type Command, command, type Io, printJson } from '../io/command.ts'
import { YES_FLAG } from '../io/confirm.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { textTable } from '../io/text-table.ts'
import { CLIENT_FLAGS, clientInput } from './client-flags.ts'
import {
  CATALOGUE_FLAGS,
  type FilledIn,
  filledIn,
  listCatalogue,
  showEntry,
  whatIsLeft,
} from './provider-catalogue.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'
import { keepSecret, SECRET_FLAGS } from './provider-secret.ts'
import { SETTING_FLAGS, settingsInput } from './provider-settings.ts'

const FLAGS = {
  ...PROVIDER_FLAGS,
  ...CATALOGUE_FLAGS,
  ...CLIENT_FLAGS,
  ...SECRET_FLAGS,
  ...SETTING_FLAGS,
  ...YES_FLAG,
} as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const provider: Command = command({
  name: 'provider',
  usage:
    'provider add NAME [{client-id}] | provider add [ID] {issuer} {client-id} [{scopes}] | provider show NAME | provider list [{catalogue} [WORDS]] | provider rename ID NAME | provider secret ID [{from-file} | {stdin}] | provider trust ID [{yes}] | provider remove ID [{json}]',
  summary:
    'adds a provider to config.json, from the catalogue, by issuer or by endpoints; shows, lists, renames and removes them; keeps a client secret in the vault; accepts a new token endpoint',
  examples: [
    'provider list --catalogue gitlab',
    'provider add spotify --client-id 0123abcd',
    'provider secret spotify',
    'provider add acme --issuer https://login.acme.example --client-id lamplighter',
  ],
  words: { min: 1, max: 9 },
  completes: ['add', 'show', 'list', 'rename', 'secret', 'trust', 'remove'],
  flags: FLAGS,
  async run(core, words, flags, io) {
    const [verb, id, called] = words
    if (verb === 'list') {
      if (flags.catalogue) await listCatalogue(core, words.slice(1).join(' '), flags.json, io)
      else listKnown(core, flags, io)
      return EXIT.ok
    }
    if (verb === 'rename' && id !== undefined && called !== undefined && words.length === 3) {
      await rename(core, id, called, flags, io)
      return EXIT.ok
    }
    if (called !== undefined || (verb !== 'add' && id === undefined)) throw misused()
    if (verb === 'add') await add(core, id, flags, io)
    else if (verb === 'show' && id !== undefined) await showEntry(core, id, flags, flags.json, io)
    else if (verb === 'trust' && id !== undefined) return trust(core, id, flags, io)
    else if (verb === 'secret' && id !== undefined) await keepSecret(core, id, flags, io)
    else if (verb === 'remove' && id !== undefined) await remove(core, id, flags, io)
    else throw misused()
    return EXIT.ok
  },
})

function misused(): AppError {
  return new AppError('ARGUMENT_INVALID', 'That is not how "provider" is used.', {
    hint: `lamplighter ${provider.usage}`,
  })
}

async function remove(core: Core, id: string, flags: Flags, io: Io): Promise<void> {
  await core.removeProvider(id)
  if (flags.json) printJson(io, { removed: id })
  else io.out(`config.json says nothing of "${id}" any more.`)
}

async function rename(core: Core, id: string, name: string, flags: Flags, io: Io): Promise<void> {
  const ids = core.providers().map((one) => one.id)
  if (!ids.includes(id)) {
    throw new AppError('PROVIDER_UNKNOWN', `There is no provider "${id}".`, {
      hint: didYouMean(id, ids, 'See: lamplighter provider list'),
    })
  }
  const renamed = await core.addProvider({ id, name })
  if (flags.json) printJson(io, { provider: renamed })
  else io.out(`"${id}" is called ${renamed.name}.`)
}

function listKnown(core: Core, flags: Flags, io: Io): void {
  const all = core.providers()
  if (flags.json) printJson(io, { providers: all })
  else
    for (const line of textTable(
      all.map((one) => [one.id, one.name, one.retired ?? '']),
      io.screen?.columns,
    ))
      io.out(line)
}

async function add(core: Core, id: string | undefined, flags: Flags, io: Io): Promise<void> {
  const isDescribed = [flags.issuer, flags.tokenEndpoint, flags.authorizationEndpoint].some(Boolean)
  const isByName = id !== undefined && !isDescribed && (await isInCatalogue(core, id))
  const { entry, secret }: Partial<FilledIn> = isByName ? await filledIn(core, id, flags, io) : {}
  const input = entry?.input ?? described(nameOf(id, flags), flags)
  // What a person says of it wins over what the catalogue says.
  const whole = {
    ...input,
    ...providerInput(input.id, flags),
    ...clientInput(flags),
    ...settingsInput(flags),
  }
  if (Object.keys(whole).length === 1) {
    throw new AppError('ARGUMENT_INVALID', `Nothing is said of "${whole.id}".`, {
      hint: `lamplighter provider add ${whole.id} --issuer URL --client-id ID`,
    })
  }
  const added = await core.addProvider(whole)
  if (secret) await core.setClientSecret(added.id, secret)
  if (flags.json) {
    printJson(io, { provider: added })
    return
  }
  const isSignIn = added.browserLogin || added.deviceLogin || added.clientLogin
  const next = isSignIn
    ? `Sign in with: lamplighter login --provider ${added.id}`
    : 'Nobody can sign in there: no address is known for that.'
  io.out(`Added ${added.name} as "${added.id}". ${next}`)
  if (entry) for (const line of whatIsLeft(entry)) io.out(line)
  else if (wantsSecret(whole)) io.out(`Give its secret or key with: lamplighter provider secret ${added.id}`)
}

/** It cannot show who it is, and nothing says where that is read from. */
function wantsSecret(input: ProviderInput): boolean {
  const { clientAuthentication = 'none', clientSecretEnv, clientSecretFile, clientSecretCommand } = input
  if (clientAuthentication === 'none' && input.grant === undefined) return false
  return [clientSecretEnv, clientSecretFile, clientSecretCommand].every((one) => one === undefined)
}

/** @throws AppError ARGUMENT_INVALID for what only an entry of the catalogue has */
function described(id: string, flags: Flags): ProviderInput {
  const { as, tenant, host, domain, blank } = flags
  const foreign = Object.entries({ as, tenant, host, domain, blank }).find(([, value]) => value !== undefined)
  if (foreign) {
    throw new AppError('ARGUMENT_INVALID', `--${foreign[0]} is for an entry of the catalogue.`, {
      hint: 'See: lamplighter provider list --catalogue',
    })
  }
  const { redirectAddress } = flags
  return {
    id,
    ...(redirectAddress === undefined ? {} : { redirect: { address: redirectAddress } }),
  }
}

function nameOf(id: string | undefined, { issuer }: Flags): string {
  if (id !== undefined) return id
  if (issuer !== undefined) return idForIssuer(issuer)
  throw new AppError('ARGUMENT_INVALID', 'Give the provider a name, or an --issuer.')
}

async function isInCatalogue(core: Core, id: string): Promise<boolean> {
  return (await core.catalogue(id)).some((one) => one.id === id)
}

/** What changed is shown before it counts: their refresh tokens are sent there. */
async function trust(core: Core, id: string, flags: Flags, io: Io): Promise<ExitCode> {
  const changes = await core.issuerChanges(id)
  if (!flags.json) {
    for (const { account, was, now } of changes)
      io.out(`${account}: was made at ${was}, would be sent to ${now}`)
  }
  const accepted = changes.length > 0 && (flags.yes === true || (await agreed(io)))
  if (accepted) await core.issuerChanges(id, true)
  if (flags.json) printJson(io, { changes, accepted })
  else if (changes.length === 0) io.out('Nothing to accept: its logins were made where it is now.')
  else io.out(accepted ? 'Accepted. Renew them with: lamplighter refresh' : 'Nothing was changed.')
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
