/** What "Add a login" offers for the words typed so far, the best first. Pure. */
import type { CatalogueItemView } from '../../app/contract/catalogue.ts'
import type { ProfileView, ProviderView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { matchesWords, wordsOf } from '../model/profile-rows.ts'

export type AddChoice =
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'provider'; readonly id: string }
  | { readonly kind: 'login'; readonly profileId: string }
  /** Any server, by its address where one was typed. */
  | { readonly kind: 'server'; readonly address?: string }
  | { readonly kind: 'key' }
  | { readonly kind: 'machine' | 'file' }

export interface AddOption {
  readonly id: string
  readonly name: string
  /** Whose letters stand before it; a way has a picture. */
  readonly tile?: string
  readonly note: string
  /** Nobody has tried it. */
  readonly untried?: boolean
  /** Absent where nothing can be done with it: the note says why. */
  readonly choice?: AddChoice
}

export interface AddGroup {
  readonly id: string
  readonly heading: string
  readonly options: readonly AddOption[]
}

export interface AddSources {
  /** Found for the same words. */
  readonly catalogue: readonly CatalogueItemView[]
  readonly providers: readonly ProviderView[]
  readonly profiles: readonly ProfileView[]
}

/** Whoever types a name that many logins have looks for another one. */
const MOST_LOGINS = 4

export function addGroups(query: string, sources: AddSources): readonly AddGroup[] {
  const words = wordsOf(query)
  const address = addressIn(query)
  const ready = {
    id: 'ready',
    heading: t('Ready to sign in'),
    options: readyOptions(words, sources.providers),
  }
  const here = { id: 'here', heading: t('Already here'), options: loginOptions(words, sources.profiles) }
  const own = {
    id: 'own',
    heading: t('You register a client there first'),
    options: sources.catalogue.map(entryOption),
  }
  const all = wayOptions(address)
  const fits = ({ name, note }: AddOption) =>
    words.every((word) => `${name} ${note}`.toLowerCase().includes(word))
  const ways = {
    id: 'ways',
    heading: t('Another way'),
    options: all.toSorted((a, b) => Number(fits(b)) - Number(fits(a))),
  }
  const found = [ready, here, own]
  const isWay = address !== undefined || all.some(fits)
  // What was asked for comes first; where nothing was, the long list comes last.
  const groups = words.length === 0 ? [ready, ways, own] : isWay ? [ways, ...found] : [...found, ways]
  return groups.filter(({ options }) => options.length > 0)
}

function wayOptions(address: string | undefined): readonly AddOption[] {
  return [
    {
      id: 'way:server',
      name:
        address === undefined
          ? t('Any OAuth, OpenID Connect or MCP server')
          : t('Sign in at {address}', { address }),
      note: t('By its issuer or its endpoints'),
      choice: { kind: 'server', ...(address === undefined ? {} : { address }) },
    },
    {
      id: 'way:key',
      name: t('API key or fixed token'),
      note: t('Kept and counted down'),
      choice: { kind: 'key' },
    },
    {
      id: 'way:machine',
      name: t('From another machine'),
      note: t('Brought over, or borrowed'),
      choice: { kind: 'machine' },
    },
    {
      id: 'way:file',
      name: t('From a file'),
      note: t('Of another program, or of another machine'),
      choice: { kind: 'file' },
    },
  ]
}

function readyOptions(words: readonly string[], providers: readonly ProviderView[]): readonly AddOption[] {
  return providers
    .filter((provider) => words.length > 0 || canSignIn(provider))
    .filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)))
    .toSorted((a, b) => Number(canSignIn(b)) - Number(canSignIn(a)) || a.name.localeCompare(b.name, 'en'))
    .map((provider) => ({
      id: `provider:${provider.id}`,
      name: provider.name,
      tile: provider.name,
      note: providerNote(provider),
      ...(canSignIn(provider) ? { choice: { kind: 'provider', id: provider.id } } : {}),
    }))
}

function canSignIn({ retired, browserLogin, deviceLogin, clientLogin }: ProviderView): boolean {
  return retired === undefined && (browserLogin || deviceLogin || clientLogin === true)
}

function providerNote(provider: ProviderView): string {
  const { retired, browserLogin, deviceLogin, clientLogin, custom } = provider
  if (!canSignIn(provider)) return known(retired) ?? t('Sign in with its own program')
  const ways = clientLogin
    ? t('By itself')
    : browserLogin
      ? deviceLogin
        ? t('Browser or code')
        : t('Browser')
      : t('Code')
  return custom ? `${ways} · ${t('added by you')}` : ways
}

function loginOptions(words: readonly string[], profiles: readonly ProfileView[]): readonly AddOption[] {
  return profiles
    .filter((profile) => matchesWords(profile, words))
    .slice(0, MOST_LOGINS)
    .map((profile) => ({
      id: `login:${profile.id}`,
      name: calledOf(profile),
      tile: profile.providerName,
      note: `${profile.providerName} · ${known(profile.whereLine)}`,
      choice: { kind: 'login', profileId: profile.id },
    }))
}

function entryOption({ id, name, category, template, untried }: CatalogueItemView): AddOption {
  return {
    id: `entry:${id}`,
    name,
    tile: name,
    note: template ? t('{category} · your own server', { category: known(category) }) : known(category),
    ...(untried ? { untried } : {}),
    choice: { kind: 'entry', id },
  }
}

/** What was typed is, or begins like, an address. */
function addressIn(query: string): string | undefined {
  const text = query.trim()
  if (!/^https?:\/\/\S/i.test(text) || !URL.canParse(text)) return undefined
  return text
}
