/** `provider list --catalogue`, `provider show` and `provider add NAME`: providers that need not be described. */
import { AppError } from '../../base/errors.ts'
import type { CatalogueAnswers, CatalogueDetailView, MissingAnswer } from '../../contract/catalogue.ts'
import type { Core } from '../../core.ts'
import type { Secret } from '../../model/secret.ts'
import { type Io, printJson, type Terminal } from '../io/command.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'
import { table } from '../io/table.ts'
import { type CLIENT_FLAGS, pairOf } from './client-flags.ts'

export const CATALOGUE_FLAGS = {
  catalogue: { type: 'boolean', help: 'the providers that can be added by name' },
  as: { type: 'string', value: 'ID', help: 'another name for it in config.json' },
  tenant: { type: 'string', value: 'TENANT', help: 'the directory, where each has its own' },
  host: { type: 'string', value: 'HOST', help: 'where your own server is' },
  domain: { type: 'string', value: 'DOMAIN', help: 'your domain at the provider' },
  blank: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: 'anything else that differs from one account to another; may be repeated',
  },
  'redirect-address': {
    type: 'string',
    value: 'URL',
    help: 'an https address of your own for the browser to end on',
  },
} as const satisfies FlagTable

type Flags = FlagsOf<typeof CATALOGUE_FLAGS> &
  FlagsOf<typeof CLIENT_FLAGS> & { readonly clientId?: string; readonly scopes?: string }

const UNTRIED = 'not tried'

export async function listCatalogue(core: Core, words: string, json: boolean, io: Io): Promise<void> {
  const found = await core.catalogue(words)
  if (json) return printJson(io, { catalogue: found })
  const rows = found.map((one) => [
    one.id,
    one.name,
    one.category,
    [one.template ? 'your own' : '', one.untried ? UNTRIED : ''].filter(Boolean).join(', '),
  ])
  for (const line of table(rows, io.screen?.columns)) io.out(line)
  if (found.length === 0) io.err(`Nothing in the catalogue fits "${words}".`)
}

export async function showEntry(core: Core, id: string, flags: Flags, json: boolean, io: Io): Promise<void> {
  const entry = await core.catalogueEntry(id, answersFrom(flags))
  if (json) return printJson(io, { entry })
  io.out(`${entry.name} (${entry.id}), ${entry.category}${entry.untried ? `, ${UNTRIED}` : ''}`)
  const marked = (value: string, believed: boolean): string =>
    believed && !entry.untried ? `${value} (${UNTRIED})` : value
  const given = answersFrom(flags).blanks ?? {}
  for (const line of table(
    entry.facts.map(({ label, value, believed }) => [
      `  ${label}`,
      marked(withBlanks(value, given), believed),
    ]),
  )) {
    io.out(line)
  }
  for (const line of toFillIn(entry)) io.out(line)
  for (const note of entry.notes) io.out(`  - ${note}`)
  if (entry.cannot !== undefined) io.out(`  ! ${entry.cannot}`)
  for (const line of registration(entry)) io.out(line)
  for (const { page, read } of entry.sources)
    io.out(`  ${read === undefined ? 'see' : `read ${read}`}: ${page}`)
}

/** What is known of an address already, while the rest of it is blank. */
function withBlanks(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(/\{(\w+)\}/g, (blank, name: string) => given[name] ?? blank)
}

function toFillIn({ missing }: CatalogueDetailView): readonly string[] {
  const blanks = missing.flatMap((one) => (one.kind === 'blank' ? [one] : []))
  if (blanks.length === 0) return []
  const rows = blanks.map(({ name, label, example }) => [`  {${name}}`, label, blankFlag(name, example)])
  return ['To fill in:', ...table(rows)]
}

/** The commonest have a flag of their own. */
function blankFlag(name: string, value: string): string {
  return Object.hasOwn(CATALOGUE_FLAGS, name) ? `--${name} ${value}` : `--blank ${name}=${value}`
}

export interface FilledIn {
  readonly entry: CatalogueDetailView
  /** For the vault. */
  readonly secret?: Secret
}

