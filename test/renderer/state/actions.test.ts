import { describe, expect, it } from 'vitest'
import { createFakeBridge } from '../../../renderer/preview/fake-bridge.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { createActions } from '../../../renderer/state/actions.ts'
import { createAppStore, mergeEvents, selectedProfile } from '../../../renderer/state/store.ts'

const NOW = 1_770_000_000_000

async function connected(profiles = twelve(NOW)) {
  const bridge = createFakeBridge({ overview: sampleOverview(NOW, profiles), now: () => NOW })
  const store = createAppStore()
  const actions = createActions(bridge, store, () => NOW)
  const stop = actions.connect()
  await settled()
  return { bridge, store, actions, stop }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the window’s store', () => {
  it('selects what needs a person, and keeps the selection while it exists', async () => {
    const { bridge, store, actions } = await connected()
    expect(selectedProfile(store.getState())?.id).toBe('anthropic-ops')
    actions.select('acme-bot')
    bridge.setOverview({ ...sampleOverview(NOW, twelve(NOW)), atMs: NOW + 1 })
    expect(selectedProfile(store.getState())?.id).toBe('acme-bot')
    const without = twelve(NOW).filter((profile) => profile.id !== 'acme-bot')
    bridge.setOverview({ ...sampleOverview(NOW, without), atMs: NOW + 2 })
    expect(selectedProfile(store.getState())?.id).toBe('anthropic-ops')
  })

  it('does not let an overtaken answer undo an event', async () => {
    const { bridge, store, actions } = await connected()
    const loose = bridge as unknown as {
      request(name: string, ...args: readonly unknown[]): Promise<unknown>
    }
    const { request } = loose
    loose.request = async (name, ...args) => {
      const reply = await request(name, ...args)
      if (name === 'overview:get') bridge.emit('overview', { ...sampleOverview(NOW, []), atMs: NOW + 5 })
      return reply
    }
    await actions.load()
    expect(store.getState().overview?.profiles).toEqual([])
  })

  it('goes on listening when the clock is set back', async () => {
    const { bridge, store } = await connected()
    bridge.setOverview({ ...sampleOverview(NOW, []), atMs: NOW - 3_600_000 })
    expect(store.getState().overview?.profiles).toEqual([])
  })

  it('shows why the first look failed, and mends when asked again', async () => {
    const bridge = createFakeBridge({ overview: sampleOverview(NOW, []), now: () => NOW })
    const store = createAppStore()
    const actions = createActions(bridge, store, () => NOW)
    bridge.refuse('overview:get', REVOKED)
    await actions.load()
    expect(store.getState().loadFailure).toEqual(REVOKED)
    await actions.load()
    expect(store.getState()).toMatchObject({ loadFailure: undefined, overview: { profiles: [] } })
  })

  it('says so when the channel itself is broken', async () => {
    const bridge = createFakeBridge({ overview: sampleOverview(NOW, []), now: () => NOW })
    const store = createAppStore()
    const broken = { ...bridge, request: () => Promise.reject(new Error('no handler')) }
    await createActions(broken, store, () => NOW).load()
    expect(store.getState().loadFailure).toMatchObject({
      code: 'INTERNAL',
      detail: 'overview:get: no handler',
    })
  })

  it('listens until it is told to stop', async () => {
    const { bridge, store, stop } = await connected()
    stop()
    bridge.setOverview({ ...sampleOverview(NOW, []), atMs: NOW + 1 })
    expect(store.getState().overview?.profiles).toHaveLength(12)
  })
})

describe('refresh', () => {
  it('asks once, however often it is clicked', async () => {
    const { bridge, store, actions } = await connected()
    const both = [actions.refresh('acme-bot'), actions.refresh('acme-bot')]
    expect(store.getState().asking.has('acme-bot')).toBe(true)
    await Promise.all(both)
    expect(bridge.asked.filter(({ name }) => name === 'profile:refresh')).toHaveLength(1)
    expect(store.getState().asking.size).toBe(0)
    expect(store.getState().events[0]).toMatchObject({ profileId: 'acme-bot', kind: 'refreshed' })
  })

  it('keeps the refusal until the next try', async () => {
    const { bridge, store, actions } = await connected()
    const failure = { code: 'STORE_LOCKED', message: 'OpenClaw is busy with that file.' }
    bridge.refuse('profile:refresh', failure)
    await actions.refresh('acme-bot')
    expect(store.getState().refused['acme-bot']).toEqual(failure)
    await actions.refresh('acme-bot')
    expect(store.getState().refused).toEqual({})
  })

  it('forgets the refusal once the login was mended by somebody else', async () => {
    const { bridge, store, actions } = await connected()
    bridge.refuse('profile:refresh', REVOKED)
    await actions.refresh('acme-bot')
    const profile = sampleProfile(NOW, { id: 'acme-bot' })
    bridge.emit('history', sampleEvent('e1', profile, 'retrying', NOW))
    bridge.emit('history', sampleEvent('e2', sampleProfile(NOW, { id: 'other' }), 'refreshed', NOW))
    expect(store.getState().refused['acme-bot']).toEqual(REVOKED)
    bridge.emit('history', sampleEvent('e3', profile, 'signed-in', NOW))
    expect(store.getState().refused).toEqual({})
  })
})

