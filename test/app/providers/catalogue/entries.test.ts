/** What every entry of the catalogue must keep to. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSettings, withProvider } from '../../../../app/config/schema.ts'
import { CATALOGUE_CATEGORIES } from '../../../../app/contract/catalogue.ts'
import { CLIENT_AUTHENTICATIONS, ERROR_MEANINGS, RESPONSE_MEMBERS } from '../../../../app/model/provider.ts'
import { ENTRIES } from '../../../../app/providers/catalogue/entries.ts'
import type { CatalogueEntry } from '../../../../app/providers/catalogue/entry.ts'
import { isUntried } from '../../../../app/providers/catalogue/facts.ts'
import { blanksIn } from '../../../../app/providers/catalogue/fill.ts'
import { planOf } from '../../../../app/providers/catalogue/plan.ts'
import { STOCK } from '../../../../app/providers/providers.ts'

const FOLDER = new URL('../../../../app/providers/catalogue/entries/', import.meta.url)

const FIELDS = [
  ...[
    'id',
    'name',
    'category',
    'words',
    'blanks',
    'client',
    'issuer',
    'authorizationEndpoint',
    'tokenEndpoint',
  ],
  ...['deviceAuthorizationEndpoint', 'revocationEndpoint', 'scopes', 'redirect', 'clientAuthentication'],
  ...[
    'authorizationParams',
    'tokenParams',
    'refreshParams',
    'refreshEncoding',
    'refreshScope',
    'responseMembers',
  ],
  ...['errorWords', 'behaviour', 'register', 'cannot', 'source', 'believed'],
]
const BEHAVIOUR = [
  'rotation',
  'reuseGraceSeconds',
  'accessLifeSeconds',
  'grantLifeDays',
  'idleLimitDays',
  'notes',
]

describe('the catalogue', () => {
  it('has an entry for each of its files, by the same name', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.ts$/, ''))
    expect(ENTRIES.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  })

  it('has at least seventy providers of which something was read', () => {
    expect(ENTRIES.filter((entry) => !isUntried(entry)).length).toBeGreaterThanOrEqual(70)
  })

  it('calls none as another, or as one that is built in', () => {
    const builtIn = STOCK.flatMap(({ id, aliases = [] }) => [id, ...aliases])
    const ids = [...ENTRIES.map(({ id }) => id), ...builtIn]
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(ENTRIES.map(({ name }) => name)).size).toBe(ENTRIES.length)
  })

  it.each([
    ...['okta', 'auth0', 'keycloak', 'entra', 'gitlab-self-managed', 'cognito', 'authentik', 'zitadel'],
    ...['nextcloud', 'mattermost'],
  ])('has a template for %s', (id) => {
    expect(ENTRIES.find((entry) => entry.id === id)?.blanks).not.toHaveLength(0)
  })
})

describe.each(ENTRIES)('the entry $id', (entry) => {
  it('has known fields with known values', () => {
    expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(entry)))
    expect(BEHAVIOUR).toEqual(expect.arrayContaining(Object.keys(entry.behaviour)))
    expect(CATALOGUE_CATEGORIES).toContain(entry.category)
    expect(['public', 'confidential', 'either']).toContain(entry.client)
    expect([undefined, ...CLIENT_AUTHENTICATIONS]).toContain(entry.clientAuthentication)
    expect(RESPONSE_MEMBERS).toEqual(expect.arrayContaining(Object.keys(entry.responseMembers ?? {})))
    expect(ERROR_MEANINGS).toEqual(expect.arrayContaining(Object.values(entry.errorWords ?? {})))
    expect(entry.words.join(' ')).toBe(entry.words.join(' ').toLowerCase())
  })

  it('says where a person signs in and where tokens come from', () => {
    // One of both: an issuer is asked before anything is written, so one that is only believed must not be in the way.
    expect(entry.tokenEndpoint === undefined).toBe(entry.issuer !== undefined)
    const signsIn = entry.authorizationEndpoint ?? entry.deviceAuthorizationEndpoint ?? entry.issuer
    expect(signsIn).toBeDefined()
  })

  it('fits into config.json once its blanks are filled, with addresses that are safe', () => {
    const { input, missing, registerPage } = planOf(entry, answersTo(entry))
    expect(missing.filter((one) => one.kind !== 'clientSecret' || !one.optional)).toEqual([])
    const { id, ...settings } = input ?? { id: 'none' }
    expect(id).toBe(entry.id)
    const text = withProvider('', 'config.json', id, JSON.parse(JSON.stringify(settings)))
    expect(parseSettings(text, 'config.json').notUnderstood).toBeUndefined()
    expect(text).not.toMatch(/[{]\w+[}]/)
    expect(registerPage).toMatch(/^https:\/\//)
  })

  it('uses every blank it asks for, and asks for every blank it uses', () => {
    const { blanks = [], source: _source, ...rest } = entry
    const used = new Set(blanksIn(JSON.stringify(rest)))
    used.delete('clientId') // filled in from the client
    expect([...used].toSorted()).toEqual(blanks.map(({ name }) => name).toSorted())
  })

  it('has a redirect that can be registered', () => {
    const { redirect } = planOf(entry, answersTo(entry))
    if (redirect && 'address' in redirect) {
      expect(['https', 'given']).toContain(entry.redirect.kind)
      if (entry.redirect.kind === 'https') expect(redirect.address).toMatch(/^https:\/\//)
      return
    }
    expect(redirect?.port === 0).toBe(entry.redirect.kind === 'any-port')
    expect(redirect?.path).toMatch(/^\//)
  })

  it('says where it was read and when, or that all of it is only believed', () => {
    expect(entry.source.length).toBeGreaterThan(0)
    for (const { page, read } of entry.source) {
      expect(page).toMatch(/^https:\/\//)
      if (read !== undefined) expect(new Date(read).toISOString().slice(0, 10)).toBe(read)
    }
    expect(isUntried(entry)).toBe(entry.source.every(({ read }) => read === undefined))
  })

  it('marks as believed what it has', () => {
    for (const name of entry.believed ?? []) {
      if (name !== 'everything') expect({ name, value: at(entry, name.split('.')) }).not.toEqual({ name })
    }
  })

  it('holds no client and no secret', () => {
    const { source: _source, register: _register, ...rest } = entry
    expect(Object.keys(rest)).not.toContain('clientId')
    expect(JSON.stringify(rest)).not.toMatch(/"client_?secret"\s*:|[A-Za-z0-9_-]{40,}/i)
  })
})

function answersTo({ id, client, blanks = [] }: CatalogueEntry) {
  return {
    clientId: 'client-1',
    ...(client === 'confidential'
      ? { clientSecretEnv: `${id.toUpperCase().replaceAll('-', '_')}_SECRET` }
      : {}),
    blanks: Object.fromEntries(blanks.map(({ name, example }) => [name, example])),
  }
}

function at(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value
  return at((value as Record<string, unknown> | undefined)?.[name], rest)
}
