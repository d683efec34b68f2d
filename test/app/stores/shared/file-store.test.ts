import { describe, expect, it } from 'vitest'
import { kimiCode } from '../../../../app/stores/kimi.ts'
import { ADAPTER_ENVIRONMENT, ADAPTERS } from '../../../../app/stores/registry.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { fixture, machineWith } from '../../../support/program-files.ts'

const KIMI = '/home/ada/.kimi-code/credentials'
const kimi = (name = 'kimi-code') =>
  machineWith({ store: 'kimi-code', path: `${KIMI}/${name}.json` }, fixture('kimi-code-2.1.0.json'))

describe('a store of several files', () => {
  it('reads each that fits the pattern, and shows the good ones beside a broken one', async () => {
    const { ports, store } = kimi()
    ports.files.put(`${KIMI}/kimi-code-env-0123456789abcdef.json`, fixture('kimi-code-2.1.0.json'))
    ports.files.put(`${KIMI}/notes.txt`, 'no login')
    expect((await store.scan()).entries.map(({ holder }) => holder.entry)).toEqual([
      'kimi:kimi-code-env-0123456789abcdef',
      'kimi:kimi-code',
    ])
    ports.files.put(`${KIMI}/kimi-code.json`, '{')
    const { entries, places } = await store.scan()
    expect(entries.map(({ problem }) => problem?.code)).toEqual([undefined, 'STORE_CORRUPT'])
    expect(places.map(({ problem }) => problem?.code)).toEqual([undefined, 'STORE_CORRUPT'])
  })

  it('looks again at half a file: many programs write in place', async () => {
    const whole = fixture('kimi-code-2.1.0.json')
    const ports = createFakePorts({ clock: new FakeClock() })
    ports.files.put(`${KIMI}/kimi-code.json`, whole.slice(0, 40))
    const scan = kimiCode(ports).scan()
    await ports.clock.advance(150)
    ports.files.put(`${KIMI}/kimi-code.json`, whole)
    const { entries, places } = await ports.clock.run(scan)
    expect(entries.map(({ problem }) => problem)).toEqual([undefined])
    expect(places[0]?.problem).toBeUndefined()
  })

  it('forgets a file that is gone', async () => {
    const { ports, store } = kimi()
    await store.scan()
    ports.files.delete(`${KIMI}/kimi-code.json`)
    expect(await store.scan()).toMatchObject({ entries: [], places: [] })
  })

  it('takes what its owner emptied for a login that is over', async () => {
    const { ports, store } = kimi()
    const text = JSON.stringify({
      access_token: '',
      refresh_token: '',
      expires_at: 0,
      scope: 'x',
      expires_in: 0,
    })
    ports.files.put(`${KIMI}/kimi-code.json`, text)
    expect((await store.scan()).entries[0]?.ended).toContain('Kimi refused')
  })
})

describe('what is known of each program', () => {
  it.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))(
    '%s: where its files are',
    (_id, adapter) => {
      const { store } = machineWith({ store: adapter.id, path: '/nothing' }, '')
      expect(store.lookedAt?.length).toBeGreaterThan(0)
      for (const path of store.lookedAt ?? []) expect(path).toMatch(/^\/home\/ada\//)
    },
  )

  it.each(ADAPTERS.filter(({ environment }) => environment.length > 0).map((one) => [one.id, one] as const))(
    '%s: each of its variables moves them',
    (_id, adapter) => {
      for (const name of adapter.environment) {
        const { ports } = machineWith({ store: adapter.id, path: '/nothing' }, '')
        ports.process.variables[name] = '/srv/elsewhere'
        expect(adapter(ports).lookedAt?.some((path) => path.startsWith('/srv/elsewhere'))).toBe(true)
      }
    },
  )

  it('is given to a service, and holds no secret', () => {
    expect(ADAPTER_ENVIRONMENT).toContain('CODEX_HOME')
    for (const name of ADAPTER_ENVIRONMENT) expect(name).not.toMatch(/TOKEN|KEY|SECRET$/)
  })
})
