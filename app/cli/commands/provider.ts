import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson, table } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { CLIENT_FLAGS, clientInput } from './client-flags.ts'
import {
  addFromCatalogue,
  CATALOGUE_FLAGS,
  listCatalogue,
  showEntry,
  whatIsLeft,
} from './provider-catalogue.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'
import { keepSecret, SECRET_FLAGS } from './provider-secret.ts'

const FLAGS = {
  ...PROVIDER_FLAGS,
  ...CATALOGUE_FLAGS,
  ...CLIENT_FLAGS,
  ...SECRET_FLAGS,
  yes: { type: 'boolean', short: 'y', help: 'trust: without asking' },
} as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const provider = command({
  name: 'provider',
  usage:
    'provider add NAME [{client-id}] | provider add [ID] {issuer} {client-id} [{scopes}] | provider show NAME | provider list [{catalogue} [WORDS]] | provider secret ID [{from-file} | {stdin} | {remove}] | provider trust ID [{yes}] [{json}]',
  summary:
    'add a provider to config.json, from the catalogue or by issuer or endpoints; list what there is; keep a client secret in the vault; accept a new token endpoint',
  words: { min: 1, max: 9 },
  flags: FLAGS,
  async run(core, words, flags, io) {
    const [verb, id, ...more] = words
    if (verb === 'list') {
      if (flags.catalogue) await listCatalogue(core, words.slice(1).join(' '), flags.json, io)
      else listKnown(core, flags, io)
      return EXIT.ok
    }
    if (more.length > 0) throw new AppError('ARGUMENT_INVALID', `"provider ${verb}" takes one name.`)
    if (verb === 'show') {
      if (id === undefined) throw new AppError('ARGUMENT_INVALID', 'Say which: provider show NAME.')
      await showEntry(core, id, flags, flags.json, io)
      return EXIT.ok
    }
    if (verb === 'trust' && id !== undefined) return trust(core, id, flags, io)
    if (verb === 'secret' && id !== undefined) {
      await keepSecret(core, id, flags, io)
      return EXIT.ok
    }
    if (verb !== 'add') {
      throw new AppError(
        'ARGUMENT_INVALID',
        `"provider ${verb}" is not a command: add, show, list, secret ID or trust ID.`,
      )
    }
    await add(core, id, flags, io)
    return EXIT.ok
  },
})

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

function listKnown(core: Core, flags: Flags, io: Io): void {
  const all = core.providers()
  if (flags.json) printJson(io, { providers: all })
  else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
}

async function add(core: Core, id: string | undefined, flags: Flags, io: Io): Promise<void> {
  const isDescribed = [flags.issuer, flags.tokenEndpoint, flags.authorizationEndpoint].some(Boolean)
  const fromCatalogue = id !== undefined && !isDescribed && (await isInCatalogue(core, id))
  const { added, left } = fromCatalogue
    ? await addFromCatalogue(core, id, flags, io).then(({ added, entry }) => ({
        added,
        left: whatIsLeft(entry),
      }))
    : {
        added: await core.addProvider({ ...providerInput(nameOf(id, flags), flags), ...clientInput(flags) }),
        left: [],
      }
  if (flags.json) {
    printJson(io, { provider: added })
    return
  }
  io.out(`Added ${added.name} as "${added.id}". Sign in with: lamplighter login --provider ${added.id}`)
  for (const line of left) io.out(line)
}

function nameOf(id: string | undefined, { issuer }: Flags): string {
  if (id !== undefined) return id
  if (issuer !== undefined) return idForIssuer(issuer)
  throw new AppError('ARGUMENT_INVALID', 'Give the provider a name, or an --issuer.')
}

async function isInCatalogue(core: Core, id: string): Promise<boolean> {
  return (await core.catalogue(id)).some((one) => one.id === id)
}
