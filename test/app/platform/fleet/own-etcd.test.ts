/** An etcd of the fleet's own, where nothing can start it: what is said, and how long it is waited for. */
import { describe, expect, it } from 'vitest'
import type { StartByHand } from '../../../../app/contract/fleet.ts'
import { installEtcd, type OwnEtcdWish } from '../../../../app/platform/fleet/own-etcd.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { freePorts } from '../../../support/free-ports.ts'

async function install(wish: Partial<OwnEtcdWish> = {}, stop = new AbortController()) {
  const ports = createFakePorts()
  const [port = 0] = await freePorts(1)
  const starts: StartByHand[] = []
  const installing = installEtcd(
    {
      ports,
      env: { PATH: '' },
      run: async (program) => `${program}: not found`,
      onByHand(start) {
        starts.push(start)
        stop.abort()
      },
      signal: stop.signal,
    },
    { program: process.execPath, host: 'attic.local', port, ...wish },
  )
  return { ports, starts, port, result: ports.clock.run(installing) }
}

describe('installEtcd', () => {
  it('says the whole command where systemd cannot start it, and stops when nobody waits any more', async () => {
    const { starts, port, result } = await install()
    await expect(result).rejects.toMatchObject({ code: 'HOST_GONE' })
    expect(starts).toEqual([
      {
        why: 'systemd could not start it (systemctl: not found).',
        command: expect.stringContaining(`--advertise-client-urls https://attic.local:${port} `),
      },
    ])
    expect(starts[0]?.command.startsWith(`${process.execPath} --name lamplighter`)).toBe(true)
  })

  it('goes on where it was stopped: with the same certificates and the same address', async () => {
    const { ports, result, port } = await install()
    await expect(result).rejects.toMatchObject({ code: 'HOST_GONE' })
    const before = Object.entries(ports.files.all()).filter(([path]) => path.endsWith('.pem'))
    expect(before).toHaveLength(4)
    const starts: StartByHand[] = []
    const stop = new AbortController()
    const onByHand = (start: StartByHand) => {
      starts.push(start)
      stop.abort()
    }
    const deps = { ports, env: { PATH: '' }, run: async () => 'no', onByHand, signal: stop.signal }
    await expect(ports.clock.run(installEtcd(deps, { host: 'another' }))).rejects.toMatchObject({
      code: 'HOST_GONE',
    })
    expect(starts[0]?.command).toContain(`https://attic.local:${port}`)
    expect(Object.entries(ports.files.all()).filter(([path]) => path.endsWith('.pem'))).toEqual(before)
  })

  it.each(['--host', 'attic local', 'attic"', '', 'a/b'])('takes no machine called %j', async (host) => {
    const { starts, result } = await install({ host })
    await expect(result).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    expect(starts).toEqual([])
  })

  it('says what to install where there is no etcd', async () => {
    const { result } = await install({ program: '/nowhere/etcd' })
    await expect(result).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })
})