describe('signing in', () => {
  it('follows one login from the click to its end', async () => {
    const { bridge, store, actions } = await connected()
    await actions.signIn({ profileId: 'anthropic-ops' })
    expect(store.getState().dialog).toMatchObject({ kind: 'login', loginId: 'login-1' })
    await actions.paste('login-1', '  http://localhost:1455/auth/callback?code=x  ')
    expect(bridge.asked.at(-1)).toEqual({
      name: 'login:paste',
      args: ['login-1', 'http://localhost:1455/auth/callback?code=x'],
    })
    expect(store.getState().logins['login-1']?.step.kind).toBe('exchanging')
    bridge.step('login-1', { kind: 'done', profileId: 'acme-bot', account: 'build-bot' })
    await actions.closeDialog()
    expect(bridge.asked.some(({ name }) => name === 'login:cancel')).toBe(false)
    expect(store.getState()).toMatchObject({ dialog: undefined, selectedId: 'acme-bot' })
  })

  it('cancels what is left when the dialog closes', async () => {
    const { bridge, store, actions } = await connected()
    await actions.signIn({ profileId: 'anthropic-ops' })
    await actions.closeDialog()
    expect(bridge.asked.at(-1)).toEqual({ name: 'login:cancel', args: ['login-1'] })
    expect(store.getState().dialog).toBeUndefined()
  })

  it('cancels a login whose dialog was closed before the answer came', async () => {
    const { bridge, store, actions } = await connected()
    const starting = actions.signIn({ profileId: 'anthropic-ops' })
    await actions.closeDialog()
    await starting
    expect(bridge.asked.at(-1)).toEqual({ name: 'login:cancel', args: ['login-1'] })
    expect(store.getState().dialog).toBeUndefined()
  })

  it('shows why it could not begin', async () => {
    const { bridge, store, actions } = await connected()
    bridge.refuse('login:start', REVOKED)
    await actions.signIn({ providerId: 'acme' })
    expect(store.getState().dialog).toMatchObject({ failure: REVOKED })
  })

  it('opens the dialog for a login that was begun from the tray', async () => {
    const { bridge, store } = await connected()
    const login = { id: 'tray-1', providerId: 'acme', providerName: 'Acme OIDC', startedAtMs: NOW } as const
    bridge.emit('login', { ...login, step: { kind: 'starting' } })
    expect(store.getState().dialog).toMatchObject({ kind: 'login', loginId: 'tray-1' })
  })

  it('adds a provider and goes straight on to its login', async () => {
    const { bridge, store, actions } = await connected()
    expect(await actions.addProvider({ id: 'mine', issuer: 'https://x.test', clientId: 'a' })).toBeUndefined()
    expect(bridge.asked.at(-1)).toEqual({ name: 'login:start', args: [{ providerId: 'mine' }] })
    expect(store.getState().dialog).toMatchObject({ kind: 'login' })
  })

  it('stays in the form when the provider is refused', async () => {
    const { bridge, store, actions } = await connected()
    actions.openAdd()
    bridge.refuse('provider:add', REVOKED)
    expect(await actions.addProvider({ id: 'mine' })).toEqual(REVOKED)
    expect(store.getState().dialog).toEqual({ kind: 'add' })
  })
})

describe('mergeEvents', () => {
  it('keeps each event once, newest first', () => {
    const profile = sampleProfile(NOW)
    const [a, b] = [sampleEvent('a', profile, 'refreshed', 1), sampleEvent('b', profile, 'adopted', 2)]
    expect(mergeEvents([a], [b, a]).map((event) => event.id)).toEqual(['b', 'a'])
  })
})
