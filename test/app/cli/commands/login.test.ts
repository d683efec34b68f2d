import { describe, expect, it, vi } from 'vitest'
import { HttpFailure } from '../../../../app/base/ports.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const ISSUER = 'https://login.acme.test'

function machine(provider: Readonly<Record<string, string>>) {
  const here = atMachine()
  here.ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme: provider } }))
  here.ports.http.always(`${ISSUER}/*`, () => {
    throw new HttpFailure('network', false, 'login.acme.test: ECONNREFUSED')
  })
  return here
}

describe('lamplighter login, where nobody could sign in', () => {
  it.each([
    ['whose addresses nobody has given', {}, 69],
    ['that is out of reach', { issuer: ISSUER }, 1],
  ])('at a provider %s, asks no person for it', async (_name, addresses, exit) => {
    const { code, out, err } = await machine({ clientId: 'c', ...addresses }).type(
      'login',
      '--provider',
      'acme',
    )
    expect({ code, said: `${out}${err}` }).toEqual({ code: exit, said: expect.stringContaining('acme') })
  })
})