/** The entry once nothing is missing: what is gets asked for, where there is somebody to ask. @throws AppError ARGUMENT_INVALID, LOGIN_UNAVAILABLE */
export async function filledIn(core: Core, id: string, flags: Flags, io: Io): Promise<FilledIn> {
  let answers = answersFrom(flags)
  let entry = await core.catalogueEntry(id, answers)
  if (entry.cannot !== undefined) throw new AppError('LOGIN_UNAVAILABLE', entry.cannot)
  let isTold = false
  let secret: Secret | undefined
  for (;;) {
    const next = entry.missing.find((one) => one.kind !== 'clientSecret' || !one.optional)
    if (next === undefined) break
    if (next.kind === 'clientSecret' && io.terminal) {
      secret = await askSecret(next.variable, io.terminal)
      answers = { ...answers, ...(secret ? { secretInVault: true } : { clientSecretEnv: next.variable }) }
      entry = await core.catalogueEntry(id, answers)
      continue
    }
    if (next.kind !== 'clientSecret' && !io.terminal) throw missingFlags(entry)
    if (next.kind === 'clientId' && !isTold) {
      for (const line of registration(entry)) io.err(line) // once its addresses have no blank left
      isTold = true
    }
    answers = await answered(next, answers, io)
    entry = await core.catalogueEntry(id, answers)
  }
  if (!entry.input) throw missingFlags(entry)
  return secret === undefined ? { entry } : { entry, secret }
}

/** Not for config.json: the vault takes it, or the environment has it. */
async function askSecret(variable: string, terminal: Terminal): Promise<Secret | undefined> {
  const secret = await terminal.askSecret(`Client secret, for the vault (Enter: it is in ${variable}): `)
  return secret.expose().trim() === '' ? undefined : secret
}

/** What is left to do after `provider add`. */
export function whatIsLeft({ input, register, missing }: CatalogueDetailView): readonly string[] {
  const mayHaveSecret = missing.some(({ kind }) => kind === 'clientSecret')
  return [
    ...(register.redirectAddress === undefined
      ? []
      : [`Redirect address to register: ${register.redirectAddress}`]),
    ...(input?.clientSecretEnv === undefined
      ? []
      : [`Set ${input.clientSecretEnv} to the client secret wherever Lamplighter runs.`]),
    ...(mayHaveSecret ? ['If your client has a secret, add it again with --client-secret-env NAME.'] : []),
  ]
}

async function answered(next: MissingAnswer, answers: CatalogueAnswers, io: Io): Promise<CatalogueAnswers> {
  switch (next.kind) {
    case 'blank': {
      const value = await ask(io, `${next.label} (for example ${next.example}): `)
      return { ...answers, blanks: { ...answers.blanks, [next.name]: value } }
    }
    case 'clientId':
      return { ...answers, clientId: await ask(io, 'Client id: ') }
    case 'clientSecret':
      return { ...answers, clientSecretEnv: next.variable } // nobody is here to type it
  }
}

async function ask(io: Io, question: string): Promise<string> {
  const answer = (await io.terminal?.ask(question))?.trim()
  if (answer) return answer
  throw new AppError('ARGUMENT_INVALID', 'Nothing was given, and nothing was written.')
}

function missingFlags(entry: CatalogueDetailView): AppError {
  const flags = entry.missing.flatMap((one) => {
    if (one.kind === 'blank') return [`${blankFlag(one.name, one.example)} (${one.label})`]
    return one.kind === 'clientId' ? ['--client-id ID'] : []
  })
  return new AppError('ARGUMENT_INVALID', `${entry.name} needs more: ${flags.join(', ')}.`, {
    hint: `What to register there is said by: lamplighter provider show ${entry.id}`,
  })
}

function registration({ register }: CatalogueDetailView): readonly string[] {
  const { page, steps, redirectAddress, believed } = register
  return [
    `Register a client: ${steps}${believed ? ` (${UNTRIED})` : ''}`,
    ...(page === undefined ? [] : [`  page: ${page}`]),
    ...(redirectAddress === undefined ? [] : [`  redirect address: ${redirectAddress}`]),
  ]
}

function answersFrom(flags: Flags): CatalogueAnswers {
  const { as, clientId, clientSecretEnv, redirectAddress, scopes } = flags
  const { clientSecretFile, clientSecretCommand } = flags
  const { tenant, host, domain, blank = [] } = flags
  const named = Object.entries({ tenant, host, domain }).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    ...(as === undefined ? {} : { id: as }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecretEnv === undefined ? {} : { clientSecretEnv }),
    ...(clientSecretFile === undefined && clientSecretCommand === undefined ? {} : { secretInVault: true }),
    ...(redirectAddress === undefined ? {} : { redirectAddress }),
    ...(scopes === undefined ? {} : { scopes: scopes.split(/\s+/).filter(Boolean) }),
    blanks: Object.fromEntries([...named, ...blank.map(pairOf)]),
  }
}
