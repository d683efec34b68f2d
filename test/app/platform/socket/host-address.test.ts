import { describe, expect, it } from 'vitest'
import { type HostPlace, hostAddress } from '../../../../app/platform/socket/host-address.ts'

const PLACE: HostPlace = {
  platform: 'linux',
  env: { XDG_RUNTIME_DIR: '/run/user/1000' },
  stateFolder: '/home/ada/.local/state/lamplighter',
  stateHash: '0123456789ab',
  temporaryFolder: '/tmp',
  user: '1000',
}

describe('hostAddress', () => {
  it('is in the runtime folder, one for each home', () => {
    expect(hostAddress(PLACE)).toEqual({
      path: '/run/user/1000/lamplighter/host-0123456789ab.sock',
      folder: '/run/user/1000/lamplighter',
    })
  })

  it.each([
    ['no runtime folder', {}],
    ['a relative one', { XDG_RUNTIME_DIR: 'run' }],
    ['a home of its own', { XDG_RUNTIME_DIR: '/run/user/1000', LAMPLIGHTER_HOME: '/somewhere' }],
  ])('is below the state folder with %s', (_, env) => {
    expect(hostAddress({ ...PLACE, env }).path).toBe('/home/ada/.local/state/lamplighter/run/host.sock')
  })

  it('is short enough for a socket: 100 bytes and no more', () => {
    const env = {}
    const fits = `/${'s'.repeat(100 - '//run/host.sock'.length)}`
    expect(hostAddress({ ...PLACE, env, stateFolder: fits }).path).toHaveLength(100)
    const path = '/tmp/lamplighter-1000-0123456789ab/host.sock'
    expect(hostAddress({ ...PLACE, env, stateFolder: `${fits}s` }).path).toBe(path)
    const umlauts = `/${'ä'.repeat(60)}` // 120 bytes
    expect(hostAddress({ ...PLACE, env, stateFolder: umlauts }).path).toBe(path)
    const deep = `/private/${'t'.repeat(90)}`
    expect(hostAddress({ ...PLACE, env, stateFolder: umlauts, temporaryFolder: deep }).path).toBe(path)
  })

  it('is a pipe of that user and that home on Windows', () => {
    const windows = { ...PLACE, platform: 'win32' as const, user: 'Ada \\ Lovelace' }
    expect(hostAddress(windows)).toEqual({ path: '\\\\.\\pipe\\lamplighter-Ada___Lovelace-0123456789ab' })
  })
})
