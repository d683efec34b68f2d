/** A provider that only one machine knows, told to another: between equals, and between versions, either way. */
import { describe, expect, it } from 'vitest'
import { PROVIDER_FIELDS, type ProviderSettings } from '../../../../../app/config/schema.ts'
import { type Definition, definition } from '../../../../../app/features/nodes/connection/protocol.ts'
import { CARRIED, definitionOf, STAYS } from '../../../../../app/features/nodes/inventory/definition.ts'
import { providerHere } from '../../../../../app/features/nodes/inventory/same-provider.ts'
import { generic } from '../../../../../app/providers/generic.ts'

const ADDRESSES = ['issuer', 'authorizationEndpoint', 'tokenEndpoint', 'deviceAuthorizationEndpoint']
const ALWAYS = ['name', 'clientId', 'scopes', 'refreshEncoding', ...ADDRESSES]
const SERVER = { tokenEndpoint: 'https://auth.acme.test/token', clientId: 'client-1' }
const WRITTEN: ProviderSettings = {
  ...SERVER,
  clientAuthentication: 'client_secret_basic',
  clientSecretCommand: ['pass', 'acme'],
  redirect: { host: 'localhost', port: [7001, 7002], path: '/back' },
  authorizationParams: { access_type: 'offline' },
  refreshParams: { audience: 'x' },
  responseMembers: { access_token: 'data.token' },
  revocationEndpoint: 'https://auth.acme.test/revoke',
  rotation: 'never',
}

function told(settings: ProviderSettings = WRITTEN): Definition {
  const config = { current: () => ({ providers: { acme: settings } }) }
  const provider = { ...generic, ...SERVER, id: 'acme', name: 'Acme' }
  const sent = definitionOf({ config: config as never }, provider)
  return definition.parse(JSON.parse(JSON.stringify(sent)))
}

function arrives(theirs: Definition) {
  const machine = { id: 'machine-1', name: 'T440' }
  return providerHere({
    id: 'acme',
    theirs,
    ours: [],
    machine,
    sha256Hex: (text) => `${text.length}00000000`,
  })
}

describe('what is told of a provider', () => {
  it('is every field of config.json, but for those that are named as staying', () => {
    const all = [...ALWAYS, ...CARRIED, ...STAYS]
    expect(all.toSorted()).toEqual([...PROVIDER_FIELDS].toSorted())
    expect(new Set(all).size).toBe(all.length)
  })

  it('arrives as it was written, without the places of its secrets', () => {
    const { clientSecretCommand: _, ...expected } = WRITTEN
    const found = arrives(told())
    expect(found).toMatchObject({ kind: 'to-add', input: expected })
    expect(JSON.stringify(found)).not.toContain('pass')
  })

  it('is taken by a Lamplighter from before, which drops what it does not know', () => {
    const before = definition.omit({ settings: true })
    expect(arrives(before.parse(told()))).toMatchObject({ kind: 'to-add', input: SERVER })
  })

  it('by a Lamplighter from before is what it always was, under the id it had', () => {
    const plain = arrives(told(SERVER))
    const { settings: _, ...from } = told()
    expect(arrives(from)).toEqual(plain)
    expect('id' in arrives(told()) && arrives(told())).not.toMatchObject({ id: 'id' in plain && plain.id })
  })

  it('by a newer one is not added in part: what is not understood is named', () => {
    const newer = { ...told(), settings: { ...told().settings, quantum: true, clientSecretCommand: ['rm'] } }
    expect(arrives(newer)).toEqual({
      kind: 'missing',
      why: expect.stringContaining('(clientSecretCommand, quantum)'),
    })
  })

  it.each(['revocationEndpoint', 'pushedAuthorizationEndpoint'])(
    'sends tokens and secrets to no host that nobody is shown: %s',
    (field) => {
      const settings = { ...told().settings, [field]: 'https://thief.test/x' }
      expect(arrives({ ...told(), settings })).toEqual({
        kind: 'missing',
        why: expect.stringContaining(field),
      })
    },
  )
})
