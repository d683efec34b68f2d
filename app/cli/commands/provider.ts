import { AppError } from '../../base/errors.ts'
import type { ProviderInput } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson, table } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { CATALOGUE_FLAGS, filledIn, listCatalogue, showEntry, whatIsLeft } from './provider-catalogue.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

const FLAGS = { ...PROVIDER_FLAGS, ...CATALOGUE_FLAGS } as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const provider = command({
  name: 'provider',
  usage:
    'provider add NAME [{client-id}] | provider add [ID] {issuer} {client-id} [{scopes}] | provider show NAME | provider list [{catalogue} [WORDS]] [{json}]',
  summary: 'add a provider to config.json, from the catalogue or by issuer or endpoints; list what there is',
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
    if (verb !== 'add') {
      throw new AppError('ARGUMENT_INVALID', `"provider ${verb}" is not a command: add, show or list.`)
    }
    await add(core, id, flags, io)
    return EXIT.ok
  },
})

function listKnown(core: Core, flags: Flags, io: Io): void {
  const all = core.providers()
  if (flags.json) printJson(io, { providers: all })
  else for (const line of table(all.map((one) => [one.id, one.name, one.retired ?? '']))) io.out(line)
}

async function add(core: Core, id: string | undefined, flags: Flags, io: Io): Promise<void> {
  const isDescribed = [flags.issuer, flags.tokenEndpoint, flags.authorizationEndpoint].some(Boolean)
  const isByName = id !== undefined && !isDescribed && (await isInCatalogue(core, id))
  const entry = isByName ? await filledIn(core, id, flags, io) : undefined
  const input = entry?.input ?? described(nameOf(id, flags), flags)
  // What a person says of it wins over what the catalogue says.
  const added = await core.addProvider({ ...input, ...providerInput(input.id, flags) })
  if (flags.json) {
    printJson(io, { provider: added })
    return
  }
  io.out(`Added ${added.name} as "${added.id}". Sign in with: lamplighter login --provider ${added.id}`)
  if (entry) for (const line of whatIsLeft(entry)) io.out(line)
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
  const { clientSecretEnv, redirectAddress } = flags
  return {
    id,
    ...(clientSecretEnv === undefined ? {} : { clientSecretEnv }),
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
